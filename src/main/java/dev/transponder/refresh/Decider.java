package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Habits;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Wait;
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
          failed("the selectors match nothing on this page", false, blind());
      case Look.Seen seen when seen.parsed().entries().isEmpty() && seen.parsed().damaged() ->
          failed("the document is damaged, no entry of it can be read", false, State.FAILING);
      case Look.Seen seen -> seen(seen, arrivals, known);
      case Look.Unchanged same -> unchanged(same);
      case Look.Nothing nothing -> ofPage().failed(nothing.reason(), false, blind());
      case Look.Forbidden(Outcome outcome) -> ofPage().missed(outcome);
      case Look.Missed(Outcome outcome) -> missed(outcome);
    };
  }

  private Plan missed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed when failed.failure() == Failure.FORBIDDEN ->
          missed(
              State.FAILING,
              NextCheck.afterForbidding(source, now),
              failed.message(),
              old.failures() + 1);
      case Outcome.Failed failed -> failed(failed.message(), isMissing(failed), State.FAILING);
      case Outcome.Throttled throttled -> throttled(throttled);
      case Outcome.Gone _ -> gone();
      case Outcome.Fetched _, Outcome.NotModified _, Outcome.Moved _ ->
          throw new IllegalStateException("a look cannot be missed by " + outcome);
    };
  }

  /** The same, now that a source of which nothing is known has turned out to be a page. */
  private Decider ofPage() {
    return old.kind() == null
        ? new Decider(source, old.withKind(SourceState.PAGE), oldHead, now)
        : this;
  }

  private boolean wasRead() {
    return old.kind() != null && !old.kind().equals(SourceState.PAGE);
  }

  /** A page that gave entries before and no longer does has drifted; else it never worked. */
  private State blind() {
    return wasRead() ? State.DRIFTED : State.FAILING;
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
    boolean news = !inserts.isEmpty() || !updates.isEmpty();
    Habits habits =
        new Learning(old.habits(), now).seen(seen, !known.isEmpty(), !inserts.isEmpty());
    String result =
        result(inserts.size(), updates.size(), habits)
            + (seen.parsed().damaged() ? " (the document is damaged)" : "")
            + (seen.missing() == null ? "" : " (" + seen.missing() + ")");
    SourceState state =
        state(
            State.OK,
            seen.way(),
            seen.feedUrl(),
            seen.answer(),
            seen.bodyHash(),
            afterSuccess(seen.answer(), habits),
            result,
            habits);
    return new Plan(state, head(seen.parsed().head(), news), inserts, updates);
  }

  private NextCheck afterSuccess(Look.Answer answer, Habits habits) {
    List<Wait> wishes = new ArrayList<>(wishes(habits));
    if (answer.fresh() != null) {
      wishes.add(answer.fresh());
    }
    Wait rhythm = new Rhythm(habits.rhythm(), habits.newest()).wait(now);
    if (rhythm != null && source.every() == null) {
      wishes.add(rhythm);
    }
    return NextCheck.afterSuccess(source, wishes, habits.quiet(), now);
  }

  private static List<Wait> wishes(Habits habits) {
    return habits.wish() == null ? List.of() : List.of(habits.wish());
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
        stored.number(),
        arrival.story(),
        updated,
        arrival.hash(),
        arrival.entry(),
        source.fullText() && stored.fullText());
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
    return wasRead() ? now.minusMillis(position) : now.minus(Duration.ofHours(position));
  }

  private Instant updated(Entry entry) {
    Instant said = entry.updated() != null ? entry.updated() : entry.published();
    return said == null ? now : clamp(said);
  }

  private Instant clamp(Instant said) {
    return said.isBefore(Dates.EARLIEST) ? Dates.EARLIEST : said.isAfter(now) ? now : said;
  }

  private Plan unchanged(Look.Unchanged same) {
    Habits habits = new Learning(old.habits(), now).unchanged(same);
    SourceState state =
        state(
            State.OK,
            old.kind(),
            old.feedUrl(),
            same.answer(),
            old.bodyHash(),
            afterSuccess(same.answer(), habits),
            result(0, 0, habits),
            habits);
    return new Plan(state, null, List.of(), List.of());
  }

  /** What does not exist, not even its host, is asked for ever more rarely. */
  private static boolean isMissing(Outcome.Failed failed) {
    return failed.status() == 404 || failed.failure() == Failure.UNKNOWN_HOST;
  }

  private Plan failed(String message, boolean missing, State state) {
    NextCheck next =
        NextCheck.afterFailure(
            source, old.failures() + 1, missing, wishes(old.habits()), old.habits().quiet(), now);
    return missed(state, next, message, old.failures() + 1);
  }

  private Plan throttled(Outcome.Throttled throttled) {
    boolean asked = throttled.status() != 0;
    Duration silence = throttled.retryAfter();
    NextCheck next =
        !asked && silence != null
            ? NextCheck.afterHold(source, silence, now)
            : NextCheck.afterThrottling(source, silence, old.failures(), now);
    int failures = asked ? old.failures() + 1 : old.failures();
    return missed(State.THROTTLED, next, Answers.words(throttled), failures);
  }

  private Plan gone() {
    NextCheck next = NextCheck.afterGone(old.state() == State.GONE, now);
    return missed(State.GONE, next, "410 Gone", old.failures() + 1);
  }

  /** Nothing was read: validators and hash stay, or the next 304 would hide what was missed. */
  private Plan missed(State state, NextCheck next, String message, int failures) {
    return new Plan(
        new SourceState(
            source.id(),
            old.firstUrl(),
            old.feedUrl(),
            old.kind(),
            state,
            old.validators(),
            old.validatorsUrl(),
            old.bodyHash(),
            next.at(),
            next.reason(),
            now,
            message,
            failures,
            old.habits()),
        null,
        List.of(),
        List.of());
  }

  private SourceState state(
      State state,
      @Nullable String kind,
      @Nullable String feedUrl,
      Look.Answer answer,
      @Nullable String bodyHash,
      NextCheck next,
      String result,
      Habits habits) {
    return new SourceState(
        source.id(),
        old.firstUrl(),
        feedUrl,
        kind,
        state,
        answer.validators(),
        answer.url(),
        bodyHash,
        next.at(),
        next.reason(),
        now,
        result,
        0,
        habits);
  }

  private static String result(int inserted, int updated, Habits habits) {
    String news = inserted == 0 ? "nothing new" : inserted + " new";
    String changed = updated == 0 ? news : news + ", " + updated + " changed";
    String repeats =
        habits.repeats() >= 2 * SourceReader.REPEATS
            ? " (the site sends all of it each time, whatever it is asked)"
            : "";
    String moved =
        habits.movedTo() == null
            ? ""
            : " (it has moved for good to " + shown(habits.movedTo()) + ")";
    return changed + repeats + moved;
  }

  /** Without its query, which may hold a token. */
  private static String shown(String url) {
    return url.split("[?#]", 2)[0];
  }
}
