package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.MonthDay;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateSearchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Posted by Ada on 3 March 2026, 5 min | 2026-03-03T00:00:00Z
          March 3rd, 2026 · News               | 2026-03-03T00:00:00Z
          发布于 2026年3月4日 星期三            | 2026-03-04T00:00:00Z
          2026-03-04 10:30 | 2026-03-04T10:30:00Z
          le 14 février 2026 par Claire         | 2026-02-14T00:00:00Z
          12 de octubre de 2025 | 2025-10-12T00:00:00Z
          [2026/11/3]                           | 2026-11-03T00:00:00Z
          9 февраля 2026 г.                     | 2026-02-09T00:00:00Z
          Ngày 5 tháng 6, 2026                  | 2026-06-05T00:00:00Z
          Updated 2026. 3. 9.                   | 2026-03-09T00:00:00Z
          """)
  void aDayIsFoundAmongOtherWords(String text, Instant date) {
    assertThat(Objects.requireNonNull(DateSearch.find(text, null)).date()).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version 2.14.2026.1",
        "since 2019",
        "March 2026",
        "05/06/2026",
        "call 555-2026",
        ""
      })
  void whatNamesNoDayIsNone(String text) {
    assertThat(DateSearch.find(text, null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "03-15,--03-15",
    "Mar 15,--03-15",
    "15. März,--03-15",
    "3月15日,--03-15",
    "12/24,--12-24"
  })
  void aDayWithoutAYearIsAMonthAndADay(String text, String day) {
    assertThat(DateSearch.monthDay(text)).isEqualTo(MonthDay.parse(day));
  }

  @Test
  void whatStandsAroundTheDayIsKept() {
    DateSearch.Found found =
        Objects.requireNonNull(DateSearch.find("Links of 2026-03-04: maps", null));
    assertThat(found.before()).isEqualTo("Links of ");
    assertThat(found.after()).isEqualTo(": maps");
  }
}
