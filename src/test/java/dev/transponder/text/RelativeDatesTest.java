package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RelativeDatesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:34:56Z");

  @ParameterizedTest
  @CsvSource({
    "3 days ago,2026-11-21T00:00:00Z",
    "an hour ago,2026-11-24T11:00:00Z",
    "5 min ago,2026-11-24T12:29:00Z",
    "2 weeks ago,2026-11-10T00:00:00Z",
    "1 year ago,2025-11-24T00:00:00Z",
    "yesterday · 4 min read,2026-11-23T00:00:00Z",
    "vor 2 Stunden,2026-11-24T10:00:00Z",
    "vor einem Monat,2026-10-24T00:00:00Z",
    "il y a 3 jours,2026-11-21T00:00:00Z",
    "hace 2 semanas,2026-11-10T00:00:00Z",
    "há 4 dias,2026-11-20T00:00:00Z",
    "5 giorni fa,2026-11-19T00:00:00Z",
    "2 uur geleden,2026-11-24T10:00:00Z",
    "3 дня назад,2026-11-21T00:00:00Z",
    "2 gün önce,2026-11-22T00:00:00Z",
    "3天前,2026-11-21T00:00:00Z",
    "2 小时前,2026-11-24T10:00:00Z",
    "1週間前,2026-11-17T00:00:00Z",
    "3日前,2026-11-21T00:00:00Z",
    "5일 전,2026-11-19T00:00:00Z",
    "昨天,2026-11-23T00:00:00Z",
    "3 hari yang lalu,2026-11-21T00:00:00Z",
    "3 години тому,2026-11-24T09:00:00Z",
    "a moment ago,2026-11-24T12:34:00Z",
    "před 2 lety,2024-11-24T00:00:00Z",
    "gestern,2026-11-23T00:00:00Z"
  })
  void aDateIsSaidFromThePresent(String text, Instant date) {
    assertThat(RelativeDates.parse(text, NOW)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 min read",
        "3 comments",
        "in 3 days",
        "long ago",
        "前",
        "12月前半",
        "2026-03-04",
        ""
      })
  void whatIsNotSaidFromThePresentIsNone(String text) {
    assertThat(RelativeDates.parse(text, NOW)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'By Ada, 3 days ago, at length','By Ada, 4 days ago, at length'",
    "'Ada · yesterday · 4 min','Ada · 2 days ago · 4 min'",
    "'Heute: ein Schiff','Gestern: ein Schiff'",
    "'vor einer Stunde im Hafen','vor 2 Tagen im Hafen'",
    "港口 3天前 发布,港口 4天前 发布",
    "港口 刚刚 发布,港口 昨天 发布",
    "3일 전 항구,1주 전 항구"
  })
  void withoutWhatIsSaidFromThePresentATextIsTheSameTomorrow(String today, String tomorrow) {
    assertThat(RelativeDates.without(today)).isEqualTo(RelativeDates.without(tomorrow));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Todayish news", "5 min read", "in 3 days", "2026-03-04", "Unter昨", ""})
  void theRestOfATextStays(String text) {
    assertThat(RelativeDates.without(text)).isEqualTo(text);
  }
}
