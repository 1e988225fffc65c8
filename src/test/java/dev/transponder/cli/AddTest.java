package dev.transponder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.NamedFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AddTest {
  private static final String FEEDS =
      """
      sources:
        - url: https://a.example/notes/   # a page
          id: notes
      """;

  @TempDir private Path folder;
  private Session session;

  @BeforeEach
  void open() throws IOException {
    session = new Session(folder, FEEDS);
  }

  @Test
  void whatWasFoundIsShownAndTheLineThatWasWritten() throws IOException {
    session.found = found("feed", null, "https://b.example/");
    assertThat(session.run("add", "b.example/feed")).isZero();
    assertThat(session.out().replace(folder + "/", ""))
        .isEqualTo(
            """
            feed (atom 1.0), "Notes of B": 1 entry
               2026-11-20  First
                           https://b.example/1
            When it is read again: every 1 h, as the site has no other wish.

            Added to feeds.yml, line 4:
              - https://b.example/feed
            Its id is b-example-feed.
            """);
    assertThat(Files.readString(session.file)).isEqualTo(FEEDS + "  - https://b.example/feed\n");
    assertThat(session.asked).containsExactly("preview https://b.example/feed with settings");
  }

  @Test
  void wherePeopleFindNothingNothingIsWritten() throws IOException {
    assertThat(session.run("add", "https://b.example/")).isEqualTo(1);
    assertThat(session.err()).isEqualTo("no feed found\nnothing was added to feeds.yml\n");
    assertThat(Files.readString(session.file)).isEqualTo(FEEDS);
  }

  @Test
  void aListingWithoutEntriesIsNothing() throws IOException {
    Parsed empty = new Parsed("html", head(null), List.of(), null, List.of(), false);
    session.found =
        new Found(
            "selectors", empty, List.of(), Map.of(), null, false, List.of(), null, null, null);
    assertThat(session.run("add", "https://b.example/")).isEqualTo(1);
    assertThat(session.err()).contains("no entries found");
    assertThat(Files.readString(session.file)).isEqualTo(FEEDS);
  }

  @Test
  void aUrlThatIsFollowedIsRefusedAndNobodyIsAsked() {
    assertThat(session.run("add", "a.example/notes")).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo("followed already by the source \"notes\"; nothing was added\n");
    assertThat(session.asked).isEmpty();
  }

  @Test
  void aPageWhoseFeedIsFollowedIsRefused() throws IOException {
    session.found = found("discovered", "https://a.example/notes", "https://b.example/");
    assertThat(session.run("add", "https://b.example/")).isEqualTo(2);
    assertThat(session.err()).contains("\"notes\", which is the feed that this page names");
    assertThat(Files.readString(session.file)).isEqualTo(FEEDS);
  }

  @Test
  void aFeedOfAPageThatIsFollowedIsRefusedOnlyIfThatPageNamesIt() throws IOException {
    session.found = found("feed", "https://a.example/atom.xml", "https://a.example/notes");
    assertThat(session.run("add", "https://a.example/comments.xml")).isZero();
    assertThat(session.asked)
        .hasSize(2)
        .last()
        .isEqualTo("preview https://a.example/notes/ with settings");
    Files.writeString(session.file, FEEDS);
    assertThat(session.run("add", "https://a.example/atom.xml")).isEqualTo(2);
    assertThat(session.err()).contains("\"notes\", a page that names this feed");
  }

  @Test
  void secretsOfTheUrlAreWrittenButNotShown() throws IOException {
    session.found = found("feed", null, null);
    String url = "https://me:hush@b.example/feed?page=2&api_key=hush";
    assertThat(session.run("add", url)).isZero();
    assertThat(Files.readString(session.file))
        .endsWith("  - {url: " + url + ", id: b-example-feed}\n");
    assertThat(session.out() + session.err())
        .contains("  - {url: https://b.example/feed?page=2&api_key=…, id: b-example-feed}")
        .doesNotContain("hush");
    assertThat(session.run("add", "--json", url.replace("feed", "atom"))).isZero();
    assertThat(session.out() + session.err()).doesNotContain("hush");
  }

  @Test
  void jsonSaysWhatWasWritten() {
    session.found = found("feed", null, null);
    assertThat(session.run("add", "--json", "https://b.example/feed")).isZero();
    assertThat(session.out().replace(folder + "/", ""))
        .startsWith("{\"id\":\"b-example-feed\",\"kind\":\"feed\",")
        .endsWith(
            "\"refused\":null,\"followed\":null,\"file\":\"feeds.yml\",\"line\":4,"
                + "\"added\":[\"  - https://b.example/feed\"]}\n");
    assertThat(session.run("add", "--json", "https://b.example/feed")).isEqualTo(2);
    assertThat(session.out())
        .contains("\"followed\":\"b-example-feed\",\"file\":null,\"line\":null,\"added\":[]}");
  }

  @Test
  void aFileWithoutAPlaceForItIsLeftAloneAndTheLinesAreShown() throws IOException {
    Files.writeString(session.file, "{sources: [https://a.example/]}\n");
    assertThat(session.run("add", "https://b.example/feed")).isEqualTo(2);
    assertThat(session.err()).contains("nothing can be added safely; nothing was added");
    assertThat(session.out()).endsWith("sources:\n  - https://b.example/feed\n");
  }

  private static Found found(String kind, @Nullable String feed, @Nullable String site) {
    Entry entry =
        Entry.builder()
            .title("First")
            .link("https://b.example/1")
            .published(Instant.parse("2026-11-20T10:00:00Z"))
            .build();
    Parsed parsed = new Parsed("atom 1.0", head(site), List.of(entry), null, List.of(), false);
    return new Found(
        kind,
        parsed,
        List.of("key"),
        Map.of(),
        null,
        false,
        feed == null ? List.of() : List.of(new NamedFeed(feed, null)),
        feed,
        "every 1 h, as the site has no other wish",
        null);
  }

  private static FeedHead head(@Nullable String site) {
    return new FeedHead(
        null, "Notes of B", site, null, null, null, List.of(), null, null, null, List.of());
  }
}
