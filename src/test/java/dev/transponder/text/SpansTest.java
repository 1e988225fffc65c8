package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpansTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT-5S, 0 s",
    "PT45S, 45 s",
    "PT15M, 15 min",
    "PT61S, 1 min 1 s",
    "PT1H30M, 1 h 30 min",
    "PT24H, 24 h",
    "PT49H, 2 d 1 h",
    "P31D, 31 d",
    "PT0.4S, 400 ms",
    "PT1.5S, 1 s",
    "PT-0.4S, 0 s"
  })
  void isSaidInAtMostTwoUnits(Duration span, String words) {
    assertThat(Spans.words(span)).isEqualTo(words);
  }
}
