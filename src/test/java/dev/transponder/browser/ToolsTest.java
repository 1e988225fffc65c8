package dev.transponder.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolsTest {
  @TempDir Path folder;
  private Path one;
  private Path two;

  @BeforeEach
  void folders() throws IOException {
    one = Files.createDirectory(folder.resolve("one"));
    two = Files.createDirectory(folder.resolve("two"));
  }

  @Test
  void bothAreFoundOnThePathWhateverTheirName() throws Exception {
    Path chromium = program(two, "google-chrome");
    Path node = program(one, "nodejs");
    assertThat(Tools.find(Map.of("PATH", path()))).isEqualTo(new Tools(chromium, node));
  }

  @Test
  void theFirstFolderOfThePathCountsFirst() throws Exception {
    program(two, "chromium");
    program(two, "node");
    Path chromium = program(one, "google-chrome");
    Path node = program(one, "node");
    assertThat(Tools.find(Map.of("PATH", path()))).isEqualTo(new Tools(chromium, node));
  }

  @Test
  void whatTheEnvironmentNamesIsTakenInsteadOfWhatIsOnThePath() throws Exception {
    program(one, "chromium");
    Path node = program(one, "node");
    Path mine = program(two, "my-browser");
    assertThat(Tools.find(Map.of("PATH", path(), "CHROMIUM", mine.toString(), "NODE", " ")))
        .isEqualTo(new Tools(mine, node));
  }

  @Test
  void whatTheEnvironmentNamesAndIsNotThereIsNotReplacedInSilence() throws Exception {
    program(one, "chromium");
    program(one, "node");
    assertThatThrownBy(() -> Tools.find(Map.of("PATH", path(), "NODE", "/nowhere/node")))
        .isInstanceOf(Tools.Missing.class)
        .hasMessageContaining("needs Node.js, which is not on this machine")
        .hasMessageContaining("environment variable NODE");
  }

  @Test
  void aFolderOrAFileThatCannotBeRunIsNoProgram() throws Exception {
    Files.createDirectory(one.resolve("chromium"));
    Files.createFile(one.resolve("google-chrome"));
    program(one, "node");
    assertThatThrownBy(() -> Tools.find(Map.of("PATH", path())))
        .isInstanceOf(Tools.Missing.class)
        .hasMessageContaining("needs Chromium");
  }

  @Test
  void aPathThatIsNoneIsPassedOver() throws Exception {
    Path chromium = program(one, "chromium");
    Path node = program(one, "node");
    String odd = "\0" + File.pathSeparator + File.pathSeparator + path();
    assertThat(Tools.find(Map.of("PATH", odd))).isEqualTo(new Tools(chromium, node));
    assertThatThrownBy(() -> Tools.find(Map.of())).isInstanceOf(Tools.Missing.class);
  }

  private String path() {
    return one + File.pathSeparator + two;
  }

  private static Path program(Path folder, String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
