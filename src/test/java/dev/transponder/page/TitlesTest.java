package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TitlesTest {
  @Test
  void aTitleThatMostEntriesShareIsALabelAndOneOfTwoIsThatOfASeries() {
    List<Entry> series =
        Stream.of("Weekly links", "Ferry", "Museum", "Weekly links", "Harbour")
            .map(TitlesTest::entry)
            .toList();
    assertThat(Titles.withoutLabels(series)).isEqualTo(series);
    List<Entry> labels =
        Stream.of("Notes", "Notes", "News", "News", "Ferry").map(TitlesTest::entry).toList();
    assertThat(Titles.withoutLabels(labels))
        .extracting(Entry::title)
        .containsExactly("It rains.", "It rains.", "It rains.", "It rains.", "Ferry");
  }

  /** Each leads elsewhere. */
  private static Entry entry(String title) {
    String link = "https://e.org/" + UUID.randomUUID();
    return Entry.builder().title(title).link(link).summary("It rains. It snows.").build();
  }

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
