package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Quiet;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.Wait;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NextCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Source AUTO = every(null);

  @Test
  void withoutAnyWishItIsOneHour() {
    NextCheck next = success(AUTO);
    assertAbout(next, Duration.ofHours(1));
  }

  @Test
  void theLongestWishCountsAndIsTheReason() {
    Wait fresh = new Wait(Duration.ofHours(12), "the site asked for 12 h (max-age)");
    Wait ttl = new Wait(Duration.ofHours(3), "the feed asked for 3 h (ttl)");
    NextCheck next = success(AUTO, fresh, ttl);
    assertAbout(next, Duration.ofHours(12));
    assertThat(next.reason()).isEqualTo("the site asked for 12 h (max-age)");
  }

  @Test
  void aShortMaxAgeNeverMakesItFaster() {
    Wait fresh = new Wait(Duration.ofSeconds(1), "the site asked for 1 s (max-age)");
    assertAbout(success(AUTO, fresh), Duration.ofHours(1));
  }

  @Test
  void whatTheUserConfiguredIsTheShortest() {
    Source source = every(Duration.ofMinutes(15));
    NextCheck next = success(source);
    assertAbout(next, Duration.ofMinutes(15));
    assertThat(next.reason()).isEqualTo("every 15 min, as configured");
  }

  @Test
  void anAbsurdWishIsCappedAtAWeek() {
    Wait fresh = new Wait(Duration.ofDays(3650), "the site asked for 3650 d (max-age)");
    assertAbout(success(AUTO, fresh), Duration.ofDays(7));
  }

  @Test
  void aWishThatIsCappedSaysSo() {
    Wait wish = new Wait(Duration.ofDays(400), "the site asked for 400 d (max-age)");
    NextCheck next = NextCheck.afterSuccess(AUTO, List.of(wish), Quiet.NEVER, NOW);
    assertThat(next.reason()).isEqualTo("the site asked for 400 d (max-age), 7 d at most");
    Wait just = new Wait(Duration.ofDays(7), "the site asked for 7 d (max-age)");
    NextCheck week = NextCheck.afterSuccess(AUTO, List.of(just), Quiet.NEVER, NOW);
    assertThat(week.reason()).isEqualTo("the site asked for 7 d (max-age)");
  }

  @Test
  void failuresDoubleTheIntervalUpToADay() {
    assertAbout(failure(AUTO, 1, false), Duration.ofHours(1));
    assertAbout(failure(AUTO, 2, false), Duration.ofHours(2));
    assertAbout(failure(AUTO, 4, false), Duration.ofHours(8));
    assertAbout(failure(AUTO, 1_000, false), Duration.ofHours(24));
  }

  @Test
  void notFoundBacksOffUpToAWeek() {
    assertAbout(failure(AUTO, 1_000, true), Duration.ofDays(7));
  }

  @Test
  void aLongConfiguredIntervalIsNotShortenedByFailure() {
    Source weekly = every(Duration.ofDays(14));
    assertAbout(failure(weekly, 1, false), Duration.ofDays(14));
  }

  @Test
  void retryAfterIsHonouredUpTo31Days() {
    Duration wish = Duration.ofHours(24);
    assertAbout(throttled(wish), Duration.ofHours(24));
    Duration absurd = Duration.ofDays(400);
    assertAbout(throttled(absurd), Duration.ofDays(31));
  }

  @Test
  void aShortRetryAfterIsNoInvitationToHurry() {
    Duration wish = Duration.ofSeconds(1);
    assertAbout(throttled(wish), Duration.ofHours(1));
  }

  @Test
  void throttlingWithoutRetryAfterAtLeastDoubles() {
    assertAbout(throttled(null), Duration.ofHours(2));
  }

  @Test
  void goneIsConfirmedADayLaterAndThenFinal() {
    assertThat(NextCheck.afterGone(false, NOW).at()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(NextCheck.afterGone(true, NOW).at()).isEqualTo(Instant.MAX);
  }

  @Test
  void aFailureDoesNotForgetWhatTheFeedAskedFor() {
    Wait ttl = new Wait(Duration.ofHours(6), "the feed asks for 6 h (ttl)");
    NextCheck next = NextCheck.afterFailure(AUTO, 1, false, List.of(ttl), Quiet.NEVER, NOW);
    assertAbout(next, Duration.ofHours(6));
  }

  @Test
  void aHeldHostIsFreeWhenItsSilenceEndsWhateverTheIntervalOfTheSource() {
    Source daily = every(Duration.ofDays(1));
    assertAbout(
        NextCheck.afterHold(daily, Duration.ofHours(2), Quiet.NEVER, NOW), Duration.ofHours(2));
  }

  @Test
  void theHoursThatAFeedNamesAreLeftOut() {
    Quiet lunch = new Quiet(Set.of(13, 14), Set.of());
    NextCheck next = NextCheck.afterSuccess(AUTO, List.of(), lunch, NOW);
    assertThat(next.at()).isBetween(NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofHours(4)));
    assertThat(next.reason()).endsWith("not in the hours and days that the feed names");
    assertThat(NextCheck.afterFailure(AUTO, 1, false, List.of(), lunch, NOW).at())
        .isAfterOrEqualTo(NOW.plus(Duration.ofHours(3)));
  }

  @Test
  void theDaysThatAFeedNamesAreLeftOutInUtc() {
    Quiet sunday = new Quiet(Set.of(), Set.of(DayOfWeek.SUNDAY));
    Instant next = NextCheck.afterSuccess(AUTO, List.of(), sunday, NOW).at();
    assertThat(next.atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(next).isBefore(NOW.plus(Duration.ofHours(14)));
  }

  @Test
  void hoursAndDaysThatLeaveNoHourOfTheWeekAreIgnored() {
    Set<Integer> odd = Set.of(1, 3, 5);
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    assertAbout(
        NextCheck.afterSuccess(AUTO, List.of(), new Quiet(odd, days), NOW), Duration.ofHours(1));
  }

  @Test
  void thousandsOfSourcesThatAreReadAtOneMomentAreNotReadAtOneMomentAgain() {
    Set<Instant> minutes = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      NextCheck next = success(Source.of("source-" + i, "https://e.org/" + i));
      minutes.add(next.at().truncatedTo(ChronoUnit.SECONDS));
    }
    assertThat(minutes).hasSizeGreaterThan(300);
  }

  @Test
  void ourOwnOutageIsOverSoonAndNotForAllAtTheSameMoment() {
    SourceState one = SourceState.fresh(Source.of("one", "https://e.org/1"), NOW);
    SourceState two = SourceState.fresh(Source.of("two", "https://e.org/2"), NOW);
    assertThat(NextCheck.afterOutage(one, NOW).at())
        .isBetween(NOW.plus(Duration.ofMinutes(5)), NOW.plus(Duration.ofMinutes(10)))
        .isNotEqualTo(NextCheck.afterOutage(two, NOW).at());
  }

  @Test
  void ourOwnOutageShortensNoSilence() {
    Instant later = NOW.plus(Duration.ofDays(1));
    SourceState throttled = SourceState.fresh(AUTO, later);
    assertThat(NextCheck.afterOutage(throttled, NOW).at()).isEqualTo(later);
  }

  @Test
  void aThrottledSiteIsNotAskedSoonerThanItsFeedWishesNorInItsQuietHours() {
    Wait ttl = new Wait(Duration.ofHours(6), "the feed asks for 6 h (ttl)");
    Quiet evening = new Quiet(Set.of(18, 19), Set.of());
    NextCheck next =
        NextCheck.afterThrottling(AUTO, Duration.ofMinutes(1), 0, List.of(ttl), evening, NOW);
    assertThat(next.at()).isBetween(NOW.plus(Duration.ofHours(8)), NOW.plus(Duration.ofHours(9)));
    assertThat(NextCheck.afterHold(AUTO, Duration.ofHours(6), evening, NOW).at())
        .isAfterOrEqualTo(NOW.plus(Duration.ofHours(8)));
  }

  private static NextCheck throttled(@Nullable Duration retryAfter) {
    return NextCheck.afterThrottling(AUTO, retryAfter, 0, List.of(), Quiet.NEVER, NOW);
  }

  private static NextCheck success(Source source, Wait... wishes) {
    return NextCheck.afterSuccess(source, List.of(wishes), Quiet.NEVER, NOW);
  }

  private static NextCheck failure(Source source, int failures, boolean missing) {
    return NextCheck.afterFailure(source, failures, missing, List.of(), Quiet.NEVER, NOW);
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
