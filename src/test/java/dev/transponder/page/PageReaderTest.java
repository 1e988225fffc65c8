package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Reading;
import dev.transponder.model.Selectors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
  private static final String LISTING =
      """
      <!doctype html><html lang="en-GB"><head><title> Notes </title>
      <link rel="shortcut icon" href="/icon.png"></head><body>
      <article data-id="7"><h2><a href="../one?a=1&amp;b=2">One &amp; only</a></h2>
        <time datetime="2026-03-04T05:06:07Z">last week</time>
        <p class="excerpt">Some <b>bold</b> text</p>
        <span class="by">Ada</span><i class="badge">NLP</i><i class="badge">Audio</i><i class="badge">NLP</i>
        <img data-src="/pic.jpg" src="data:image/gif;base64,AAAA"></article>
      <article lang="de"><h2><a href="javascript:x()">Zwei</a></h2><p class="excerpt"></p></article>
      <article> <img src="/nothing.png"> </article>
      <a class="next" href="?page=2">older</a>
      </body></html>
      """;

  private static final Selectors ALL =
      new Selectors(
          "article", "h2 a", "h2", "time@datetime", ".excerpt", ".by", ".badge", "img", "a.next");

  @Test
  void everySelectorGivesItsField() {
    Reading.Parsed parsed = Pages.parsed(Pages.html(LISTING), ALL);
    assertThat(parsed.entries())
        .first()
        .isEqualTo(
            Entry.builder()
                .title("One & only")
                .link("https://example.org/one?a=1&b=2")
                .published(Instant.parse("2026-03-04T05:06:07Z"))
                .summary("Some <b>bold</b> text")
                .authors(List.of(new Person("Ada", null, null)))
                .categories(List.of("NLP", "Audio"))
                .image("https://example.org/pic.jpg")
                .language("en-GB")
                .build());
    assertThat(parsed.next()).isEqualTo("https://example.org/blog/?page=2");
    assertThat(parsed.format()).isEqualTo("html");
  }

  @Test
  void anEntryWithoutLinkAndTextIsNone() {
    List<Entry> entries = Pages.parsed(Pages.html(LISTING), ALL).entries();
    assertThat(entries).extracting(Entry::title).containsExactly("One & only", "Zwei");
    assertThat(entries.getLast().link()).isNull();
    assertThat(entries.getLast().language()).isEqualTo("de");
  }

  @Test
  void whatIsWrittenInOtherWordsThanOursIsNoPartOfTheExcerpt() {
    String card =
        """
        <article><header><h2><a href="/%1$d">The ferry number %1$d</a></h2>
        <div>On <time datetime="2026-03-0%1$d">2026-03-0%1$d</time></div></header>
        <p>It does not run on Sunday number %1$d, nor on the day after.</p></article>
        """;
    String page = "<!doctype html>" + card.formatted(1) + card.formatted(2) + card.formatted(3);
    Selectors written =
        new Selectors(
            "article", "header a", "header a", "time@datetime", null, null, null, null, null);
    assertThat(Pages.parsed(Pages.html(page), written).entries().getFirst().summary())
        .isEqualTo("It does not run on Sunday number 1, nor on the day after.");
  }

  @Test
  void aFieldThatARuleDidNotFindIsNotLookedForAgain() {
    String card =
        """
        <article><h2><a href="/%1$d">The ferry number %1$d</a></h2>
        <p>It does not run on Sunday number %1$d, nor on the day after.</p></article>
        """;
    String page = "<!doctype html>" + card.formatted(1) + card.formatted(2) + card.formatted(3);
    Selectors found = new Selectors("article", "h2 a", "h2", null, null, null, null, null, null);
    Reading again = new PageReader().readAgain(Pages.html(page), found, Pages.NOW, Pages.BUDGET);
    assertThat(((Reading.Parsed) again).entries().getFirst().summary()).isNull();
    assertThat(Pages.parsed(Pages.html(page), found).entries().getFirst().summary()).isNotNull();
  }

  @Test
  void structuredDataMayNameSeveralAuthors() {
    String page =
        """
        <!doctype html><article><h2><a href="/1">The ferry</a></h2></article>
        <script type="application/ld+json">{"url": "/1", "headline": "The ferry",
        "author": [{"name": "Ada"}, {"name": "Ben"}, {"name": "Ada"}]}</script>
        """;
    assertThat(
            Pages.parsed(Pages.html(page), Pages.entry("article")).entries().getFirst().authors())
        .extracting(Person::name)
        .containsExactly("Ada", "Ben");
  }

  @Test
  void aRuleForAHeroOfAnotherTagNamesBothAndDoesNotTakeWhateverStandsThere() {
    StringBuilder page = new StringBuilder("<!doctype html><title>Notes</title><main>");
    String card =
        """
        <%1$s class="%2$s"><h2><a href="/notes/%3$d">The ferry number %3$d to the island</a></h2>
        <time datetime="2026-03-0%3$d">2026-03-0%3$d</time><p>It does not run on Sunday, nor later.</p></%1$s>
        """;
    page.append(card.formatted("section", "hero", 9));
    for (int i = 8; i > 0; i--) {
      page.append(card.formatted("div", "card", i));
    }
    Detection found =
        new PageReader().detect(Pages.html(page + "</main>"), Pages.NOW, Pages.BUDGET);
    assertThat(((Detection.Found) found).parsed().entries()).hasSize(9);
    assertThat(((Detection.Found) found).rule().entry()).contains(",").doesNotContain("*");
  }

  @Test
  void thePageSaysWhatItIs() {
    Reading.Parsed parsed = Pages.parsed(Pages.html(LISTING), ALL);
    assertThat(parsed.head().title()).isEqualTo("Notes");
    assertThat(parsed.head().link()).isEqualTo(Pages.URL);
    assertThat(parsed.head().language()).isEqualTo("en-GB");
    assertThat(parsed.head().icon()).isEqualTo("https://example.org/icon.png");
  }

  @Test
  void theEntrySelectorAloneFindsLinkTitleAndDateInTheirUsualPlaces() {
    Entry entry = Pages.parsed(Pages.html(LISTING), Pages.entry("article")).entries().getFirst();
    assertThat(entry.title()).isEqualTo("One & only");
    assertThat(entry.link()).isEqualTo("https://example.org/one?a=1&b=2");
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-04T05:06:07Z"));
    assertThat(entry.summary()).isNull();
  }

  @Test
  void withoutAHeadingTheTextOfTheLinkIsTheTitle() {
    String html = "<ul><li><a href=/a><img src=i.png></a> <a href=/b>Two words</a></ul>";
    Entry entry = Pages.parsed(Pages.html(html), Pages.entry("li")).entries().getFirst();
    assertThat(entry.title()).isEqualTo("Two words");
    assertThat(entry.link()).isEqualTo("https://example.org/b");
  }

  @Test
  void aLinkAroundAWholeCardIsItsLinkAndTheFirstSentenceItsTitle() {
    String html =
        "<a class=card href=/a><div><p>A long excerpt. It goes on for long.</p></div></a>";
    Entry entry = Pages.parsed(Pages.html(html), Pages.entry(".card")).entries().getFirst();
    assertThat(entry.title()).isEqualTo("A long excerpt.");
    assertThat(entry.link()).isEqualTo("https://example.org/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Read more", "Continue reading →", "阅读全文 »", "続きを読む", "Weiterlesen…", "MORE"})
  void wordsThatInviteToReadOnAreNoTitle(String words) {
    String html = "<li>An excerpt <a href=/a>" + words + "</a></li>";
    Entry entry = Pages.parsed(Pages.html(html), Pages.entry("li")).entries().getFirst();
    assertThat(entry.title()).isNull();
    assertThat(entry.link()).isEqualTo("https://example.org/a");
  }

  @Test
  void whatStandsOnSeveralCardsIsALabelAndNoTitle() {
    String html =
        "<li><a href=/a>Zum Beitrag</a></li><li><a href=/b>Zum Beitrag</a></li>"
            + "<li><a href=/c>Own title</a></li>";
    assertThat(Pages.parsed(Pages.html(html), Pages.entry("li")).entries())
        .extracting(Entry::title)
        .containsExactly(null, null, "Own title");
  }

  @Test
  void aLocalPageGoesOnInALocalFile() {
    String html = "<li><a href='https://example.org/a'>A</a></li><a class=next href=two.html>2</a>";
    Selectors selectors = new Selectors("li", null, null, null, null, null, null, null, "a.next");
    Document page =
        new Document("file:///notes/index.html", Map.of(), html.getBytes(StandardCharsets.UTF_8));
    Reading.Parsed parsed =
        (Reading.Parsed) new PageReader().read(page, selectors, Pages.NOW, Pages.BUDGET);
    assertThat(parsed.next()).isEqualTo("file:///notes/two.html");
  }

  @Test
  void anAttributeAloneIsThatOfTheEntryItself() {
    String html = "<div class=e data-u=/a data-t='1 < 2' data-d=2026-01-02></div>";
    Selectors selectors =
        new Selectors(".e", "@data-u", "@data-t", "@data-d", "@data-t", null, null, null, null);
    Entry entry = Pages.parsed(Pages.html(html), selectors).entries().getFirst();
    assertThat(entry.link()).isEqualTo("https://example.org/a");
    assertThat(entry.title()).isEqualTo("1 < 2");
    assertThat(entry.summary()).isEqualTo("1 &lt; 2");
    assertThat(entry.published()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
  }

  @Test
  void anAtSignInsideASelectorIsNotAnAttribute() {
    String html = "<p><a href='mailto:a@b'>mail</a><a href='/@ada/1'>One</a></p>";
    Selectors selectors =
        new Selectors("p", "a[href*=\"/@\"]", "a[href*='/@']", null, null, null, null, null, null);
    Entry entry = Pages.parsed(Pages.html(html), selectors).entries().getFirst();
    assertThat(entry.link()).isEqualTo("https://example.org/@ada/1");
    assertThat(entry.title()).isEqualTo("One");
  }

  @Test
  void relativeUrlsFollowTheBaseElement() {
    String html =
        "<base href='https://cdn.example/x/'><p><a href=a>A</a></p><a rel=next href=b></a>";
    Selectors selectors =
        new Selectors("p", null, null, null, null, null, null, null, "[rel=next]@href");
    Reading.Parsed parsed = Pages.parsed(Pages.html(html), selectors);
    assertThat(parsed.entries().getFirst().link()).isEqualTo("https://cdn.example/x/a");
    assertThat(parsed.next()).isEqualTo("https://cdn.example/x/b");
  }

  @Test
  void selectorsThatFindNothingGiveNoEntries() {
    assertThat(Pages.parsed(Pages.html(LISTING), Pages.entry(".gone")).entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"article", "h2 > a:first-child", "time@datetime", "@href", "a[href*='@']"})
  void aSelectorThatCanBeUsedHasNoProblem(String selector) {
    assertThat(PageReader.problem(selector)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "div[", "a:nth-child(", "h2 >> a", ":no-such-thing", "div[@href"})
  void aSelectorThatCannotBeUsedSaysWhy(String selector) {
    assertThat(PageReader.problem(selector)).isNotBlank();
    assertThat(
            new PageReader()
                .read(Pages.html(LISTING), Pages.entry(selector), Pages.NOW, Pages.BUDGET))
        .isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void otherDocumentsAreNotReadAsPages() {
    assertNotAPage("application/pdf", "%PDF-1.7", "the site sent application/pdf");
    assertNotAPage("application/json", "{}", "the site sent application/json");
    assertNotAPage("text/html", "<?xml version='1.0'?><rss version='2.0'>", "the site sent a feed");
    assertNotAPage("text/plain", "just words", "the site sent something");
    assertNotAPage("text/html", "{\"error\": 1}", "the site sent something");
    assertNotAPage("text/html", "", "the site sent nothing");
  }

  @Test
  void aPageWithoutContentTypeIsReadAsWhatItIs() {
    byte[] bytes = "<html><p><a href=/a>A</a>".getBytes(StandardCharsets.UTF_8);
    assertThat(Pages.parsed(Pages.bytes(bytes, null), Pages.entry("p")).entries()).hasSize(1);
  }

  @Test
  void aLabelIsNeverTakenForTheLinkThatASelectorMisses() {
    String card =
        "<article><a href=/tag/sea>Sea</a> <a class=there href=/notes/%s>A note</a></article>";
    Selectors written =
        new Selectors("article", "a.permalink", null, null, null, null, null, null, null);
    Document page = Pages.html("<!doctype html>" + card.formatted("1") + card.formatted("2"));
    assertThat(Pages.parsed(page, written).entries())
        .extracting(Entry::link)
        .containsExactly("https://example.org/notes/1", "https://example.org/notes/2");
    Document bare = Pages.html("<!doctype html><article>A note <a href=/tag/sea>Sea</a></article>");
    assertThat(Pages.parsed(bare, written).entries()).extracting(Entry::link).containsOnlyNulls();
  }

  private static void assertNotAPage(String type, String body, String reason) {
    Reading reading =
        new PageReader()
            .read(
                Pages.bytes(body.getBytes(StandardCharsets.UTF_8), type),
                Pages.entry("article"),
                Pages.NOW,
                Pages.BUDGET);
    assertThat(reading).isEqualTo(new Reading.NotAFeed(reason + " instead of an HTML page"));
  }
}
