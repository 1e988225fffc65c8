package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code preview} and {@code add} beside a service: to a site both are one program. */
final class PreviewIT {
  private static final String LISTING =
      """
      <!DOCTYPE html><title>Notes of N</title><h1>Notes</h1><div class=list>
      <div class=card><h2><a href=/n/1>The first note</a></h2><time datetime=2026-03-01>1 March</time>
      <p>It tells of the first thing.</p></div>
      <div class=card><h2><a href=/n/2>Another note</a></h2><time datetime=2026-03-02>2 March</time>
      <p>It tells of “another” thing.</p></div>
      <div class=card><h2><a href=/n/3>A third note</a></h2><time datetime=2026-03-03>3 March</time>
      <p>It tells of a third thing.</p></div>
      <div class=card><h2><a href=/n/4>And a last note</a></h2><time datetime=2026-03-04>4 March</time>
      <p>It tells of the last thing.</p></div></div>
      """;

  @TempDir Path folder;
  private ScriptedSite site;
  private Path feeds;

  @BeforeEach
  void site() throws IOException {
    site = new ScriptedSite();
    site.feed("/one", rss("One"));
    site.feed("/two", rss("Two"));
    site.page("/notes/", LISTING);
    site.page(
        "/page",
        "<!DOCTYPE html><title>P</title><link rel=alternate type='application/rss+xml' href=/two>");
    feeds = folder.resolve("feeds.yml");
    Files.writeString(feeds, "pacing: {gap: 0s}\nsources:\n  - " + site.url("/one") + "\n");
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void previewPrintsTheSameWhoeverLooks() throws Exception {
    List<String> urls =
        List.of(
            site.url("/two"),
            site.url("/notes/"),
            site.url("/page"),
            site.url("/none"),
            "file:f.xml");
    Files.writeString(folder.resolve("f.xml"), rss("File"));
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(1);
      List<Ran> served = previews(urls);
      program.endByTerm();
      assertThat(served).isEqualTo(previews(urls));
      assertThat(served.get(2).out()).contains("listing, ", "  - url: ", "      entry: ");
    }
  }

  private List<Ran> previews(List<String> urls) throws Exception {
    List<Ran> all = new ArrayList<>();
    for (String url : urls) {
      Ran ran = Ran.command(folder, "preview", url);
      // Ages go on while programs start.
      all.add(new Ran(ran.exit(), ran.out().replaceAll("is [0-9hd ]+ old", "is old"), ran.err()));
      all.add(Ran.command(folder, "preview", "--json", url));
    }
    return all;
  }

  @Test
  void aHostThatTheServiceLeavesAloneIsNotAsked() throws Exception {
    site.answer("/one", 429, Map.of("Retry-After", "7200"), "");
    try (Running program = Running.serve(feeds)) {
      program.await(() -> !site.requests("/one").isEmpty());
      program.await(() -> program.get("/sources").contains("429"));
      String before = Files.readString(feeds);
      Ran preview = Ran.command(folder, "preview", site.url("/two"));
      assertThat(preview.exit()).isEqualTo(1);
      assertThat(preview.err()).startsWith("not asked: its host wants fewer requests");
      Ran added = Ran.command(folder, "add", site.url("/two"));
      assertThat(added.exit()).isEqualTo(1);
      assertThat(Files.readString(feeds)).isEqualTo(before);
      assertThat(site.requests("/two")).isEmpty();
    }
  }

  @Test
  void aRobotsTxtThatTheServiceHasReadIsNotReadAgain() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(1);
      assertThat(Ran.command(folder, "preview", site.url("/notes/")).exit()).isZero();
      assertThat(Ran.command(folder, "preview", site.url("/page")).exit()).isZero();
      assertThat(site.requests("/robots.txt")).hasSize(1);
    }
  }

  @Test
  void aSourceIsLookedAtAsTheFileSaysAtThatMoment() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(1);
      Files.writeString(
          feeds,
          Files.readString(feeds)
              + "  - {url: \"%s\", scrape: {entry: \".card:first-child\"}}\n"
                  .formatted(site.url("/notes/")));
      assertThat(Ran.command(folder, "preview", site.url("/notes/")).out())
          .contains("selectors (html)", ": 1 entry", "The first note");
    }
  }

  @Test
  void whereNoServiceAnswersNobodyIsAsked() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(1);
      String elsewhere = Files.readString(feeds).replaceAll("(?m)^admin:.*", "admin: 127.0.0.1:1");
      Files.writeString(feeds, elsewhere);
      for (String command : List.of("preview", "add")) {
        Ran ran = Ran.command(folder, command, site.url("/two"));
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).endsWith("nobody answers on 127.0.0.1:1.\n");
      }
      assertThat(site.requests("/two")).isEmpty();
    }
  }

  private static String rss(String title) {
    return """
        <rss version='2.0'><channel><title>%1$s</title><link>https://s.example.org/%1$s/</link>
        <item><title>Entry of %1$s</title><guid>%1$s-1</guid><author>ada@example.org (Ada)</author>
        <category>c</category><enclosure url='https://s.example.org/f.mp3' length='5' type='audio/mpeg'/>
        <description>&lt;p&gt;Line one&lt;br&gt; two\n€&lt;/p&gt;</description>
        <pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>
        """
        .formatted(title);
  }
}
