package dev.transponder.refresh;

import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Looks at a source as a refresh would, and stores nothing. Thread safe. */
public final class Preview {
  private final SourceReader reader;

  public Preview(Exchange exchange, Workshop workshop, InstantSource clock) {
    reader = new SourceReader(exchange, workshop, clock);
  }

  /** What a first refresh of the source would find. */
  public Found look(Source source) throws InterruptedException {
    return switch (reader.look(source, SourceState.fresh(source, Instant.EPOCH))) {
      case Look.Seen seen ->
          new Found(
              seen.way(),
              seen.parsed(),
              Arrival.keys(seen.parsed().entries()),
              null,
              false,
              seen.feeds(),
              seen.list());
      case Look.Nothing nothing ->
          new Found("none", null, List.of(), nothing.reason(), false, nothing.feeds());
      case Look.Forbidden forbidden -> none(Answers.words(forbidden.outcome()));
      case Look.Missed missed -> none(Answers.words(missed.outcome()));
      case Look.Unchanged _ -> throw new IllegalStateException("nothing was known before");
    };
  }

  private static Found none(String problem) {
    return new Found("none", null, List.of(), problem, true, List.of());
  }
}
