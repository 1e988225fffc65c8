package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refreshes of a site: politely, once, and safe against sudden death. */
final class RefreshIT {
  private static final int SOURCES = 12;
  private static final int ENTRIES = 5;

  @TempDir Path folder;
  private Origin origin;

  @BeforeEach
  void site() throws IOException {
    origin = new Origin();
    StringBuilder yaml =
        new StringBuilder(
            "base-url: https://me.example.org/\npacing: {gap: 0s, parallel: 4}\nsources:\n");
    for (int source = 0; source < SOURCES; source++) {
      origin.put("/feed" + source, rss(source));
      yaml.append("  - ").append(origin.url("/feed" + source)).append('\n');
    }
    origin.put(
        "/page",
        "<!DOCTYPE html><title>A page</title><link rel=alternate"
            + " type='application/rss+xml' href='/hidden'>");
    origin.put("/hidden", rss(SOURCES));
    yaml.append("  - ").append(origin.url("/page")).append('\n');
    Files.writeString(folder.resolve("feeds.yml"), yaml);
  }

  @AfterEach
  void closeSite() {
    origin.close();
  }

  @Test
  void aSecondRefreshAsksOnlyConditionallyAndAddsNothing() throws Exception {
    int all = (SOURCES + 1) * ENTRIES;
    Ran first = Ran.command(folder, "refresh");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains(all + " new");
    origin.forgetRequests();
    Ran second = Ran.command(folder, "refresh");
    assertThat(second.exit()).isZero();
    assertThat(second.out()).contains((SOURCES + 1) + " refreshed, 0 not; 0 new, 0 changed");
    assertThat(origin.requests())
        .hasSize(SOURCES + 1)
        .allMatch(request -> request.conditional() && request.status() == 304)
        .noneMatch(request -> request.path().equals("/page"));
    String feed = served(all);
    assertThat(served(all)).as("after a restart").isEqualTo(feed);
  }

  @Test
  void aRefreshThatWasKilledLosesNothingAndRepeatsNothing() throws Exception {
    int all = (SOURCES + 1) * ENTRIES;
    for (int requests = 3; requests <= SOURCES; requests += 5) {
      origin.forgetRequests();
      Process process =
          Ran.process(folder, List.of("refresh"), Map.of())
              .redirectError(Redirect.DISCARD)
              .redirectOutput(Redirect.DISCARD)
              .start();
      while (origin.requests().size() < requests && process.isAlive()) {
        Thread.onSpinWait();
      }
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    Ran.command(folder, "refresh");
    Ran refresh = Ran.command(folder, "refresh");
    assertThat(refresh.exit()).isZero();
    assertThat(refresh.out()).contains((SOURCES + 1) + " refreshed, 0 not; 0 new, 0 changed");
    String killed = served(all);
    Path calm = Files.createDirectory(folder.resolve("calm"));
    Files.copy(folder.resolve("feeds.yml"), calm.resolve("feeds.yml"));
    Ran.command(calm, "refresh");
    folder = calm;
    assertThat(ids(served(all))).isEqualTo(ids(killed));
  }

  private String served(int entries) throws Exception {
    try (Running program = Running.serve(folder.resolve("feeds.yml"))) {
      program.awaitEntries(entries);
      String feed = program.get("/atom.xml");
      program.endByTerm();
      return feed;
    }
  }

  private static List<String> ids(String feed) {
    return Pattern.compile("<entry[^>]*><id>([^<]+)</id>")
        .matcher(feed)
        .results()
        .map(found -> found.group(1))
        .sorted()
        .toList();
  }

  private String rss(int source) {
    String entries =
        IntStream.range(0, ENTRIES)
            .mapToObj(
                entry ->
                    """
                    <item><title>Entry %1$d of %2$d</title><guid>%2$d-%1$d</guid>
                    <link>https://s%2$d.example.org/%1$d</link>
                    <pubDate>Tue, 1%1$d Mar 2026 08:00:00 GMT</pubDate></item>
                    """
                        .formatted(entry, source))
            .collect(Collectors.joining());
    return "<rss version='2.0'><channel><title>S"
        + source
        + "</title>"
        + entries
        + "</channel></rss>";
  }
}
