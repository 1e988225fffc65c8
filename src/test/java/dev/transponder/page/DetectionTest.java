package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page below {@code src/test/resources/page} gives what the file beside it says. */
final class DetectionTest {
  private final PageReader reader = new PageReader();

  static List<FixturePage> pages() throws IOException {
    return FixturePage.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void eachPageGivesWhatIsExpectedOfIt(FixturePage page) throws IOException {
    List<String> expected = page.expected().stream().filter(l -> !l.startsWith("url ")).toList();
    Detection detection = reader.detect(page.document(), Pages.NOW, Pages.BUDGET);
    assertThat(FixturePage.told(detection, expected)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void readingAPageByItsLearnedRuleGivesTheSame(FixturePage page) throws IOException {
    if (reader.detect(page.document(), Pages.NOW, Pages.BUDGET) instanceof Detection.Found found) {
      assertThat(reader.read(page.document(), found.rule(), Pages.NOW, Pages.BUDGET))
          .isEqualTo(found.parsed());
    }
  }
}
