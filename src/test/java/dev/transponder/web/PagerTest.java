package dev.transponder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PagerTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "1, 2, 1 2",
    "2, 3, 1 2 3",
    "1, 4, 1 2 3 4",
    "1, 5, 1 2 3 … 5",
    "3, 5, 1 2 3 4 5",
    "5, 9, 1 … 4 5 6 … 9",
    "9, 9, 1 … 7 8 9",
    "500000, 1000000, 1 … 499999 500000 500001 … 1000000"
  })
  void firstLastAndThreeAroundThePage(int number, int pages, String shown) {
    String steps =
        Pager.of(number, pages).steps().stream()
            .map(step -> step == Pager.GAP ? "…" : Integer.toString(step))
            .collect(Collectors.joining(" "));
    assertThat(steps).isEqualTo(shown);
  }
}
