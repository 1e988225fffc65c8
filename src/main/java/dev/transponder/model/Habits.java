package dev.transponder.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of a source's ways, so that it can be asked as it likes to be asked even where
 * an answer (a 304, a failure) says nothing of it.
 *
 * @param wish the longest wait that its last whole document asks for (ttl, sy:updatePeriod), null
 *     if it asks for none
 * @param quiet when its last whole document asks not to be read
 * @param rhythm how far apart its last entries are, null if too few of them have dates
 * @param newest the date of its newest entry, null if no entry was ever seen
 * @param movedTo the URL that is asked in place of the former one, which has moved there for good;
 *     null if it has not
 * @param move a move that is not sure yet, null if there is none
 * @param repeats how many times in a row the site sent the same document whole, though it was asked
 *     whether there is another one
 * @param list how the list of its page was found, null if it was not looked for
 * @param silentUntil until when its site or host wants to be left alone, even by those who cannot
 *     wait; null for no such wish
 */
public record Habits(
    @Nullable Wait wish,
    Quiet quiet,
    @Nullable Duration rhythm,
    @Nullable Instant newest,
    @Nullable String movedTo,
    @Nullable Move move,
    int repeats,
    @Nullable LearnedList list,
    @Nullable Instant silentUntil) {
  /** Nothing is known yet. */
  public static final Habits NONE =
      new Habits(null, Quiet.NEVER, null, null, null, null, 0, null, null);

  /** The same habits of a site that wants to be left alone. */
  public Habits silent(Instant until) {
    return new Habits(wish, quiet, rhythm, newest, movedTo, move, repeats, list, until);
  }

  /** The same habits, learned while the clock ran ahead: what is later than it is now is now. */
  public Habits rebased(Instant from, Instant to) {
    Duration back = Duration.between(to, from);
    return new Habits(
        wish,
        quiet,
        rhythm,
        newest != null && newest.isAfter(to) ? to : newest,
        movedTo,
        move == null ? null : new Move(move.to(), move.since().minus(back), move.times()),
        repeats,
        list,
        silentUntil == null ? null : silentUntil.minus(back));
  }

  /**
   * A permanent redirect that may be a mistake.
   *
   * @param to its target
   * @param since when it was first met
   * @param times how often it was met in a row, at least once
   */
  public record Move(String to, Instant since, int times) {
    private static final int ENOUGH_TIMES = 3;
    private static final Duration LONG_ENOUGH = Duration.ofDays(7);

    /** Met once more. */
    public Move again() {
      return new Move(to, since, times + 1);
    }

    /** Whether it has lasted so long that no mistake lasts longer. */
    public boolean isSettled(Instant now) {
      return times >= ENOUGH_TIMES && !now.isBefore(since.plus(LONG_ENOUGH));
    }
  }
}
