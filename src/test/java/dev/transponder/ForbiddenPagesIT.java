package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.config.Config;
import dev.transponder.config.FeedsFile;
import dev.transponder.refresh.RefreshResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sites that forbid pages by their robots.txt see of us, over days and restarts. */
final class ForbiddenPagesIT {
  private static final String FEED =
      "<rss version='2.0'><channel><title>T</title><item><title>One</title></item></channel></rss>";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  @TempDir private Path folder;
  private Origin origin;

  @BeforeEach
  void site() throws IOException {
    origin = new Origin();
    origin.put("/list", listing("/list/2"));
    origin.put("/list/2", listing("/list/3"));
    origin.put("/feed", FEED);
    origin.put(
        "/page",
        "<!DOCTYPE html><title>A page</title>"
            + "<link rel=alternate type='application/rss+xml' href='/feed'>");
  }

  @AfterEach
  void closeSite() {
    origin.close();
  }

  private static String listing(String next) {
    return "<!DOCTYPE html><title>L</title><li><a href='%1$sa'>%1$sa</a><li><a href='%1$sb'>%1$sb</a></li><a class=next href='%1$s'>next</a>"
        .formatted(next);
  }

  private void sources(String yaml) throws IOException {
    Files.writeString(
        folder.resolve("feeds.yml"), "pacing: {gap: 0s}\nsources:\n" + yaml.indent(2));
  }

  private void listingWithPages(int pages) throws IOException {
    sources(
        """
        - url: %s
          id: s
          pages: %d
          scrape: {entry: li, next: a.next}
        """
            .formatted(origin.url("/list"), pages));
  }

  private void bare(String path) throws IOException {
    sources("- {id: s, url: \"%s\"}".formatted(origin.url(path)));
  }

  /** Starts the program, refreshes its source, stops it. */
  private RefreshResult refresh() throws Exception {
    Config config = FeedsFile.load(folder.resolve("feeds.yml"), Map.of(), new Syntax());
    try (Receiver receiver = Receiver.open(config, folder, now::get, Map.of())) {
      return receiver.pool().refreshNow(config.sources(), _ -> {}).getFirst();
    }
  }

  private RefreshResult refreshOftenFor(Duration time) throws Exception {
    RefreshResult last = refresh();
    for (Instant end = now.get().plus(time); now.get().isBefore(end); ) {
      now.updateAndGet(instant -> instant.plus(Duration.ofHours(3)));
      last = refresh();
    }
    return last;
  }

  private List<String> asked() {
    return origin.requests().stream().map(Origin.Request::path).toList();
  }

  @Test
  void aForbiddenListingIsNeverAskedForHoweverOftenTheProgramIsStarted() throws Exception {
    origin.put("/robots.txt", "User-agent: *\nDisallow: /list\n");
    listingWithPages(2);
    RefreshResult result = refreshOftenFor(Duration.ofDays(2));
    assertThat(result.ok()).isFalse();
    assertThat(result.message())
        .startsWith("robots.txt of 127.0.0.1:")
        .endsWith(" forbids /list (Disallow: /list, group *)");
    assertThat(result.next()).isAfterOrEqualTo(now.get().plus(Duration.ofHours(24)));
    assertThat(asked()).containsExactly("/robots.txt", "/robots.txt", "/robots.txt");
    origin.put("/robots.txt", "User-agent: *\nDisallow: /other\n");
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
    assertThat(refresh().inserted()).isEqualTo(4);
  }

  @Test
  void aBareUrlThatIsAForbiddenPageIsAskedForOnceAndNothingOfItIsUsed() throws Exception {
    origin.put("/page", "<!DOCTYPE html><title>No feed</title>");
    origin.put("/robots.txt", "User-agent: *\nDisallow: /page\n");
    bare("/page");
    RefreshResult result = refreshOftenFor(Duration.ofDays(2));
    assertThat(result.message()).contains(" forbids /page (");
    assertThat(asked()).containsExactly("/robots.txt", "/page", "/robots.txt", "/robots.txt");
    origin.put("/robots.txt", "");
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
    assertThat(refresh().message()).contains("no feed found");
  }

  @Test
  void theFeedThatAForbiddenPageNamesIsReadAndThePageIsNotAskedForAgain() throws Exception {
    origin.put("/robots.txt", "User-agent: *\nDisallow: /page\n");
    bare("/page");
    assertThat(refresh().inserted()).isEqualTo(1);
    refreshOftenFor(Duration.ofDays(2));
    assertThat(asked()).containsOnlyOnce("/page").contains("/feed");
  }

