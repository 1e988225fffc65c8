package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.page.MainText.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTextTest {
  private static final Path FIXTURES = Path.of("src/test/resources/page/text");

  @ParameterizedTest
  @ValueSource(strings = {"english", "chinese", "german"})
  void aPageGivesItsTextAndNothingThatStandsAroundIt(String name) throws IOException {
    String page = Files.readString(FIXTURES.resolve(name + ".html"));
    String expected = Files.readString(FIXTURES.resolve(name + ".expected.html"));
    assertThat(text(page, title(name)).html().strip()).isEqualTo(expected.strip());
  }

  private static String title(String name) {
    return switch (name) {
      case "english" -> "How many steps does a decoder need?";
      case "chinese" -> "扩散语言模型的并行解码";
      default -> "Warum die Übertragung wartet";
    };
  }

  static Answer.Text text(String page, @Nullable String title) {
    return (Answer.Text) read(page, title);
  }

  private static Answer read(String page, @Nullable String title) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
    return MainText.of(new Document("https://e.org/notes/one/", headers, bytes), title, () -> {});
  }
}
