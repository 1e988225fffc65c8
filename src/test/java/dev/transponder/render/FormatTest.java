package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.render.OutputEntry.Origin;
import dev.transponder.text.Wild;
import dev.transponder.text.XmlChars;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all formats promise. */
final class FormatTest {
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

  /** Characters that every format has to keep, and some that none may hold. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "Zebra ",
          "文",
          "ש",
          "é",
          "ß",
          "👨‍👩‍👧",
          "😀",
          "\"",
          "'",
          "=",
          ";",
          "]]",
          "%41",
          "\\",
          "{}",
          "\u0001",
          "\u0000",
          "\uD800",
          "\uFFFE",
          "\u001B",
          " 42 ",
          "/",
          "#",
          "—");

  private final Documents documents = new Documents();

  @ParameterizedTest
  @EnumSource
  void whatIsReadBackIsWhatWasWritten(Format format) {
    Wild wild = new Wild(7);
    for (int round = 0; round < 150; round++) {
      List<OutputEntry> entries =
          IntStream.range(0, (int) wild.number(0, 4)).mapToObj(i -> any(wild, i)).toList();
      Output output = output(entries);
      List<Entry> read = Documents.read(documents.valid(format, output));
      assertThat(read).hasSameSizeAs(entries);
      for (int i = 0; i < read.size(); i++) {
        assertSame(format, read.get(i), entries.get(i));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHostileEntryIsInertAndTheOthersAreUntouched(Format format) {
    List<String> categories = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).toList();
    List<String> hostile =
        List.of(
            "<script>alert(1)</script>",
            "]]><item><title>x</title></item><![CDATA[",
            "</title></entry><entry>",
            "\"}]},{\"id\":\"x",
            "&lt;script&gt;&#0;&#x1F;&bogus;",
            "\u0000\u0001\u0008\u000B\u001F",
            "\uD800 \uDC00\uD800",
            "\uFFFE\uFFFF",
            "t".repeat(1_000_000));
    OutputEntry good = entry("urn:good", "Good", List.of());
    for (String text : hostile) {
      String url = "https://example.org/" + text.substring(0, Math.min(50, text.length()));
      Person person = new Person(text, url, text);
      OutputEntry bad =
          new OutputEntry(
              "urn:bad" + text,
              text,
              url,
              DAY,
              DAY,
              List.of(person),
              List.of(person),
              categories,
              List.of(new Enclosure(url, text, -5L), new Enclosure(url, text, Long.MAX_VALUE)),
              List.of(),
              text,
              text + " ",
              text,
              text,
              new Origin("urn:" + text, "s" + text, DAY, url, url, text, text));
      byte[] document = documents.valid(format, output(List.of(bad, good)));
      assertThat(new String(document, UTF_8)).doesNotContain("\uFFFD");
      List<Entry> read = Documents.read(document);
      assertThat(read).hasSize(2);
      assertThat(read.getLast().title()).isEqualTo("Good");
      assertThat(read.getFirst().categories()).startsWith("c0", "c1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEntryThatCannotBeWrittenIsLeftOutOfEveryFormat(Format format) {
    Origin nameless = new Origin("urn:feed", "\u0001", DAY, null, null, null, null);
    OutputEntry unsigned =
        new OutputEntry(
            "urn:2",
            "t",
            "https://example.org/",
            DAY,
            DAY,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            nameless);
    Output output =
        output(
            List.of(
                entry("\u0000 ", "bad", List.of()), unsigned, entry("urn:1", "good", List.of())));
    assertThat(Documents.read(documents.valid(format, output)))
        .extracting(Entry::title)
        .containsExactly("good");
  }

  @ParameterizedTest
  @EnumSource
  void aFeedWithoutEntriesIsValid(Format format) {
    Output nothing = new Output(" ", "", "http://localhost:8080/", "category/机器 翻译/", List.of());
    String document = new String(documents.valid(format, nothing), UTF_8);
    assertThat(document).contains("http://localhost:8080/category/机器%20翻译/" + format.file());
    assertThat(Documents.read(document.getBytes(UTF_8))).isEmpty();
  }

  private static void assertSame(Format format, Entry read, OutputEntry written) {
    assertThat(Objects.requireNonNull(read.guid()).text()).isEqualTo(XmlChars.clean(written.id()));
    assertThat(read.title()).isEqualTo(line(written.title()));
    assertThat(read.link()).isEqualTo(Iri.of(written.link()));
    assertThat(read.published()).isEqualTo(written.published());
    assertThat(read.updated()).isEqualTo(written.updated());
    assertThat(read.authors())
        .extracting(Person::name)
        .isEqualTo(names(written.authors().isEmpty() ? List.of(source()) : written.authors()));
    assertThat(lines(read.categories())).isEqualTo(lines(written.categories()));
    assertThat(read.content()).isEqualTo(written.content());
    assertThat(read.language()).isEqualTo(written.language());
    assertThat(read.enclosures()).isEqualTo(written.enclosures());
    if (format != Format.JSON) {
      assertThat(read.summary()).isEqualTo(written.summary());
      assertThat(read.contributors())
          .extracting(Person::name)
          .isEqualTo(names(written.contributors()));
      assertThat(read.rights()).isEqualTo(written.rights());
    }
  }

  private static Person source() {
    return new Person(ORIGIN.title(), null, null);
  }

  private static List<String> names(List<Person> people) {
    return people.stream().map(person -> line(person.name())).toList();
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(FormatTest::line).distinct().toList();
  }

  /** One line without what no document may hold. */
  private static String line(String text) {
    return XmlChars.clean(text).strip().replaceAll("\\s+", " ");
  }

  private static OutputEntry any(Wild wild, int number) {
    Instant updated = instant(wild);
    List<Enclosure> enclosures = new ArrayList<>();
    for (long i = wild.number(0, 3); i > 0; i--) {
      enclosures.add(
          new Enclosure(
              "https://example.org/" + i + ".mp3", "audio/mpeg", wild.number(1, 1L << 40)));
    }
    return new OutputEntry(
        "urn:" + number + ":" + words(wild),
        words(wild),
        "https://example.org/" + number + "?a=" + words(wild),
        wild.number(0, 2) == 0 ? null : instant(wild),
        updated,
        people(wild),
        people(wild),
        IntStream.range(0, (int) wild.number(0, 5)).mapToObj(i -> words(wild)).toList(),
        enclosures,
        List.of(),
        "<p>" + line(words(wild)) + " &amp; &lt;script&gt; <b>]]&gt;</b></p>",
        wild.number(0, 1) == 0 ? null : "<p>" + line(words(wild)) + "</p>",
        wild.number(0, 1) == 0 ? null : "de-AT",
        wild.number(0, 1) == 0 ? null : "© " + line(words(wild)),
        ORIGIN);
  }

  private static List<Person> people(Wild wild) {
    return IntStream.range(0, (int) wild.number(0, 3))
        .mapToObj(i -> new Person(i + words(wild), null, null))
        .toList();
  }

  private static String words(Wild wild) {
    return "w" + wild.of(PIECES, 20) + "w";
  }

  private static Instant instant(Wild wild) {
    return Instant.ofEpochSecond(wild.number(631_152_000, 1_795_000_000))
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private static OutputEntry entry(String id, String title, List<Person> authors) {
    return new OutputEntry(
        id,
        title,
        "https://example.org/1",
        null,
        DAY,
        authors,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        ORIGIN);
  }

  private static Output output(List<OutputEntry> entries) {
    return new Output("INCOMING", "Latest", "http://localhost:8080/", "", entries);
  }
}
