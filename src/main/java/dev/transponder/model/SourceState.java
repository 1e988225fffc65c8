package dev.transponder.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a source between two refreshes.
 *
 * @param sourceId see {@link Source#id()}
 * @param firstUrl the URL under which the source was first known; minted ids are made from it
 * @param feedUrl the feed that was discovered on the page, null if the source's own URL is read
 * @param kind how it is read: "feed", "discovered", "selectors" or "listing"; "page" if it is a
 *     page of which nothing could be read yet; null before it was ever had
 * @param state how it is doing
 * @param validators of the last document that was read and stored
 * @param validatorsUrl the URL that gave the validators; they are sent nowhere else
 * @param bodyHash of the last document that was read and stored
 * @param nextCheck not before this moment; {@link Instant#MAX} is never
 * @param reason why then: ends "next check at 14:20: "
 * @param lastAt when it was last asked, null if never
 * @param lastResult in words: "3 new", "nothing new", "404 Not Found"
 * @param failures how many refreshes in a row have failed
 * @param habits what was learned of its ways
 */
public record SourceState(
    String sourceId,
    String firstUrl,
    @Nullable String feedUrl,
    @Nullable String kind,
    State state,
    Validators validators,
    @Nullable String validatorsUrl,
    @Nullable String bodyHash,
    Instant nextCheck,
    String reason,
    @Nullable Instant lastAt,
    @Nullable String lastResult,
    int failures,
    Habits habits) {

  /** How a source is doing. */
  public enum State {
    NEW,
    OK,
    PAUSED,
    THROTTLED,
    GONE,
    FAILING,
    DRIFTED
  }

  /** The kind of a page of which nothing could be read yet. */
  public static final String PAGE = "page";

  /** The same source, doing otherwise. */
  public SourceState withState(State newState) {
    return with(kind, newState, nextCheck, reason, lastAt, lastResult, failures, habits);
  }

  /** The URL that is asked first at the next refresh; null for the one in feeds.yml. */
  public @Nullable String asked() {
    return habits.movedTo() != null ? habits.movedTo() : feedUrl;
  }

  /** The same state of a source that is read another way. */
  public SourceState withKind(String newKind) {
    return with(newKind, state, nextCheck, reason, lastAt, lastResult, failures, habits);
  }

  /** The same state with another next check. */
  public SourceState withNext(Instant newCheck, String newReason) {
    return with(kind, state, newCheck, newReason, lastAt, lastResult, failures, habits);
  }

  /** The same state with another result, in words. */
  public SourceState withResult(String newResult) {
    return with(kind, state, nextCheck, reason, lastAt, newResult, failures, habits);
  }

  /** The same after nothing could be read: what was read last stays known. */
  public SourceState missed(
      State newState, Instant at, String result, int inARow, Habits newHabits) {
    return with(kind, newState, nextCheck, reason, at, result, inARow, newHabits);
  }

  private SourceState with(
      @Nullable String newKind,
      State newState,
      Instant newCheck,
      String newReason,
      @Nullable Instant newAt,
      @Nullable String newResult,
      int newFailures,
      Habits newHabits) {
    return new SourceState(
        sourceId,
        firstUrl,
        feedUrl,
        newKind,
        newState,
        validators,
        validatorsUrl,
        bodyHash,
        newCheck,
        newReason,
        newAt,
        newResult,
        newFailures,
        newHabits);
  }

  /** The state of a source that was never asked. */
  public static SourceState fresh(Source source, Instant due) {
    return new SourceState(
        source.id(),
        source.url(),
        null,
        null,
        State.NEW,
        Validators.NONE,
        null,
        null,
        due,
        "never read before",
        null,
        null,
        0,
        Habits.NONE);
  }
}
