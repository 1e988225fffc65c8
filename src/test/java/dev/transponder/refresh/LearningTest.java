package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.FeedHead;
import dev.transponder.model.Habits;
import dev.transponder.model.Habits.Move;
import dev.transponder.model.Quiet;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Validators;
import dev.transponder.model.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LearningTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String HERE = "https://e.org/feed";
  private static final String THERE = "https://e.net/feed";

  @Test
  void aMoveIsBelievedAfterThreeLooksAndSevenDays() {
    Habits habits = moved(moved(Habits.NONE, 0), 3);
    assertThat(habits.movedTo()).isNull();
    assertThat(habits.move()).isEqualTo(new Move(THERE, NOW, 2));
    assertThat(moved(habits, 6).movedTo()).as("three looks, six days").isNull();
    assertThat(moved(habits, 7).movedTo()).isEqualTo(THERE);
    assertThat(moved(habits, 7).move()).isNull();
  }

  @Test
  void sevenDaysAloneAreNotEnough() {
    assertThat(moved(moved(Habits.NONE, 0), 30).movedTo()).isNull();
  }

  @Test
  void aTargetWithNothingThatWeKnowIsNoMove() {
    Habits habits = moved(moved(Habits.NONE, 0), 3);
    Habits stranger = at(8, habits).seen(seen(HERE, THERE, false, Quiet.NEVER), false, true);
    assertThat(stranger.movedTo()).isNull();
    assertThat(stranger.move()).isNull();
  }

  @Test
  void aRedirectThatIsTakenBackIsNoMove() {
    Habits habits = moved(moved(Habits.NONE, 0), 3);
    assertThat(at(5, habits).unchanged(same(HERE, null, false)).move()).isNull();
  }

  @Test
  void anotherTargetBeginsAnew() {
    Habits habits = moved(moved(Habits.NONE, 0), 3);
    Habits other = at(8, habits).unchanged(same(HERE, "https://e.com/", false));
    assertThat(other.move()).isEqualTo(new Move("https://e.com/", NOW.plus(Duration.ofDays(8)), 1));
  }

  @Test
  void aMoveThatIsBelievedStaysUntilItsTargetFails() {
    Habits settled = moved(moved(moved(Habits.NONE, 0), 3), 7);
    assertThat(at(8, settled).unchanged(same(THERE, null, false)).movedTo()).isEqualTo(THERE);
    assertThat(at(8, settled).unchanged(same(HERE, null, false)).movedTo())
        .as("the former URL was asked in the end")
        .isNull();
  }

  @Test
  void whatADocumentAsksForIsKnownUntilTheNextDocument() {
    Quiet night = new Quiet(Set.of(1, 2), Set.of());
    Habits habits = at(0, Habits.NONE).seen(seen(HERE, null, false, night), false, true);
    assertThat(habits.wish()).isEqualTo(new Wait(Duration.ofHours(6), "ttl"));
    Habits later = at(1, habits).unchanged(same(HERE, null, false));
    assertThat(later.wish()).isEqualTo(habits.wish());
    assertThat(later.quiet()).isEqualTo(night);
  }

  @Test
  void theNewPartOfAFeedDoesNotSayWhatTheWholeAsksFor() {
    Quiet night = new Quiet(Set.of(1, 2), Set.of());
    Habits habits = at(0, Habits.NONE).seen(seen(HERE, null, false, night), false, true);
    Habits later = at(1, habits).seen(seen(HERE, null, true, Quiet.NEVER), true, false);
    assertThat(later.quiet()).isEqualTo(night);
  }

  @Test
  void theSameDocumentWholeAgainIsCountedAndA304EndsTheCount() {
    Habits once = at(0, Habits.NONE).unchanged(same(HERE, null, true));
    Habits twice = at(1, once).unchanged(same(HERE, null, true));
    assertThat(twice.repeats()).isEqualTo(2);
    assertThat(at(2, twice).unchanged(same(HERE, null, false)).repeats()).isZero();
    Habits thrice = at(2, twice).unchanged(same(HERE, null, true));
    assertThat(at(3, thrice).unchanged(same(HERE, null, false)).repeats())
        .as("the date alone works, and is kept to")
        .isEqualTo(3);
  }

  private static Habits moved(Habits habits, int day) {
    return at(day, habits).unchanged(same(HERE, THERE, false));
  }

  private static Learning at(int day, Habits old) {
    return new Learning(old, NOW.plus(Duration.ofDays(day)));
  }

  private static Look.Unchanged same(String asked, @Nullable String movedTo, boolean resent) {
    return new Look.Unchanged(answer(asked, movedTo), resent);
  }

  private static Look.Seen seen(
      String asked, @Nullable String movedTo, boolean partial, Quiet quiet) {
    Parsed parsed =
        new Parsed(
            "rss 2.0",
            FeedHead.EMPTY,
            List.of(),
            null,
            List.of(new Wait(Duration.ofHours(2), "sy"), new Wait(Duration.ofHours(6), "ttl")),
            quiet,
            false);
    return new Look.Seen(
        "feed", null, parsed, answer(asked, movedTo), partial, "h", null, List.of(), null);
  }

  private static Look.Answer answer(String asked, @Nullable String movedTo) {
    return new Look.Answer(asked, Validators.NONE, asked, null, movedTo);
  }
}
