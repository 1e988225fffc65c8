package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import dev.transponder.model.Enclosure;
import dev.transponder.model.Person;
import dev.transponder.render.OutputEntry.Origin;
import dev.transponder.render.OutputEntry.Related;
import dev.transponder.text.Wild;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AtomFeedTest {
  private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
  private static final Origin ORIGIN =
      new Origin(
          "urn:feed",
          "Notes & more",
          DAY,
          "https://example.org/feed?a=1&b=2",
          "https://example.org/",
          "© somebody",
          "en");

  @Test
  void aFullEntryIsValidAndReadBackAsItWas() throws Exception {
    OutputEntry full =
        new OutputEntry(
            "tag:Example.org,2026:A%2fb",
            "1 < 2 & <b>so on</b>",
            "https://example.org/1?a=1&b=2",
            DAY,
            DAY.plusSeconds(60),
            List.of(new Person("Ada", "https://example.org/ada", "ada@example.org")),
            List.of(new Person("Bob", null, null), new Person(" ", null, null)),
            List.of("NLP", "NLP", "机器翻译"),
            List.of(new Enclosure("https://example.org/1.mp3", "audio/mpeg", 12L)),
            List.of(new Related("https://example.net/a?b=1&c=2", "also in <Bob> & Eve")),
            "<p>a &amp; b ]]&gt; ]]> <![CDATA[x]]></p>",
            "<p>short</p>",
            "de_AT",
            "© Ada",
            ORIGIN);
    SyndFeed feed = readBack(full);
    SyndEntry entry = feed.getEntries().getFirst();
    assertThat(feed.getTitle()).isEqualTo("INCOMING");
    assertThat(entry.getContributors()).extracting(SyndPerson::getName).containsExactly("Bob");
    assertThat(feed.getPublishedDate()).isEqualTo(Date.from(full.updated()));
    assertThat(entry.getUri()).isEqualTo(full.id());
    assertThat(entry.getTitle()).isEqualTo(full.title());
    assertThat(entry.getLink()).isEqualTo(full.link());
    assertThat(entry.getPublishedDate()).isEqualTo(Date.from(DAY));
    assertThat(entry.getUpdatedDate()).isEqualTo(Date.from(full.updated()));
    assertThat(entry.getAuthor()).isEqualTo("Ada");
    assertThat(entry.getContents().getFirst().getType()).isEqualTo("html");
    assertThat(entry.getContents().getFirst().getValue()).isEqualTo(full.content());
    assertThat(entry.getDescription().getValue()).isEqualTo(full.summary());
    assertThat(entry.getCategories()).extracting(c -> c.getName()).containsExactly("NLP", "机器翻译");
    assertThat(entry.getEnclosures().getFirst().getUrl()).isEqualTo("https://example.org/1.mp3");
    assertThat(entry.getEnclosures().getFirst().getLength()).isEqualTo(12);
    assertThat(entry.getLinks())
        .filteredOn(link -> link.getRel().equals("related"))
        .extracting(SyndLink::getHref, SyndLink::getTitle)
        .containsExactly(tuple("https://example.net/a?b=1&c=2", "also in <Bob> & Eve"));
    assertThat(entry.getSource().getTitle()).isEqualTo("Notes & more");
    assertThat(entry.getSource().getUri()).isEqualTo("urn:feed");
  }

  @Test
  void aFeedWithoutEntriesIsValidAndAlwaysTheSame() throws Exception {
    byte[] empty = Format.ATOM.render(output());
    assertThat(new PublishedSchema().mistakes(empty)).isEmpty();
    assertThat(new String(empty, UTF_8)).contains("<updated>1990-01-01T00:00:00Z</updated>");
  }

  @Test
  void theIdOfTheFeedDependsOnItsUrlOnly() {
    Output renamed = new Output("Other", "", "http://localhost:8080/", "", List.of());
    Output moved = new Output("INCOMING", "", "https://example.org/", "", List.of());
    assertThat(AtomFeed.id(renamed)).isEqualTo(AtomFeed.id(output()));
    assertThat(AtomFeed.id(moved)).isNotEqualTo(AtomFeed.id(output()));
  }

  @Test
  void aMintedIdIsTheOneThatEveryLibraryMints() {
    // The example of RFC 9562 appendix A.4 with the name space of URLs: uuid5(URL,
    // "http://www.example.com/").
    assertThat(NamedUuid.ofUrl("http://www.example.com/"))
        .isEqualTo("urn:uuid:fcde3c85-2270-590f-9e7c-ee003d65e0e2");
  }

  @Test
  void charactersThatXmlRefusesAreLeftOutAndOthersAreKept() throws Exception {
    OutputEntry bad = titled("a\u0001b\uD800c\uFFFEd 😀 ]]> é\u2028");
    assertThat(readBack(bad).getEntries().getFirst().getTitle()).isEqualTo("abcd 😀 ]]> é\u2028");
  }

  @Test
  void aTitleOfForbiddenCharactersBecomesTheLink() throws Exception {
    assertThat(readBack(titled("\u0001 \u0002")).getEntries().getFirst().getTitle())
        .isEqualTo("https://example.org/1");
  }

  @Test
  void whoHasNoAuthorIsWrittenByItsSource() throws Exception {
    OutputEntry anonymous = entry("urn:1", "t", "https://example.org/1", List.of());
    OutputEntry blank =
        entry("urn:2", "t", "https://example.org/2", List.of(new Person("\u0007", null, "x")));
    assertThat(readBack(anonymous, blank).getEntries())
        .extracting(SyndEntry::getAuthor)
        .containsExactly("Notes & more", "Notes & more");
  }

  @Test
  void anEntryWithoutIdIsLeftOutAndTheOthersStay() throws Exception {
    List<OutputEntry> entries =
        List.of(
            titled("first"), entry(" \u0000", "bad", "https://x.org/", List.of()), titled("last"));
    SyndFeed feed = readBack(entries.toArray(OutputEntry[]::new));
    assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).containsExactly("first", "last");
  }

  @Test
  void linksOfTheWildAreMadeLinks() throws Exception {
    OutputEntry wild = entry("urn:1", "t", "https://example.org/a b?q=\"<é>\"", List.of());
    assertThat(readBack(wild).getEntries().getFirst().getLink())
        .isEqualTo("https://example.org/a%20b?q=%22%3Cé%3E%22");
  }

  @Test
  void whateverComesInTheDocumentIsValid() throws Exception {
    Wild wild = new Wild(300);
    for (int i = 0; i < 500; i++) {
      String html = wild.text();
      OutputEntry entry = entry(wild.text() + i, wild.text(), html, wild);
      byte[] document = Format.ATOM.render(output(entry, titled("good")));
      assertThat(new PublishedSchema().mistakes(document)).as("of %s", entry).isEmpty();
      assertThat(document).isEqualTo(Format.ATOM.render(output(entry, titled("good"))));
      assertThat(new String(document, UTF_8)).contains("<title>good</title>");
    }
  }

  private static OutputEntry entry(String id, String title, String html, Wild wild) {
    Instant updated = Instant.ofEpochSecond(wild.number(-100_000_000_000L, 300_000_000_000L));
    return new OutputEntry(
        id,
        title,
        "https://example.org/" + title,
        updated,
        updated,
        List.of(new Person(title, "https://example.org/" + html, html)),
        List.of(new Person(html, "https://example.org/" + title, id)),
        List.of(title, html),
        List.of(new Enclosure("https://example.org/" + id, html, wild.number(Long.MIN_VALUE, 9))),
        List.of(new Related("https://example.org/" + html, title)),
        html,
        title,
        id,
        html,
        ORIGIN);
  }

  private static OutputEntry titled(String title) {
    return entry("urn:" + title.length(), title, "https://example.org/1", List.of());
  }

  private static OutputEntry entry(String id, String title, String link, List<Person> authors) {
    return new OutputEntry(
        id, title, link, null, DAY, authors, List.of(), List.of(), List.of(), List.of(), null, null,
        null, null, ORIGIN);
  }

  private static Output output(OutputEntry... entries) {
    return new Output("INCOMING", "Latest", "http://localhost:8080/", "", Arrays.asList(entries));
  }

  /** Valid by the grammar, and what a feed parser makes of it. */
  private static SyndFeed readBack(OutputEntry... entries) throws Exception {
    byte[] document = Format.ATOM.render(output(entries));
    assertThat(new PublishedSchema().mistakes(document)).isEmpty();
    return new SyndFeedInput().build(new StringReader(new String(document, UTF_8)));
  }
}
