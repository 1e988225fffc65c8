package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
  private static final String DATE = "Sun, 01 Mar 2026 12:00:00 GMT";

  /** Our clock is a day behind theirs. */
  private final Times times = new Times(InstantSource.fixed(Instant.parse("2026-02-28T12:00:00Z")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          max-age=43200                     |     | 43200
          public, MAX-AGE = "3600"          |     | 3600
          max-age=3600, max-age=9           |     | 3600
          max-age=3600                      | 600 | 3000
          s-maxage=9, max-age=3600          | x   | 3600
          no-cache, max-age=3600            |     | 3600
          max-age=99999999999999999999      |     | 2147483648
          """)
  void maxAgeLessItsAgeIsWhatTheSiteAsks(String control, String age, long seconds) {
    Headers.Builder headers = new Headers.Builder().add("Cache-Control", control);
    if (age != null) {
      headers.add("Age", age);
    }
    Wait fresh = times.fresh(headers.add("Expires", "0").build());
    assertThat(fresh).extracting(Wait::duration).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void theReasonIsInWords() {
    assertThat(times.fresh(Headers.of("Cache-Control", "max-age=43200")))
        .isEqualTo(new Wait(Duration.ofHours(12), "the site asked for 12 h (max-age)"));
    assertThat(times.fresh(Headers.of("Date", DATE, "Expires", "Sun, 01 Mar 2026 13:30:00 GMT")))
        .isEqualTo(new Wait(Duration.ofMinutes(90), "the site asked for 1 h 30 min (Expires)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"max-age=0", "no-store", "max-age=-5", "max-age=1h", "max-age", ""})
  void whatSaysNothingUsableIsNoWait(String control) {
    assertThat(times.fresh(Headers.of("Cache-Control", control))).isNull();
  }

  @Test
  void anAnswerThatWasOldWhenItCameIsNoWait() {
    assertThat(times.fresh(Headers.of("Cache-Control", "max-age=60", "Age", "61"))).isNull();
    assertThat(times.fresh(Headers.of("Expires", "0"))).isNull();
    assertThat(times.fresh(Headers.of("Date", DATE, "Expires", DATE))).isNull();
    assertThat(times.fresh(Headers.of())).isNull();
  }

  @Test
  void expiresWithoutADateIsComparedWithOurClock() {
    assertThat(times.fresh(Headers.of("Expires", "Sat, 28 Feb 2026 13:00:00 GMT")))
        .extracting(Wait::duration)
        .isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 01 Mar 2026 13:00:00 GMT",
        "Sunday, 01-Mar-26 13:00:00 GMT",
        "Sun Mar  1 13:00:00 2026",
        "3600",
        " 3600 "
      })
  void retryAfterIsReadInAllItsFormsByTheirClock(String value) {
    assertThat(times.retryAfter(Headers.of("Date", DATE, "Retry-After", value)))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void retryAfterIsCappedAtAMonthAndNeverNegative() {
    assertThat(times.retryAfter(Headers.of("Retry-After", "99999999999999")))
        .isEqualTo(Duration.ofDays(31));
    assertThat(times.retryAfter(Headers.of("Retry-After", "Sat, 01 Mar 2036 13:00:00 GMT")))
        .isEqualTo(Duration.ofDays(31));
    assertThat(times.retryAfter(Headers.of("Retry-After", "Sat, 01 Mar 2006 13:00:00 GMT")))
        .isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "12h"})
  void aRetryAfterThatCannotBeReadIsNone(String value) {
    assertThat(times.retryAfter(Headers.of("Retry-After", value))).isNull();
    assertThat(times.retryAfter(Headers.of())).isNull();
  }
}
