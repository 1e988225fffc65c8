package dev.transponder.refresh;

import dev.transponder.model.Habits;
import dev.transponder.model.Habits.Move;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Wait;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a look teaches of a source's ways. Pure.
 *
 * @param old what was known before
 */
record Learning(Habits old, Instant now) {

  /**
   * After entries were seen.
   *
   * @param overlap whether some of them were known before: the document is the one we follow
   * @param news whether some of them were not
   */
  Habits seen(Look.Seen seen, boolean overlap, boolean news) {
    Parsed parsed = seen.parsed();
    Rhythm rhythm = Rhythm.of(parsed.entries(), now);
    Move move = overlap ? move(seen.answer()) : null;
    return new Habits(
        seen.partial() ? old.wish() : longest(parsed),
        seen.partial() ? old.quiet() : parsed.quiet(),
        seen.partial() ? old.rhythm() : rhythm.between(),
        newest(rhythm, news),
        movedTo(seen.answer(), move),
        unlessSettled(move),
        isBroken() ? old.repeats() : 0,
        seen.list(),
        null);
  }

  /** After the same document as before. */
  Habits unchanged(Look.Unchanged same) {
    Move move = move(same.answer());
    return new Habits(
        old.wish(),
        old.quiet(),
        old.rhythm(),
        old.newest(),
        movedTo(same.answer(), move),
        unlessSettled(move),
        same.resent() ? old.repeats() + 1 : isBroken() ? old.repeats() : 0,
        old.list(),
        null);
  }

  /** The date of the newest entry; without dates, the last time that there was a new one. */
  private @Nullable Instant newest(Rhythm rhythm, boolean news) {
    Instant latest = rhythm.newest() == null && news ? now : rhythm.newest();
    boolean older = latest == null || (old.newest() != null && old.newest().isAfter(latest));
    return older ? old.newest() : latest;
  }

  /** Once the site was seen to send everything whatever it is asked, that stays known. */
  private boolean isBroken() {
    return old.repeats() >= SourceReader.REPEATS;
  }

  private @Nullable Move move(Look.Answer answer) {
    String to = answer.movedTo();
    if (to == null) {
      return null;
    }
    return old.move() != null && old.move().to().equals(to)
        ? old.move().again()
        : new Move(to, now, 1);
  }

  /** A target that no longer has what we follow was not asked any more in the end. */
  private @Nullable String movedTo(Look.Answer answer, @Nullable Move move) {
    if (move != null && move.isSettled(now)) {
      return move.to();
    }
    return answer.asked().equals(old.movedTo()) ? old.movedTo() : null;
  }

  private @Nullable Move unlessSettled(@Nullable Move move) {
    return move == null || move.isSettled(now) ? null : move;
  }

  private static @Nullable Wait longest(Parsed parsed) {
    return parsed.waits().stream().max(Comparator.comparing(Wait::duration)).orElse(null);
  }
}
