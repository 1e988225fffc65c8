package dev.transponder.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceFormatTest {
  @Test
  void everySourceIsFormatted() throws IOException, FormatterException {
    List<Path> sources = SourceFormat.javaFiles(Path.of("src"));
    List<Path> unformatted = new ArrayList<>();
    for (Path file : sources) {
      String source = Files.readString(file);
      if (!SourceFormat.format(source).equals(source)) {
        unformatted.add(file);
      }
    }
    assertThat(sources).isNotEmpty();
    assertThat(unformatted).as("format them with: mvn -q validate -Pformat").isEmpty();
  }

  @Test
  void aBadlyIndentedLineAndAnUnusedImportAreRefused() throws FormatterException {
    String source = "import java.util.List;\nfinal class A {\n    int a;\n}\n";
    assertThat(SourceFormat.format(source)).isEqualTo("final class A {\n  int a;\n}\n");
  }
}
