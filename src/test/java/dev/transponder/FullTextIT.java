package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.config.Config;
import dev.transponder.config.FeedsFile;
import dev.transponder.model.StoredEntry;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.RefreshResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source with {@code full-text} stores, and what its site sees, over refreshes. */
final class FullTextIT {
  private static final String HALF =
      "The receiver was switched on at dawn, and, as always, nobody had expected that it would hear"
          + " so much, so clearly, from so far away.";

  @TempDir private Path folder;
  private ScriptedSite site;
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private List<StoredEntry> stored = List.of();

  @BeforeEach
  void site() throws IOException {
    site = new ScriptedSite();
    Files.writeString(
        folder.resolve("feeds.yml"),
        "pacing: {gap: 0s}\nsources:\n  - {id: s, url: \"%s\", full-text: true}\n"
            .formatted(site.url("/feed")));
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void aNewEntryGetsTheTextOfItsPageCleanedAndAbsolute() throws Exception {
    feed("one");
    site.page("/one", page("one", "<p onclick=evil()><img src=a.png> and <a href=b>more</a>.</p>"));
    assertThat(refresh().message()).isEqualTo("1 new (full text of 1 of 1)");
    assertThat(content("one"))
        .contains(HALF, "<img src=\"" + site.url("/a.png") + "\">")
        .doesNotContain("evil", "Home", "Comments");
    assertThat(site.requests("/one")).containsExactly("GET /one");
  }

  @Test
  void aFullTextIsNoChangeWhenTheFeedIsReadAgain() throws Exception {
    feed("one");
    site.page("/one", page("one", ""));
    refresh();
    StoredEntry before = stored.getFirst();
    site.feed("/feed", rss("<!-- other bytes -->", "one"));
    assertThat(refresh().message()).isEqualTo("nothing new");
    assertThat(stored.getFirst()).isEqualTo(before);
    assertThat(site.requests("/one")).hasSize(1);
  }

  @Test
  void aChangeOfTheFeedLeavesTheFullText() throws Exception {
    feed("one");
    site.page("/one", page("one", ""));
    refresh();
    site.feed("/feed", rss("", "one").replace("Short one", "Changed one"));
    assertThat(refresh().message()).isEqualTo("nothing new, 1 changed");
    assertThat(content("one")).contains(HALF);
    assertThat(stored.getFirst().entry().summary()).isEqualTo("Changed one");
    assertThat(site.requests("/one")).hasSize(1);
  }

  @Test
  void whatCouldNotBeHadComesLaterAlsoIfTheFeedIsTheSameAndUpdatedMovesOnce() throws Exception {
    feed("one");
    assertThat(refresh().message()).isEqualTo("1 new (full text of 0 of 1)");
    StoredEntry before = stored.getFirst();
    assertThat(before.entry().content()).isNull();
    site.page("/one", page("one", ""));
    RefreshResult later = refresh();
    assertThat(later.message()).isEqualTo("nothing new (full text of 1 earlier)");
    assertThat(later.updated()).isEqualTo(1);
    StoredEntry after = stored.getFirst();
    assertThat(content("one")).contains(HALF);
    assertThat(after.atomId()).isEqualTo(before.atomId());
    assertThat(after.rank()).isEqualTo(before.rank());
    assertThat(after.updated()).isAfter(before.updated());
    refresh();
    assertThat(stored.getFirst()).isEqualTo(after);
  }

  @Test
  void afterThreeTriesAPageIsLeftAlone() throws Exception {
    feed("one");
    for (int i = 0; i < 5; i++) {
      refresh();
      assertThat(stored.getFirst().updated()).isEqualTo(Instant.parse("2026-02-01T08:00:00Z"));
    }
    assertThat(site.requests("/one")).hasSize(3);
  }

  @Test
  void aRefreshAsksForTwentyPagesAndTheNextOnesForTheRest() throws Exception {
    String[] names = IntStream.range(100, 125).mapToObj(i -> "n" + i).toArray(String[]::new);
    feed(names);
    for (String name : names) {
      site.page("/" + name, page(name, ""));
    }
    assertThat(refresh().message()).isEqualTo("25 new (full text of 20 of 25)");
    assertThat(site.requests("/n")).hasSize(20);
    assertThat(refresh().message()).isEqualTo("nothing new (full text of 5 earlier)");
    assertThat(site.requests("/n")).hasSize(25);
    assertThat(stored).allMatch(entry -> String.valueOf(entry.entry().content()).contains(HALF));
  }

  @Test
  void onePageThatFailsFailsNothingElse() throws Exception {
    feed("one", "two", "three");
    site.page("/one", page("one", ""));
    site.answer("/two", 500, Map.of(), "");
    site.page("/three", page("three", ""));
    RefreshResult result = refresh();
    assertThat(result.ok()).isTrue();
    assertThat(result.message()).isEqualTo("3 new (full text of 2 of 3)");
    assertThat(content("two")).isEqualTo("null");
  }

  @Test
  void anotherPageThanTheEntrysNeverBecomesItsContent() throws Exception {
    site.feed(
        "/feed", rss("", "gone", "walled", "shorter", "notice").replace("Short shorter", HALF));
    site.answer("/gone", 302, Map.of("Location", "/"), "");
    site.page("/", page("Home of gone", ""));
    site.answer("/walled", 302, Map.of("Location", "/login?to=walled"), "");
    site.page("/login", page("Title of walled", "<form><input type=password></form>"));
    site.page("/shorter", page("shorter", "").replace(HALF, "Short."));
    site.page("/notice", page("notice", "").replace("Title of notice", "Please wait a moment"));
    assertThat(refresh().message()).isEqualTo("4 new (full text of 0 of 4)");
  }

  @Test
  void aRedirectToWhereTheEntryLivesIsFollowed() throws Exception {
    feed("one");
    site.answer("/one", 301, Map.of("Location", "/2026/one.html"), "");
    site.page("/2026/one.html", page("one", "<p><img src=c.png>, a picture.</p>"));
    refresh();
    assertThat(content("one")).contains("<img src=\"" + site.url("/2026/c.png") + "\">");
  }

  @Test
  void a429EndsTheAskingOfThatHost() throws Exception {
    feed("one", "two", "three");
    site.answer("/one", 429, Map.of("Retry-After", "7200"), "");
    assertThat(refresh().message()).isEqualTo("3 new (full text of 0 of 3)");
    assertThat(site.requests("/one")).containsExactly("GET /one");
    assertThat(site.requests("/t")).isEmpty();
    site.page("/three", page("three", ""));
    site.page("/two", page("two", ""));
    site.page("/one", page("one", ""));
    now = now.plus(Duration.ofHours(3));
    assertThat(refresh().message()).isEqualTo("nothing new (full text of 3 earlier)");
  }

  @Test
  void whatRobotsTxtForbidsIsNotAskedFor() throws Exception {
    feed("one", "two");
    site.answer("/robots.txt", 200, Map.of(), "User-agent: *\nDisallow: /one\n");
    site.page("/one", page("one", ""));
    site.page("/two", page("two", ""));
    assertThat(refresh().message()).isEqualTo("2 new (full text of 1 of 2)");
    assertThat(site.requests("/one")).isEmpty();
  }

  @Test
  void aLinkToAnotherPrivateHostIsNotFollowed() throws Exception {
    site.feed("/feed", rss("", "one").replace(site.url("/one"), "http://127.0.0.2:9/one"));
    assertThat(refresh().message()).isEqualTo("1 new (full text of 0 of 1)");
  }

  @Test
  void aPageThatSeveralEntriesNameIsTheTextOfNone() throws Exception {
    site.feed("/feed", rss("", "one", "two").replace(site.url("/two"), site.url("/one#two")));
    assertThat(refresh().message()).isEqualTo("2 new");
    assertThat(site.requests("/one")).isEmpty();
  }

  @Test
  void previewAsksForNoPages() throws Exception {
    feed("one");
    site.page("/one", page("one", ""));
    Config config = FeedsFile.load(folder.resolve("feeds.yml"), Map.of(), new Syntax());
    Found found =
        new App(() -> now, Map.of())
            .preview(folder.resolve("feeds.yml"), config, config.sources().getFirst());
    assertThat(found.keys()).containsExactly("guid one");
    assertThat(site.requests("/one")).isEmpty();
  }

  private void feed(String... names) {
    site.feed("/feed", rss("", names));
  }

  /** Starts the program, refreshes its source, stops it; an hour later the next one. */
  private RefreshResult refresh() throws Exception {
    Config config = FeedsFile.load(folder.resolve("feeds.yml"), Map.of(), new Syntax());
    try (Receiver receiver = Receiver.open(config, folder, () -> now, Map.of())) {
      RefreshResult result = receiver.pool().refreshNow(config.sources(), _ -> {}).getFirst();
      stored = receiver.store().newest(0, 100);
      return result;
    } finally {
      now = now.plus(Duration.ofHours(1));
    }
  }

  private String content(String name) {
    return stored.stream()
        .filter(entry -> ("Title of " + name).equals(entry.entry().title()))
        .map(entry -> String.valueOf(entry.entry().content()))
        .findFirst()
        .orElseThrow();
  }

  private String rss(String comment, String... names) {
    StringBuilder entries = new StringBuilder();
    for (String name : names) {
      entries.append(
          """
          <item><title>Title of %1$s</title><guid isPermaLink="false">%1$s</guid><link>%2$s</link>
          <description>Short %1$s</description>
          <pubDate>Sun, 01 Feb 2026 08:00:00 GMT</pubDate></item>
          """
              .formatted(name, site.url("/" + name)));
    }
    return "<rss version='2.0'><channel><title>S</title>%s%s</channel></rss>"
        .formatted(comment, entries);
  }

  private static String page(String name, String more) {
    return """
    <!DOCTYPE html><html lang=en><head><title>Title of %1$s | A site</title></head><body>
    <nav><a href="/">Home</a></nav>
    <article><h1>Title of %1$s</h1><p>%2$s</p><p>Again: %2$s</p>%3$s</article>
    <div id="comments">Comments</div></body></html>
    """
        .formatted(name, HALF, more);
  }
}
