package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Validators;
import dev.transponder.story.ContentHash;
import dev.transponder.text.Dates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a look at a source means: which entries are new, which have changed, when to look
 * again. Pure: everything it knows is given to it, and all it does is return a plan.
 *
 * @param source as feeds.yml has it
 * @param old what was remembered of the source before this look
 * @param oldHead what the source last said of itself, null if nothing yet
 * @param now the time of this look
 */
record Decider(Source source, SourceState old, @Nullable FeedHead oldHead, Instant now) {
  /**
   * The plan for what was seen.
   *
   * @param arrivals the entries of the look, empty if it gave none
   * @param known those of them that are stored, by key
   */
  Plan decide(Look look, List<Arrival> arrivals, Map<String, KnownEntry> known) {
    return switch (look) {
      case Look.Seen seen
          when seen.parsed().entries().isEmpty() && seen.way().equals("selectors") ->
          failed("the selectors match nothing on this page", 0, blind());
      case Look.Seen seen when seen.parsed().entries().isEmpty() && seen.parsed().damaged() ->
          failed("the document is damaged, no entry of it can be read", 0, State.FAILING);
      case Look.Seen seen -> seen(seen, arrivals, known);
      case Look.Unchanged same -> unchanged(same);
      case Look.Nothing nothing -> failed(nothing.reason(), 0, blind());
      case Look.Missed(Outcome.Failed failed) ->
          failed(failed.message(), failed.status(), State.FAILING);
      case Look.Missed(Outcome.Throttled throttled) -> throttled(throttled);
      case Look.Missed(Outcome.Gone _) -> gone();
      case Look.Missed(Outcome other) ->
          throw new IllegalStateException("a look cannot be missed by " + other);
    };
  }

  /** A page that gave entries before and no longer does has drifted; else it never worked. */
  private State blind() {
    return old.kind() == null ? State.FAILING : State.DRIFTED;
  }

  private Plan seen(Look.Seen seen, List<Arrival> arrivals, Map<String, KnownEntry> known) {
    List<Plan.Insert> inserts = new ArrayList<>();
    List<Plan.Update> updates = new ArrayList<>();
    for (int i = arrivals.size() - 1; i >= 0; i--) {
      Arrival arrival = arrivals.get(i);
      KnownEntry stored = known.get(arrival.key());
      if (stored == null) {
        inserts.add(insert(arrival, i));
      } else if (!stored.hash().equals(arrival.hash())) {
        updates.add(update(arrival, stored));
      }
    }
    inserts.sort(Comparator.comparing(Plan.Insert::rank));
    String result =
        result(inserts.size(), updates.size())
            + (seen.parsed().damaged() ? " (the document is damaged)" : "")
            + (seen.missing() == null ? "" : " (" + seen.missing() + ")");
    NextCheck next = NextCheck.afterSuccess(source, seen.fresh(), seen.parsed().waits(), now);
    SourceState state =
        state(
            State.OK,
            seen.way(),
            seen.feedUrl(),
            seen.validators(),
            seen.documentUrl(),
            seen.bodyHash(),
            next,
            result,
            0);
    boolean news = !inserts.isEmpty() || !updates.isEmpty();
    return new Plan(state, head(seen.parsed().head(), news), inserts, updates);
  }

  /** Many feeds say that they were updated at each request; without news that says nothing. */
  private FeedHead head(FeedHead head, boolean news) {
    return news || oldHead == null ? head : head.withUpdated(oldHead.updated());
  }

  private Plan.Insert insert(Arrival arrival, int position) {
    Entry entry = arrival.entry();
    return new Plan.Insert(
        arrival.key(),
        arrival.atomId(),
        arrival.story(),
        now,
        rank(entry, position),
        updated(entry),
        arrival.hash(),
        entry);
  }

  private Plan.Update update(Arrival arrival, KnownEntry stored) {
    Instant said = arrival.entry().updated();
    boolean useful = said != null && said.isAfter(stored.updated()) && !said.isAfter(now);
    Instant news = useful && said != null ? said : now;
    // Other rules for the hash make another hash of the same words: stored anew, but no news.
    Instant updated =
        ContentHash.sameRules(stored.hash(), arrival.hash()) ? news : stored.updated();
    return new Plan.Update(
        stored.number(), arrival.story(), updated, arrival.hash(), arrival.entry());
  }

  /**
   * The place in time. The undated backlog of a new source is put as if one entry had come in each
   * hour, so that it does not push everything else off the page; later undated entries keep the
   * order of their document.
   */
  private Instant rank(Entry entry, int position) {
    Instant said = entry.published() != null ? entry.published() : entry.updated();
    if (said != null) {
      return clamp(said);
    }
    return old.kind() == null ? now.minus(Duration.ofHours(position)) : now.minusMillis(position);
  }

  private Instant updated(Entry entry) {
    Instant said = entry.updated() != null ? entry.updated() : entry.published();
    return said == null ? now : clamp(said);
  }

  private Instant clamp(Instant said) {
    return said.isBefore(Dates.EARLIEST) ? Dates.EARLIEST : said.isAfter(now) ? now : said;
  }

  private Plan unchanged(Look.Unchanged same) {
    NextCheck next = NextCheck.afterSuccess(source, same.fresh(), List.of(), now);
    SourceState state =
        state(
            State.OK,
            old.kind(),
            old.feedUrl(),
            same.validators(),
            same.validatorsUrl(),
            old.bodyHash(),
            next,
            result(0, 0),
            0);
    return new Plan(state, null, List.of(), List.of());
  }

  private Plan failed(String message, int status, State state) {
    NextCheck next = NextCheck.afterFailure(source, old.failures() + 1, status, now);
    return missed(state, next, message, old.failures() + 1);
  }

  private Plan throttled(Outcome.Throttled throttled) {
    NextCheck next = NextCheck.afterThrottling(source, throttled.retryAfter(), old.failures(), now);
    int failures = throttled.status() == 0 ? old.failures() : old.failures() + 1;
    return missed(State.THROTTLED, next, Answers.words(throttled), failures);
  }

  private Plan gone() {
    NextCheck next = NextCheck.afterGone(old.state() == State.GONE, now);
    return missed(State.GONE, next, "410 Gone", old.failures() + 1);
  }

  /** Nothing was read: validators and hash stay, or the next 304 would hide what was missed. */
  private Plan missed(State state, NextCheck next, String message, int failures) {
    return new Plan(
        state(
            state,
            old.kind(),
            old.feedUrl(),
            old.validators(),
            old.validatorsUrl(),
            old.bodyHash(),
            next,
            message,
            failures),
        null,
        List.of(),
        List.of());
  }

  private SourceState state(
      State state,
      @Nullable String kind,
      @Nullable String feedUrl,
      Validators validators,
      @Nullable String validatorsUrl,
      @Nullable String bodyHash,
      NextCheck next,
      String result,
      int failures) {
    return new SourceState(
        source.id(),
        old.firstUrl(),
        feedUrl,
        kind,
        state,
        validators,
        validatorsUrl,
        bodyHash,
        next.at(),
        next.reason(),
        now,
        result,
        failures);
  }

  private static String result(int inserted, int updated) {
    String news = inserted == 0 ? "nothing new" : inserted + " new";
    return updated == 0 ? news : news + ", " + updated + " changed";
  }
}