  @Test
  void aPageThatIsForbiddenLaterIsNotAskedForAgain() throws Exception {
    origin.put("/page", "<!DOCTYPE html><title>No feed</title>");
    bare("/page");
    assertThat(refresh().message()).contains("no feed found");
    origin.put("/robots.txt", "User-agent: *\nDisallow: /\n");
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
    refresh();
    assertThat(asked()).containsExactly("/robots.txt", "/page", "/robots.txt");
  }

  @Test
  void aForbiddenPageOfAPagerIsNotAskedForAndTheEntriesOfTheOthersStay() throws Exception {
    origin.put("/robots.txt", "User-agent: *\nDisallow: /list/\n");
    listingWithPages(3);
    RefreshResult first = refresh();
    assertThat(first.ok()).isTrue();
    assertThat(first.message()).startsWith("2 new (page 2: robots.txt of ").contains("/list/2");
    RefreshResult second = refresh();
    assertThat(second.message()).isEqualTo("nothing new");
    assertThat(origin.requests().getLast()).isEqualTo(new Origin.Request("/list", true, 304));
    assertThat(asked()).containsExactly("/robots.txt", "/list", "/list");
  }

  @Test
  void aFeedIsReadThoughItsSiteForbidsPages() throws Exception {
    origin.put("/robots.txt", "User-agent: *\nDisallow: /\n");
    bare("/feed");
    assertThat(refresh().inserted()).isEqualTo(1);
    assertThat(refreshOftenFor(Duration.ofHours(12)).ok()).isTrue();
    assertThat(asked()).startsWith("/robots.txt", "/feed", "/feed").containsOnlyOnce("/robots.txt");
  }

  @Test
  void aDiscoveredFeedIsAFeed() throws Exception {
    origin.put("/robots.txt", "User-agent: *\nAllow: /page\nDisallow: /\n");
    bare("/page");
    assertThat(refresh().inserted()).isEqualTo(1);
    assertThat(refresh().ok()).isTrue();
    assertThat(asked()).containsExactly("/robots.txt", "/page", "/feed", "/feed");
  }

  @Test
  void aFeedThatForbidsUsByNameIsNotAskedFor() throws Exception {
    origin.put("/robots.txt", "User-agent: Transponder\nDisallow: /feed\n");
    bare("/feed");
    RefreshResult result = refreshOftenFor(Duration.ofDays(1));
    assertThat(result.message()).endsWith("(Disallow: /feed, group Transponder)");
    assertThat(asked()).containsOnly("/robots.txt");
  }

  @Test
  void aDiscoveredFeedThatForbidsUsByNameIsNotAskedForAndThatIsSaid() throws Exception {
    origin.put("/robots.txt", "User-agent: Transponder\nDisallow: /feed\n");
    bare("/page");
    RefreshResult result = refresh();
    assertThat(result.message()).endsWith(" forbids /feed (Disallow: /feed, group Transponder)");
    assertThat(result.next()).isAfterOrEqualTo(now.get().plus(Duration.ofHours(24)));
    assertThat(asked()).containsExactly("/robots.txt", "/page");
  }

  @Test
  void previewAsksOnceForAUrlOfWhichNothingIsKnown() throws Exception {
    origin.put("/robots.txt", "User-agent: *\nDisallow: /\n");
    origin.put("/page", "<!DOCTYPE html><title>No feed</title>");
    bare("/feed");
    Ran preview = Ran.command(folder, "preview", origin.url("/page"));
    assertThat(preview.exit()).isEqualTo(1);
    assertThat(preview.err()).contains(" forbids /page (Disallow: /, group *)");
    assertThat(asked()).containsExactly("/robots.txt", "/page");
  }

  @Test
  void statusAndPreviewSayWhy() throws Exception {
    origin.put("/robots.txt", "User-agent: *\nDisallow: /list\n");
    listingWithPages(1);
    refresh();
    Ran status = Ran.command(folder, "status", "--json");
    assertThat(status.out())
        .contains(" forbids /list (Disallow: /list, group *)", "\"state\":\"failing\"");
    Ran preview = Ran.command(folder, "preview", origin.url("/list"));
    assertThat(preview.exit()).isEqualTo(1);
    assertThat(preview.err()).contains(" forbids /list (Disallow: /list, group *)");
    assertThat(asked()).containsOnly("/robots.txt");
  }
}
