package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a source as a refresh would, and stores nothing. Thread safe. */
public final class Preview {
  private final SourceReader reader;
  private final InstantSource clock;

  public Preview(Exchange exchange, Workshop workshop, InstantSource clock) {
    this.reader = new SourceReader(exchange, workshop, clock);
    this.clock = clock;
  }

  /**
   * The same, unless the site wants to be left alone.
   *
   * @param silentUntil until when, null if that is not known
   */
  public Found look(Source source, @Nullable Instant silentUntil) throws InterruptedException {
    Instant now = clock.instant();
    return silentUntil == null || !silentUntil.isAfter(now)
        ? look(source)
        : broken(
            "not asked: its site wants to be left alone for "
                + Spans.words(Duration.between(now, silentUntil)));
  }

  /** What a first refresh of the source would find. */
  public Found look(Source source) throws InterruptedException {
    SourceState fresh = SourceState.fresh(source, Instant.EPOCH);
    return switch (reader.look(source, fresh)) {
      case Look.Seen seen -> {
        List<Entry> entries = seen.parsed().entries();
        List<String> keys = Arrival.keys(seen.parsed());
        yield new Found(
            seen.way(),
            seen.parsed(),
            keys,
            Judged.of(source.rules(), keys, entries, clock.instant()),
            null,
            false,
            seen.feeds(),
            seen.feedUrl(),
            often(source, fresh, seen),
            seen.list());
      }
      case Look.Nothing nothing -> Found.nothing(nothing.reason(), false, nothing.feeds());
      case Look.Withheld withheld -> broken(words(withheld.outcome()));
      case Look.Missed missed -> broken(words(missed.outcome()));
      case Look.Unchanged _ -> throw new IllegalStateException("nothing was known before");
    };
  }

  /**
   * A refresh says in its reason how long a site wants to be left alone; here is no other place.
   */
  private static String words(Outcome outcome) {
    return Answers.words(outcome)
        + (outcome instanceof Outcome.Throttled throttled && throttled.retryAfter() != null
            ? "; not to be asked for " + Spans.words(throttled.retryAfter())
            : "");
  }

  private @Nullable String often(Source source, SourceState fresh, Look.Seen seen) {
    if (seen.parsed().entries().isEmpty()) {
      return null;
    }
    Decider decider = new Decider(source, fresh, null, clock.instant());
    return decider.decide(seen, Identified.NOTHING).state().reason();
  }

  private static Found broken(String problem) {
    return Found.nothing(problem, true, List.of());
  }
}
