package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with {@code render: browser}: from a page without entries to the feed. */
@Tag("long")
final class RenderIT {
  private static final List<String> CHROMIUM =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final String LIST =
      """
      const answer = await fetch('list.json');
      const list = document.getElementById('list');
      list.textContent = '';
      for (const {name, title, date} of await answer.json()) {
        const card = document.createElement('article');
        card.innerHTML = `<h2><a href="${name}">${title}</a></h2><time>${date}</time>
          <p>What the keeper wrote down that evening, at some length, and with an end.</p>`;
        list.append(card);
      }
      """;

  @TempDir Path folder;
  private ScriptedSite site;

  @BeforeEach
  void site() throws IOException {
    assumeTrue(isInstalled(CHROMIUM), "Chromium is missing: apt-get install chromium");
    assumeTrue(
        isInstalled(List.of("node", "nodejs")), "Node.js is missing: apt-get install nodejs");
    site = new ScriptedSite();
    Files.writeString(
        folder.resolve("feeds.yml"),
        "pacing: {gap: 0s}\nsources:\n  - {url: \"%s\", render: browser}\n"
            .formatted(site.url("/notes/")));
  }

  @AfterEach
  void closeSite() {
    if (site != null) {
      site.close();
    }
  }

  @Test
  void theListThatScriptsMakeIsServedAsAFeedWithoutSelectors() throws Exception {
    site.page(
        "/notes/",
        "<!DOCTYPE html><title>Notes</title><main id=list>Loading</main>"
            + "<script type=module src=list.js></script>");
    site.answer("/notes/list.js", 200, type("text/javascript"), LIST);
    site.answer("/notes/list.json", 200, type("application/json"), entries());
    try (Running program = Running.serve(folder.resolve("feeds.yml"))) {
      program.awaitEntries(5);
      assertThat(program.get("/atom.xml"))
          .contains(
              "<title>The third lamp is lit again</title>",
              site.url("/notes/lamp-3"),
              "<published>2026-03-03T00:00:00Z</published>");
      endWithoutALeftover(program);
    }
    assertThat(site.requests("/"))
        .containsExactly(
            "GET /robots.txt", "GET /notes/", "GET /notes/list.js", "GET /notes/list.json");
  }

  @Test
  void theProgramEndsInTheMiddleOfAPageThatNeverEnds() throws Exception {
    site.page("/notes/", "<!DOCTYPE html><title>Notes</title><script>while (true);</script>");
    try (Running program = Running.serve(folder.resolve("feeds.yml"))) {
      program.await(() -> browsers(program.descendants()).count() > 3);
      endWithoutALeftover(program);
    }
  }

  private static Map<String, String> type(String type) {
    return Map.of("Content-Type", type);
  }

  private static String entries() {
    List<String> numbers = List.of("first", "second", "third", "fourth", "fifth");
    return IntStream.rangeClosed(1, 5)
        .mapToObj(
            n ->
                "{\"name\": \"lamp-%1$d\", \"title\": \"The %2$s lamp is lit again\", \"date\": \"2026-03-%1$02d\"}"
                    .formatted(n, numbers.get(n - 1)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** After SIGTERM, within the seconds that {@link Running#endByTerm} gives it. */
  private static void endWithoutALeftover(Running program) throws InterruptedException {
    List<ProcessHandle> before = program.descendants();
    assertThat(browsers(before)).as("browsers before").isNotEmpty();
    program.endByTerm();
    assertThat(browsers(before)).as("browsers after").isEmpty();
  }

  /** Those that run; one that has ended has no command any more. */
  private static Stream<ProcessHandle> browsers(List<ProcessHandle> processes) {
    return processes.stream()
        .filter(process -> process.info().command().orElse("").matches(".*(chrom|node).*"));
  }

  private static boolean isInstalled(List<String> names) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(place -> names.stream().map(name -> Path.of(place, name)))
        .anyMatch(Files::isExecutable);
  }
}
