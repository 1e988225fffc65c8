package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Source;
import dev.transponder.model.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NextCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Source AUTO = every(null);

  @Test
  void withoutAnyWishItIsOneHour() {
    NextCheck next = NextCheck.afterSuccess(AUTO, null, List.of(), NOW);
    assertAbout(next, Duration.ofHours(1));
  }

  @Test
  void theLongestWishCountsAndIsTheReason() {
    Wait fresh = new Wait(Duration.ofHours(12), "the site asked for 12 h (max-age)");
    Wait ttl = new Wait(Duration.ofHours(3), "the feed asked for 3 h (ttl)");
    NextCheck next = NextCheck.afterSuccess(AUTO, fresh, List.of(ttl), NOW);
    assertAbout(next, Duration.ofHours(12));
    assertThat(next.reason()).isEqualTo("the site asked for 12 h (max-age)");
  }

  @Test
  void aShortMaxAgeNeverMakesItFaster() {
    Wait fresh = new Wait(Duration.ofSeconds(1), "the site asked for 1 s (max-age)");
    assertAbout(NextCheck.afterSuccess(AUTO, fresh, List.of(), NOW), Duration.ofHours(1));
  }

  @Test
  void whatTheUserConfiguredIsTheShortest() {
    Source source = every(Duration.ofMinutes(15));
    NextCheck next = NextCheck.afterSuccess(source, null, List.of(), NOW);
    assertAbout(next, Duration.ofMinutes(15));
    assertThat(next.reason()).isEqualTo("every 15 min, as configured");
  }

  @Test
  void anAbsurdWishIsCappedAtAWeek() {
    Wait fresh = new Wait(Duration.ofDays(3650), "the site asked for 3650 d (max-age)");
    assertAbout(NextCheck.afterSuccess(AUTO, fresh, List.of(), NOW), Duration.ofDays(7));
  }

  @Test
  void failuresDoubleTheIntervalUpToADay() {
    assertAbout(NextCheck.afterFailure(AUTO, 1, 500, NOW), Duration.ofHours(1));
    assertAbout(NextCheck.afterFailure(AUTO, 2, 500, NOW), Duration.ofHours(2));
    assertAbout(NextCheck.afterFailure(AUTO, 4, 500, NOW), Duration.ofHours(8));
    assertAbout(NextCheck.afterFailure(AUTO, 1_000, 500, NOW), Duration.ofHours(24));
  }

  @Test
  void notFoundBacksOffUpToAWeek() {
    assertAbout(NextCheck.afterFailure(AUTO, 1_000, 404, NOW), Duration.ofDays(7));
  }

  @Test
  void aLongConfiguredIntervalIsNotShortenedByFailure() {
    Source weekly = every(Duration.ofDays(14));
    assertAbout(NextCheck.afterFailure(weekly, 1, 500, NOW), Duration.ofDays(14));
  }

  @Test
  void retryAfterIsHonouredUpTo31Days() {
    Duration wish = Duration.ofHours(24);
    assertAbout(NextCheck.afterThrottling(AUTO, wish, 0, NOW), Duration.ofHours(24));
    Duration absurd = Duration.ofDays(400);
    assertAbout(NextCheck.afterThrottling(AUTO, absurd, 0, NOW), Duration.ofDays(31));
  }

  @Test
  void aShortRetryAfterIsNoInvitationToHurry() {
    Duration wish = Duration.ofSeconds(1);
    assertAbout(NextCheck.afterThrottling(AUTO, wish, 0, NOW), Duration.ofHours(1));
  }

  @Test
  void throttlingWithoutRetryAfterAtLeastDoubles() {
    assertAbout(NextCheck.afterThrottling(AUTO, null, 0, NOW), Duration.ofHours(2));
  }

  @Test
  void goneIsConfirmedADayLaterAndThenFinal() {
    assertThat(NextCheck.afterGone(false, NOW).at()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(NextCheck.afterGone(true, NOW).at()).isEqualTo(Instant.MAX);
  }

  /** Never earlier, at most a tenth later. */
  private static void assertAbout(NextCheck next, Duration wait) {
    assertThat(next.at()).isBetween(NOW.plus(wait), NOW.plus(wait).plus(wait.dividedBy(10)));
  }

  private static Source every(@Nullable Duration every) {
    return new Source(
        "s", "https://e.org/", null, null, 1, null, every, 0, Dedupe.NEAR, Map.of(), false, false);
  }
}
