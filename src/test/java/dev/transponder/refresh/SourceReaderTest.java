package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.model.Habits;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at sources whose sites are scripted: what was asked, and what came of it. */
final class SourceReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Validators ETAG = new Validators("\"1\"", null);
  private static final String FEED =
      "<rss version='2.0'><channel><title>T</title><item><title>One</title></item></channel></rss>";

  private final Map<String, Outcome> site = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private long tick;
  private final AtomicLong cpuTime = new AtomicLong();
  @AutoClose private final Workshop workshop = new Workshop(1, () -> cpuTime.addAndGet(tick));
  private final SourceReader reader =
      new SourceReader(this::answer, workshop, InstantSource.fixed(NOW));

  @Test
  void aPageIsReadByTheFirstOfItsFeedsThatIsAlive() throws Exception {
    site.put(
        "https://e.org/",
        page(
            "<link rel=alternate type=application/rss+xml href=/dead>"
                + "<link rel=alternate type=application/rss+xml href=/feed>"));
    site.put("https://e.org/feed", document("https://e.org/feed", FEED));
    Look look = look(Source.of("s", "https://e.org/"), null);
    assertThat(look)
        .isInstanceOfSatisfying(
            Look.Seen.class,
            seen -> {
              assertThat(seen.way()).isEqualTo("discovered");
              assertThat(seen.feedUrl()).isEqualTo("https://e.org/feed");
              assertThat(seen.parsed().entries()).hasSize(1);
              assertThat(seen.feeds())
                  .containsExactly(
                      new NamedFeed("https://e.org/dead", "404 Not Found"),
                      new NamedFeed("https://e.org/feed"));
            });
    assertThat(asked).containsExactly("https://e.org/", "https://e.org/dead", "https://e.org/feed");
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aFeedThatIsInTroubleForAMomentIsWaitedForAndThePageNeverBecomesAListing(Outcome trouble)
      throws Exception {
    Source source = Source.of("s", "https://e.org/");
    site.put("https://e.org/", listingThatNames("/feed", "/comments"));
    site.put("https://e.org/comments", document("https://e.org/comments", FEED));
    site.put("https://e.org/feed", trouble);
    Look look = look(source, null);
    assertThat(look).isInstanceOf(Look.Withheld.class);
    Decider decider = new Decider(source, SourceState.fresh(source, NOW), null, NOW);
    SourceState state = decider.decide(look, Identified.NOTHING).state();
    assertThat(state.kind()).isEqualTo(SourceState.PAGE);
    assertThat(state.failures()).isEqualTo(1);
    site.put("https://e.org/feed", document("https://e.org/feed", FEED));
    uses.clear();
    assertThat(reader.look(source, state))
        .isInstanceOfSatisfying(
            Look.Seen.class, seen -> assertThat(seen.feedUrl()).isEqualTo("https://e.org/feed"));
    assertThat(uses).as("as a page, by robots.txt").containsExactly(Use.PAGE, Use.FEED);
  }

  static List<Outcome> troubles() {
    return List.of(
        new Outcome.Throttled(503, null),
        new Failed(Failure.TIMEOUT, 0, "no answer within 30 s"),
        new Failed(Failure.CONNECTION, 0, "the connection broke"),
        new Failed(Failure.STATUS, 502, "502 Bad Gateway"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aFeedThatStaysInTroubleDoesNotCountInTheEnd(Outcome trouble) throws Exception {
    Source source = Source.of("s", "https://e.org/");
    site.put("https://e.org/", listingThatNames("/feed"));
    site.put("https://e.org/feed", trouble);
    SourceState state = SourceState.fresh(source, NOW);
    for (int failure = 1; failure <= 3; failure++) {
      Decider decider = new Decider(source, state, null, NOW);
      state = decider.decide(reader.look(source, state), Identified.NOTHING).state();
      assertThat(state.failures()).isEqualTo(failure);
    }
    assertThat(reader.look(source, state))
        .isInstanceOfSatisfying(
            Look.Seen.class, seen -> assertThat(seen.way()).isEqualTo("listing"));
  }

  @Test
  void aFeedOnAHostThatCannotBeReachedDoesNotCount() throws Exception {
    site.put("https://e.org/", listingThatNames("https://feeds.example.net/e"));
    site.put(
        "https://feeds.example.net/e", new Failed(Failure.CONNECTION, 0, "no connection possible"));
    assertThat(look(Source.of("s", "https://e.org/"), null))
        .isInstanceOfSatisfying(
            Look.Seen.class, seen -> assertThat(seen.way()).isEqualTo("listing"));
  }

  @Test
  void aPageWhoseFeedIsLostNeverBecomesAListingAsItsKeysWouldBeOthers() throws Exception {
    Source source = Source.of("s", "https://e.org/");
    site.put("https://e.org/", listingThatNames("/feed"));
    for (Outcome lost :
        List.of(new Outcome.Gone(), new Failed(Failure.STATUS, 404, "404 Not Found"))) {
      site.put("https://e.org/feed", lost);
      assertThat(reader.look(source, state("https://e.org/feed", null).withKind("discovered")))
          .isEqualTo(new Look.Missed(lost));
    }
  }

  private static Outcome listingThatNames(String... feeds) {
    StringBuilder html = new StringBuilder();
    for (String feed : feeds) {
      html.append("<link rel=alternate type=application/rss+xml href='" + feed + "'>");
    }
    for (int n = 1; n < 8; n++) {
      html.append(
          "<article><h2><a href='/notes/%1$d'>Note number %1$d of the harbour</a></h2><time>2026-03-0%1$d</time></article>"
              .formatted(n));
    }
    return page(html.toString());
  }

  @Test
  void aFeedThatCannotBeReadIsNamedWithTheReason() throws Exception {
    site.put(
        "https://e.org/",
        page("<link rel=alternate type=application/rss+xml href='http://10.0.0.1/feed?key=k'>"));
    String why = "10.0.0.1: the address 10.0.0.1 is not public";
    site.put("http://10.0.0.1/feed?key=k", new Outcome.Failed(Outcome.Failure.REFUSED, 0, why));
    assertThat(look(Source.of("s", "https://e.org/"), null))
        .isEqualTo(
            new Look.Nothing(
                "the feed that the page names cannot be read (http://10.0.0.1/feed: "
                    + why
                    + "), and the page lists no entries",
                List.of(new NamedFeed("http://10.0.0.1/feed?key=k", why))));
  }

  @Test
  void ofManyFeedsThatCannotBeReadTheFirstIsNamed() throws Exception {
    site.put(
        "https://e.org/",
        page(
            "<link rel=alternate type=application/rss+xml href=/html>"
                + "<link rel=alternate type=application/rss+xml href=/gone>"));
    site.put("https://e.org/html", page("<p>Hello</p>"));
    assertThat(look(Source.of("s", "https://e.org/"), null))
        .isInstanceOfSatisfying(
            Look.Nothing.class,
            nothing ->
                assertThat(nothing.reason())
                    .startsWith("none of 2 feeds that the page names can be read (first ")
                    .contains("https://e.org/html: ")
                    .endsWith("), and the page lists no entries"));
  }

  @Test
  void aPageThatNamesItselfAsItsFeedIsAskedForOnce() throws Exception {
    site.put("https://e.org/", page("<link rel=alternate type=application/rss+xml href='/#main'>"));
    assertThat(look(Source.of("s", "https://e.org/"), null))
        .isEqualTo(new Look.Nothing("no feed found, and the page lists no entries", List.of()));
    assertThat(asked).containsExactly("https://e.org/");
  }

  @Test
  void aPageThatNamesNoFeedSaysSo() throws Exception {
    site.put("https://e.org/", page("<p>Hello</p>"));
    assertThat(look(Source.of("s", "https://e.org/"), null))
        .isEqualTo(new Look.Nothing("no feed found, and the page lists no entries", List.of()));
  }

  @Test
  void aDiscoveredFeedIsAskedAloneUntilItIsLost() throws Exception {
    Source source = Source.of("s", "https://e.org/");
    site.put("https://e.org/", page("<link rel=alternate type=application/rss+xml href=/new>"));
    site.put("https://e.org/new", document("https://e.org/new", FEED));
    site.put("https://e.org/old", document("https://e.org/old", FEED));
    assertThat(look(source, "https://e.org/old")).isInstanceOf(Look.Seen.class);
    assertThat(asked).containsExactly("https://e.org/old");
    site.put("https://e.org/old", new Outcome.Gone());
    assertThat(look(source, "https://e.org/old"))
        .isInstanceOfSatisfying(
            Look.Seen.class, seen -> assertThat(seen.feedUrl()).isEqualTo("https://e.org/new"));
  }

  @Test
  void thePagerIsFollowedAsFarAsTheSourceWants() throws Exception {
    listing(1, 2);
    listing(2, 3);
    listing(3, 4);
    Look look = look(paged(2), null);
    assertThat(titles(look)).containsExactly("1a", "1b", "2a", "2b");
    assertThat(asked).containsExactly("https://e.org/1", "https://e.org/2");
  }

  @Test
  void thePagerEndsWherePagesRepeat() throws Exception {
    listing(1, 2);
    listing(2, 1);
    assertThat(titles(look(paged(9), null))).containsExactly("1a", "1b", "2a", "2b");
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatIsLinkedAgainInOtherWordsIsThereOnce() throws Exception {
    String list = "<li><a href='/%s'>%s</a></li>";
    site.put(
        "https://e.org/1",
        document(
            "https://e.org/1",
            "<!DOCTYPE html><title>List</title>"
                + list.formatted("a", "a")
                + list.formatted("b", "b")
                + list.formatted("a?utm_source=top", "a, much read")
                + "<a class=next href='/2'>next</a>"));
    site.put(
        "https://e.org/2",
        document(
            "https://e.org/2",
            "<!DOCTYPE html><title>List</title>"
                + list.formatted("b", "b, pinned")
                + list.formatted("c", "c")));
    Look look = look(paged(2), null);
    assertThat(titles(look)).containsExactly("a", "b", "c");
  }

  @Test
  void entriesThatAllLinkToOnePlaceAreAllThere() throws Exception {
    String list = "<li><a href='/changes'>Version %s</a></li>";
    site.put(
        "https://e.org/1",
        document(
            "https://e.org/1",
            "<!DOCTYPE html><title>List</title>"
                + list.formatted("3")
                + list.formatted("2")
                + list.formatted("1")));
    assertThat(titles(look(paged(1), null))).hasSize(3);
  }

  @Test
  void aPageThatFailsIsSaidAndLeavesNoValidators() throws Exception {
    listing(1, 2);
    site.put("https://e.org/2", new Outcome.Throttled(429, Duration.ofHours(6)));
    assertThat(look(paged(3), null))
        .isInstanceOfSatisfying(
            Look.Seen.class,
            seen -> {
              assertThat(seen.missing())
                  .isEqualTo(
                      new Look.Missing("page 2: 429 Too Many Requests", Duration.ofHours(6)));
              assertThat(seen.answer().validators()).isEqualTo(Validators.NONE);
              assertThat(seen.bodyHash()).isNull();
              assertThat(seen.parsed().waits()).as("that is no wish of the document").isEmpty();
            });
  }

  @Test
  void theSameBytesAreNotReadAgainUnlessTheSelectorsChange() throws Exception {
    listing(1, 1);
    Look.Seen first = (Look.Seen) look(paged(1), null);
    assertThat(reader.look(paged(1), state(null, first.bodyHash())))
        .isEqualTo(
            new Look.Unchanged(
                new Look.Answer("https://e.org/1", ETAG, "https://e.org/1", null, null), true));
    Source changed = paged(2);
    assertThat(reader.look(changed, state(null, first.bodyHash()))).isInstanceOf(Look.Seen.class);
  }

  @Test
  void itIsSaidWhatEachUrlIsAskedFor() throws Exception {
    Source source = Source.of("s", "https://e.org/");
    site.put("https://e.org/", page("<link rel=alternate type=application/rss+xml href=/feed>"));
    site.put("https://e.org/feed", document("https://e.org/feed", FEED));
    look(source, null);
    look(source, "https://e.org/feed");
    assertThat(uses).containsExactly(Use.UNKNOWN, Use.FEED, Use.FEED);
    uses.clear();
    reader.look(source, state(null, null).withKind("feed"));
    reader.look(source, state("https://e.org/lost", null).withKind("discovered"));
    reader.look(source, state(null, null).withKind(SourceState.PAGE));
    reader.look(source, state(null, null).withKind("selectors"));
    assertThat(uses)
        .containsExactly(
            Use.FEED, Use.FEED, Use.FEED, Use.PAGE, Use.FEED, Use.PAGE, Use.FEED, Use.PAGE,
            Use.FEED);
    uses.clear();
    listing(1, 2);
    listing(2, 3);
    look(paged(2), null);
    assertThat(uses).containsExactly(Use.PAGE, Use.PAGE);
  }

  @Test
  void aDocumentThatTakesTooMuchComputingIsAFailureInWords() throws Exception {
    tick = Duration.ofMillis(300).toNanos();
    String entries = "<item><title>One</title><description>a &lt;b></description></item>".repeat(9);
    site.put("https://e.org/", document("https://e.org/", "<rss><channel>" + entries));
    Outcome failure =
        new Failed(Failure.UNUSABLE, 0, "reading it took more than 2 s of computing time");
    assertThat(look(Source.of("s", "https://e.org/"), null)).isEqualTo(new Look.Missed(failure));
    listing(1, 1);
    assertThat(look(paged(1), null)).isInstanceOf(Look.Seen.class);
    tick = Duration.ofSeconds(3).toNanos();
    assertThat(look(paged(1), null)).isEqualTo(new Look.Missed(failure));
  }

  private Look look(Source source, @Nullable String feedUrl) throws InterruptedException {
    return reader.look(source, state(feedUrl, null));
  }

  private static SourceState state(@Nullable String feedUrl, @Nullable String bodyHash) {
    return new SourceState(
        "s",
        "https://e.org/",
        feedUrl,
        null,
        State.OK,
        ETAG,
        "https://e.org/1",
        bodyHash,
        NOW,
        "",
        null,
        null,
        0,
        Habits.NONE);
  }

  private Outcome answer(
      Source source, String url, Use use, Validators validators, @Nullable String validatorsUrl) {
    asked.add(url);
    uses.add(use);
    return site.getOrDefault(url, new Failed(Failure.STATUS, 404, "404 Not Found"));
  }

  private void listing(int page, int next) {
    String html =
        "<li><a href='/%1$da'>%1$da</a></li><li><a href='/%1$db'>%1$db</a></li><a class=next href='/%2$d'>next</a>"
            .formatted(page, next);
    String url = "https://e.org/" + page;
    site.put(url, document(url, "<!DOCTYPE html><title>List</title>" + html));
  }

  private static Outcome page(String html) {
    return document("https://e.org/", "<!DOCTYPE html><title>Page</title>" + html);
  }

  private static Outcome document(String url, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Outcome.Fetched(new Document(url, Map.of(), bytes), ETAG, null);
  }

  private static Source paged(int pages) {
    Selectors selectors = new Selectors("li", null, null, null, null, null, null, null, "a.next");
    return Received.paged("s", "https://e.org/1", pages, selectors);
  }

  private static List<@Nullable String> titles(Look look) {
    List<@Nullable String> titles = new ArrayList<>();
    ((Look.Seen) look).parsed().entries().forEach(entry -> titles.add(entry.title()));
    return titles;
  }
}
