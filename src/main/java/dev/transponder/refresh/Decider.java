package dev.transponder.refresh;

import dev.transponder.model.FeedHead;
import dev.transponder.model.Habits;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
   * @param entries of the look, none if it gave none
   */
  Plan decide(Look look, Identified entries) {
    return switch (look) {
      case Look.Seen seen
          when seen.parsed().entries().isEmpty() && seen.way().equals("selectors") ->
          failed("the selectors match nothing on this page", false, blind());
      case Look.Seen seen when seen.parsed().entries().isEmpty() && seen.parsed().damaged() ->
          failed("the document is damaged, no entry of it can be read", false, State.FAILING);
      case Look.Seen seen
          when seen.list() != null
              && old.habits().list() != null
              && Drift.isStrange(
                  entries, old.habits().newest(), old.habits().list(), isRelearned(seen)) ->
          failed(Drift.reason(entries), false, State.DRIFTED);
      case Look.Seen seen -> seen(seen, entries);
      case Look.Unchanged same -> unchanged(same);
      case Look.Nothing nothing -> ofPage().failed(nothing.reason(), false, blind());
      case Look.Withheld(Outcome outcome) -> ofPage().missed(outcome);
      case Look.Missed(Outcome outcome) -> missed(outcome);
    };
  }

  /** The plan for a source that is not looked at just now; it counts as not asked. */
  Plan postponed(NextCheck next) {
    return new Plan(old.withNext(next.at(), next.reason()), null, List.of(), List.of());
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

  /** A page that gave entries before and no longer does has drifted; else it never worked. */
  private State blind() {
    return Backlog.wasRead(old) ? State.DRIFTED : State.FAILING;
  }

  private Plan seen(Look.Seen seen, Identified entries) {
    Backlog backlog = Backlog.of(old);
    EntryChanges changes = EntryChanges.of(entries, backlog, source.fullText(), now);
    boolean fresh = !changes.inserts().isEmpty();
    Habits habits = new Learning(old.habits(), now).seen(seen, !entries.known().isEmpty(), fresh);
    String result =
        result(changes.inserts().size(), changes.changed(), habits)
            + (isRelearned(seen) ? " (the list of the page was found anew)" : "")
            + (seen.parsed().damaged() ? " (the document is damaged)" : "")
            + (seen.missing() == null ? "" : " (" + seen.missing().reason() + ")");
    NextCheck next = afterSuccess(seen.answer(), habits);
    if (seen.missing() != null && seen.missing().silence() != null) {
      // A listing is read as a whole, so all of it waits for the page that wants to be left alone.
      Duration silence = seen.missing().silence();
      next = next.orLater(NextCheck.afterLaterPage(source, silence, habits.quiet(), now));
      habits = habits.silent(now.plus(silence));
    }
    SourceState state =
        state(
            State.OK,
            seen.way(),
            seen.feedUrl(),
            seen.answer(),
            seen.bodyHash(),
            next,
            result,
            habits);
    FeedHead head = head(seen.parsed().head(), !changes.isEmpty());
    // What a damaged document, or one without its later pages, does not hold may be there yet.
    boolean complete = !seen.partial() && !seen.parsed().damaged() && seen.missing() == null;
    return new Plan(
        state, head, changes.inserts(), changes.updates(), List.of(), entries.roll(complete));
  }

  private boolean isRelearned(Look.Seen seen) {
    LearnedList before = old.habits().list();
    return before != null && seen.list() != null && !before.rule().equals(seen.list().rule());
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
            ? NextCheck.afterHold(source, silence, old.habits().quiet(), now)
            : NextCheck.afterThrottling(
                source, silence, old.failures(), wishes(old.habits()), old.habits().quiet(), now);
    int failures = asked ? old.failures() + 1 : old.failures();
    Instant until = silence == null ? next.at() : now.plus(silence);
    return missed(
        State.THROTTLED, next, Answers.words(throttled), failures, old.habits().silent(until));
  }

  private Plan gone() {
    boolean confirmed = old.state() == State.GONE && !now.isBefore(old.nextCheck());
    NextCheck next = NextCheck.afterGone(confirmed, now);
    return missed(State.GONE, next, "410 Gone", old.failures() + 1);
  }

  /** Nothing was read: validators and hash stay, or the next 304 would hide what was missed. */
  private Plan missed(State state, NextCheck next, String message, int failures) {
    return missed(state, next, message, failures, old.habits());
  }

  private Plan missed(State state, NextCheck next, String message, int failures, Habits habits) {
    // Only a refresh by hand comes before the next check; it reads nothing that overrides it.
    NextCheck later = next.orLater(new NextCheck(old.nextCheck(), old.reason()));
    SourceState missed =
        old.missed(state, now, message, failures, habits).withNext(later.at(), later.reason());
    return new Plan(missed, null, List.of(), List.of());
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
        habits.repeats() < SourceReader.REPEATS
            ? ""
            : habits.repeats() < 2 * SourceReader.REPEATS
                ? " (the site sends all of it each time)"
                : " (the site sends all of it each time, whatever it is asked)";
    String moved =
        habits.movedTo() == null
            ? ""
            : " (it has moved for good to " + Answers.shown(habits.movedTo()) + ")";
    return changed + repeats + moved;
  }
}
