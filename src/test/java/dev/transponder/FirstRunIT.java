package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who starts a fresh checkout, without a network. */
final class FirstRunIT {
  @TempDir Path folder;

  @BeforeEach
  void checkout() throws IOException {
    // The public blogs are left out: a test asks nobody outside.
    String feeds = Files.readString(Path.of("feeds.yml")).replaceAll("(?m)^ *- https://.*\n", "");
    Files.writeString(folder.resolve("feeds.yml"), feeds);
    try (Stream<Path> samples = Files.walk(Path.of("samples"))) {
      for (Path file : samples.toList()) {
        Files.copy(file, folder.resolve(file));
      }
    }
  }

  @Test
  void theSamplesAreServedAndSigtermEndsItWithinFiveSeconds() throws Exception {
    try (Running program = Running.serve(folder.resolve("feeds.yml"))) {
      program.awaitEntries(12);
      assertThat(program.get("/atom.xml"))
          .contains("<title>First light</title>")
          .contains("https://notes.example.org/tokenizers-zh")
          .contains("https://notes.example.org/labels-age")
          .doesNotContain("阅读全文");
      assertThat(program.get("/")).contains("INCOMING TRANSMISSION", "First light", "NLP");
      assertThat(program.get("/livez")).isNotBlank();
      assertThat(program.get("/readyz")).isNotBlank();
      assertThat(program.endByTerm()).isIn(0, 143);
    }
  }

  @Test
  void refreshReadsTheSamplesAndStatusTellsOfThem() throws Exception {
    Ran refresh = Ran.command(folder, "refresh");
    assertThat(refresh.exit()).isZero();
    assertThat(refresh.out()).contains("samples-notes-index-html", "9 new", "3 new");
    Ran again = Ran.command(folder, "refresh", "--source", "samples-signals-xml");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains("nothing new");
    assertThat(Ran.command(folder, "status").out()).contains("samples-signals-xml", "12 entries");
  }
}
