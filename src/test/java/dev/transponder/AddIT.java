package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code add} as a person uses it: beside a running program, and before there is any file. */
final class AddIT {
  @TempDir Path folder;
  private Origin origin;

  @BeforeEach
  void site() throws IOException {
    origin = new Origin().put("/one", rss("One")).put("/two", rss("Two"));
    origin.put(
        "/notes/",
        "<!DOCTYPE html><title>Notes</title><link rel=alternate"
            + " type='application/rss+xml' href='/two'>");
  }

  @AfterEach
  void closeSite() {
    origin.close();
  }

  @Test
  void aRunningProgramTakesUpWhatIsAdded() throws Exception {
    Path file = folder.resolve("feeds.yml");
    Files.writeString(
        file, "pacing: {gap: 0s}\nsources:\n  - " + origin.url("/one") + " # first\n");
    try (Running program = Running.serve(file)) {
      program.awaitEntries(1);
      String before = Files.readString(file);
      Ran added = Ran.command(folder, "add", origin.url("/notes/"));
      assertThat(added.exit()).as(added.err()).isZero();
      assertThat(added.out()).contains("discovered (rss 2.0), \"Two\": 1 entry", "line 6:");
      assertThat(Files.readString(file)).isEqualTo(before + "  - " + origin.url("/notes/") + "\n");
      program.awaitEntries(2);
      assertThat(program.get("/atom.xml")).contains("<title>Entry of Two</title>");
    }
  }

  @Test
  void theFirstSourceMakesTheFile() throws Exception {
    Ran added = Ran.command(folder, "add", origin.url("/one"));
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.out()).contains("Added to feeds.yml (a new file), line 3:");
    assertThat(Ran.command(folder, "check").out()).isEqualTo("feeds.yml: 1 source, no mistakes\n");
    assertThat(Ran.command(folder, "add", origin.url("/one/")).exit()).isEqualTo(2);
    Ran nothing = Ran.command(folder, "add", origin.url("/none"));
    assertThat(nothing.exit()).isEqualTo(1);
    assertThat(nothing.err()).contains("404 Not Found", "nothing was added to feeds.yml");
    assertThat(Ran.command(folder, "check").out()).contains("1 source");
  }

  private static String rss(String title) {
    return """
        <rss version='2.0'><channel><title>%1$s</title><link>https://s.example.org/%1$s/</link>
        <item><title>Entry of %1$s</title><guid>%1$s-1</guid>
        <pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>
        """
        .formatted(title);
  }
}
