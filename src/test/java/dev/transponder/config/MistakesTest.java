package dev.transponder.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MistakesTest {
  private static final Path FOLDER = Path.of("src/test/resources/config/mistakes");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SECRET", "hunter2", "WRONG_URL", "nonsense-hunter2");

  @TempDir private Path temporary;

  @ParameterizedTest
  @MethodSource("files")
  void everyMistakeOfAFileIsNamedWithItsPlace(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    ConfigException mistakes =
        catchThrowableOfType(
            ConfigException.class, () -> FeedsFile.load(file, ENVIRONMENT, Checked.PATTERNS));
    assertThat(mistakes).as("%s has mistakes", name).isNotNull();
    String messages =
        mistakes.problems().stream()
            .map(p -> p.toString().replace(FOLDER + "/", ""))
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(messages)
        .isEqualTo(Files.readString(FOLDER.resolve(name.replace(".yml", ".txt"))))
        .doesNotContain("hunter2");
  }

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".yml"))
          .toList()
          .stream();
    }
  }

  @Test
  void aMissingFileSaysHowToNameAnother() {
    assertThatThrownBy(
            () -> FeedsFile.load(Path.of("nowhere/feeds.yml"), Map.of(), Checked.PATTERNS))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "nowhere/feeds.yml: not found; create it, or name another file with --config FILE");
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> FeedsFile.load(temporary, Map.of(), Checked.PATTERNS))
        .hasMessage(temporary + ": is a folder; name a file, for example with --config feeds.yml");
  }

  @Test
  void aPictureIsNoText() throws IOException {
    Path file = temporary.resolve("feeds.yml");
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0});
    assertThatThrownBy(() -> FeedsFile.load(file, Map.of(), Checked.PATTERNS))
        .hasMessage(file + ":1:1: not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void latin1IsNamedWithItsPlace() throws IOException {
    Path file = temporary.resolve("feeds.yml");
    Files.write(file, "title: x\nsubtitle: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> FeedsFile.load(file, Map.of(), Checked.PATTERNS))
        .hasMessage(file + ":2:14: not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void controlCharactersAreNamedWithTheirPlace() throws IOException {
    Path file = temporary.resolve("feeds.yml");
    Files.writeString(file, "title: \u001b[31m\n");
    assertThatThrownBy(() -> FeedsFile.load(file, Map.of(), Checked.PATTERNS))
        .hasMessage(file + ":1:8: not text: a control character (U+001B); remove it");
  }

  @Test
  void deepNestingAndManyAliasesEndInAMessage() throws IOException {
    Path file = temporary.resolve("feeds.yml");
    Files.writeString(file, "sources: " + "[".repeat(200_000));
    assertThatThrownBy(() -> FeedsFile.load(file, Map.of(), Checked.PATTERNS))
        .isInstanceOf(ConfigException.class);
    StringBuilder laughs = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 60; i++) {
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    Files.writeString(file, laughs);
    assertThatThrownBy(() -> FeedsFile.load(file, Map.of(), Checked.PATTERNS))
        .isInstanceOf(ConfigException.class);
  }
}
