package dev.transponder.text;

import static dev.transponder.text.DayOrder.DAY_FIRST;
import static dev.transponder.text.DayOrder.MONTH_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DayOrderTest {
  private static final List<String> ROW =
      List.of("05/06/2026", "03/06/2026", "12/05/2026", "04/05/2026");

  @Test
  void oneNumberAboveTwelveDecidesForAllWhateverTheLanguage() {
    assertThat(DayOrder.of(List.of("05/06/2026", "Posted 13/06/2026, 8:00"), "en-US"))
        .isEqualTo(DAY_FIRST);
    assertThat(DayOrder.of(List.of("05/06/2026", "6-13-2026"), "de")).isEqualTo(MONTH_FIRST);
  }

  @Test
  void datesThatContradictEachOtherDecideNothing() {
    assertThat(DayOrder.of(List.of("13/06/2026", "06/13/2026"), "en-GB")).isNull();
  }

  @Test
  void whatIsNoSuchDateHasNoVote() {
    List<String> others = List.of("2026/13/06", "13/06/26/1", "1.13/06/2026", "45/06/2026");
    assertThat(DayOrder.of(others, null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr-FR", "en-GB", "en_AU", "pt-br", "nl", "es-419", "it", "vi"})
  void mostLanguagesPutTheDayFirst(String language) {
    assertThat(DayOrder.of(List.of("05/06/2026"), language)).isEqualTo(DAY_FIRST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "en_us"})
  void americansPutTheMonthFirst(String language) {
    assertThat(DayOrder.of(List.of("05/06/2026"), language)).isEqualTo(MONTH_FIRST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja", "zh-CN", "hu", "", "x y", "english"})
  void theseLanguagesDoNotTell(String language) {
    assertThat(DayOrder.of(List.of("05/06/2026"), language)).isNull();
  }

  @Test
  void datesThatStandInARowByOneOrderOnlyHaveThatOrder() {
    assertThat(DayOrder.of(ROW, null)).isEqualTo(DAY_FIRST);
    assertThat(DayOrder.of(ROW.reversed(), "en")).isEqualTo(DAY_FIRST);
    assertThat(DayOrder.of(ROW.subList(0, 3), null)).as("too few").isNull();
    assertThat(DayOrder.of(List.of("01/02/2026", "02/02/2026", "03/02/2026", "04/02/2026"), null))
        .as("in a row by both")
        .isNull();
  }

  @Test
  void aRowAgainstItsLanguageDecidesNothing() {
    assertThat(DayOrder.of(ROW, "en-US")).isNull();
    assertThat(DayOrder.of(ROW, "en-GB")).isEqualTo(DAY_FIRST);
  }

  @Test
  void theOrderIsAskedOnlyWhereADateDoesNotTellItself() {
    assertThat(Dates.parse("05/06/2026", DAY_FIRST))
        .isEqualTo(Instant.parse("2026-06-05T00:00:00Z"));
    assertThat(Dates.parse("05/06/2026", MONTH_FIRST))
        .isEqualTo(Instant.parse("2026-05-06T00:00:00Z"));
    assertThat(Dates.parse("05/06/2026")).isNull();
    assertThat(Dates.parse("28/05/2026", MONTH_FIRST))
        .isEqualTo(Instant.parse("2026-05-28T00:00:00Z"));
    assertThat(Dates.parse("Fri, 05/06/2026", MONTH_FIRST))
        .isEqualTo(Instant.parse("2026-06-05T00:00:00Z"));
  }
}
