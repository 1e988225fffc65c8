package dev.transponder.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is one idea: never over 400 lines. */
final class SourceFilesTest {
  private static final int LONGEST = 400;

  @TempDir Path folder;

  @Test
  void noSourceIsTooLong() throws IOException {
    assertThat(SourceFormat.javaFiles(Path.of("src"))).isNotEmpty();
    assertThat(tooLong(Path.of("src"))).isEmpty();
  }

  @Test
  void aSourceOf401LinesIsRefused() throws IOException {
    Files.writeString(folder.resolve("Good.java"), "\n".repeat(LONGEST));
    Path bad = Files.writeString(folder.resolve("Bad.java"), "\n".repeat(LONGEST + 1));
    assertThat(tooLong(folder)).containsExactly(bad);
  }

  private static List<Path> tooLong(Path below) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : SourceFormat.javaFiles(below)) {
      if (Files.readAllLines(file).size() > LONGEST) {
        found.add(file);
      }
    }
    return found;
  }
}
