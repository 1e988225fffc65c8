package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TitlesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The mountain show #    | The mountain show",
        "The mountain show ¶    | The mountain show",
        "# The mountain show    | The mountain show",
        "🔗 2026 in review       | 2026 in review",
        "#99: The mountain show | #99: The mountain show",
        "§ 15 EStG              | § 15 EStG"
      })
  void theMarkOfAPermanentLinkIsNoPartOfATitle(String written, String title) {
    assertThat(Titles.tidy(written)).isEqualTo(title);
  }
}
