package dev.transponder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Person;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Selectors;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.NamedFeed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreviewTest {
  private static final FeedHead HEAD =
      new FeedHead(
          "urn:feed",
          "Evil \u001b]0;title\u0007 notes",
          "https://example.org/",
          null,
          null,
          null,
          List.of(new Person("Ada", null, null)),
          "en",
          null,
          null,
          List.of());
  private static final Entry ENTRY =
      Entry.builder()
          .guid(new Guid("urn:1", Guid.Kind.ATOM_ID))
          .title("First \u202egnp.exe")
          .link("https://user:secret@example.org/1")
          .published(Instant.parse("2026-11-20T10:00:00Z"))
          .content("<p>\"Text\"</p>")
          .enclosures(List.of(new Enclosure("https://example.org/1.mp3", "audio/mpeg", 5L)))
          .build();

  @TempDir private Path folder;
  private Session session;

  @BeforeEach
  void open() throws IOException {
    session =
        new Session(
            folder,
            """
            sources:
              - url: https://example.org/list
                scrape: {entry: "#list > li", date: time@datetime}
              - url: https://example.org/app
                render: browser
            """);
  }

  private static Found found(String kind) {
    Parsed parsed = new Parsed("atom 1.0", HEAD, List.of(ENTRY), null, List.of(), false);
    return new Found(
        kind, parsed, List.of("key-1"), Map.of(), null, false, List.of(), null, "every 1 h", null);
  }

  @Test
  void aFeedIsShownAndEndsWithWhatToPaste() {
    session.found = found("feed");
    assertThat(session.run("preview", "https://example.org/feed")).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            feed (atom 1.0), "Evil notes": 1 entry
               2026-11-20  First gnp.exe
                           https://example.org/1
            When it is read again: every 1 h.

            For feeds.yml:

            sources:
              - https://example.org/feed
            """);
    assertThat(session.asked).containsExactly("preview https://example.org/feed with settings");
  }

  @Test
  void aRuleThatDropsAnEntryIsNamedAtItAndNotInWhatToPaste() {
    Found feed = found("feed");
    session.found =
        new Found(
            feed.kind(),
            feed.parsed(),
            feed.keys(),
            Map.of("key-1", "drop {title: \"(?i)\u001bfirst\"}"),
            null,
            false,
            List.of(),
            null,
            null,
            null);
    assertThat(session.run("preview", "https://example.org/feed")).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            feed (atom 1.0), "Evil notes": 1 entry, 1 dropped by rules
               2026-11-20  First gnp.exe
                           https://example.org/1
                           dropped by drop {title: "(?i)first"}

            For feeds.yml:

            sources:
              - https://example.org/feed
            """);
    assertThat(session.run("preview", "--json", "https://example.org/feed")).isZero();
    assertThat(session.out()).contains("\"dropped\":\"drop {title: \\\"(?i)\\u001Bfirst\\\"}\"");
  }

  @Test
  void aListedUrlIsLookedAtByItsSelectors() {
    session.found = found("selectors");
    assertThat(session.run("preview", "https://example.org/list")).isZero();
    assertThat(session.out())
        .endsWith(
            """
            sources:
              - url: https://example.org/list
                scrape:
                  entry: "#list > li"
                  date: time@datetime
            """);
  }

  @Test
  void whatRunsInABrowserIsToBePastedSo() {
    session.found = found("discovered");
    assertThat(session.run("preview", "https://example.org/app")).isZero();
    assertThat(session.out())
        .endsWith(
            """
            sources:
              - url: https://example.org/app
                render: browser
            """);
  }

  @Test
  void aListingShowsHowSureItIsAndTheSelectorsToPaste() {
    Selectors rule =
        new Selectors("div.card", "> a", "h2", "time", null, null, null, null, "a.next");
    Found feed = found("feed");
    session.found =
        new Found(
            "listing",
            feed.parsed(),
            feed.keys(),
            Map.of(),
            null,
            false,
            List.of(),
            null,
            "every 1 h",
            new LearnedList(rule, 0.874, 12, 12, 12, 12, "/notes/N"));
    assertThat(session.run("preview", "https://example.org/notes/")).isZero();
    assertThat(session.out())
        .startsWith("listing, 87 % sure (atom 1.0)")
        .endsWith(
            """
            sources:
              - url: https://example.org/notes/
                scrape:
                  entry: div.card
                  link: "> a"
                  title: h2
                  date: time
                  next: a.next
            """);
  }

  @Test
  void aPageWithoutAFeedIsOneAndShowsHowToGoOn() {
    assertThat(session.run("preview", "https://example.org/page")).isEqualTo(1);
    assertThat(session.err()).isEqualTo("no feed found\n");
    assertThat(session.out()).contains("  - url: https://example.org/page\n    scrape:\n");
  }

  @Test
  void aUrlThatIsNoneIsWrongUsage() {
    assertThat(session.run("preview", "htp://example.org/feed")).isEqualTo(2);
    assertThat(session.err()).contains("did you mean \"http\"?");
    assertThat(session.asked).isEmpty();
  }

  @Test
  void aHostAloneIsTriedAsHttps() {
    session.found = found("feed");
    assertThat(session.run("preview", "example.org/feed")).isZero();
    assertThat(session.out()).endsWith("  - https://example.org/feed\n");
    assertThat(session.asked).containsExactly("preview https://example.org/feed with settings");
  }

  @Test
  void whatIsNoUrlIsNamedWithoutAPlace() {
    assertThat(session.run("preview", "no url")).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo("a URL has no spaces, but \"no url\" has; write %20 if it is meant\n");
  }

  @Test
  void anAddressAloneIsTriedAsHttpAndThatIsSaidWhereItFails() {
    assertThat(session.run("preview", "127.50.0.39:9000/f")).isEqualTo(1);
    assertThat(session.asked).containsExactly("preview http://127.50.0.39:9000/f with settings");
    assertThat(session.err()).isEqualTo("http://127.50.0.39:9000/f: no feed found\n");
    assertThat(session.run("preview", "example.org/blog")).isEqualTo(1);
    assertThat(session.err()).isEqualTo("https://example.org/blog: no feed found\n");
    assertThat(session.run("add", "example.org/blog")).isEqualTo(1);
    assertThat(session.err()).startsWith("https://example.org/blog: no feed found\n");
  }

  @Test
  void ofTheFeedsThatAPageNamesThoseThatCannotBeReadSayWhy() {
    Found feed = found("discovered");
    session.found =
        new Found(
            "discovered",
            feed.parsed(),
            feed.keys(),
            Map.of(),
            null,
            false,
            List.of(
                new NamedFeed("https://example.org/dead", "404 Not Found"),
                new NamedFeed("https://example.org/feed", null),
                new NamedFeed("https://example.org/more", null)),
            "https://example.org/feed",
            null,
            null);
    assertThat(session.run("preview", "https://example.org/page")).isZero();
    assertThat(session.out())
        .contains(
            """
            Feeds that the page names:
              https://example.org/dead (404 Not Found)
            * https://example.org/feed
              https://example.org/more
            """);
  }

  @Test
  void jsonHasEveryKey() {
    session.found = found("feed");
    assertThat(session.run("preview", "--json", "https://example.org/feed")).isZero();
    assertThat(session.out())
        .isEqualTo(
            "{\"id\":\"example-org-feed\",\"kind\":\"feed\",\"format\":\"atom 1.0\",\"error\":null,"
                + "\"feed\":{\"title\":\"Evil \\u001B]0;title\\u0007 notes\","
                + "\"link\":\"https://example.org/\",\"id\":\"urn:feed\",\"subtitle\":null,"
                + "\"updated\":null,\"authors\":[\"Ada\"],\"language\":\"en\"},\"feeds\":[],"
                + "\"next\":null,\"entries\":[{\"key\":\"key-1\",\"id\":\"urn:1\","
                + "\"title\":\"First \u202egnp.exe\",\"link\":\"https://user:secret@example.org/1\","
                + "\"published\":\"2026-11-20T10:00:00Z\",\"updated\":null,\"summary\":null,"
                + "\"content\":\"<p>\\\"Text\\\"</p>\",\"authors\":[],\"categories\":[],"
                + "\"enclosures\":[{\"url\":\"https://example.org/1.mp3\",\"type\":\"audio/mpeg\","
                + "\"length\":5}],\"language\":null,\"dropped\":null}]}\n");
  }
}
