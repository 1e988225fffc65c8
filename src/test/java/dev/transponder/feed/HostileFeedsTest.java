package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document may cost is bounded, whoever wrote it. A quadratic reader would take hours. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class HostileFeedsTest {
  private static final String START =
      "<rss version='2.0'><channel><title>x</title><item><title>One</title>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>",
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE [",
        "</x",
        "<a b='",
        "&",
        "<?",
        "<item>",
        "<entry>",
        "<description>",
        "<a xmlns:b='c'>",
        "<![CDATA[</x>",
        "&#",
        "<a b"
      })
  void manyRepeatedBeginningsAreReadToAnEnd(String beginning) {
    Reading reading = read(START + beginning.repeat(1_000_000 / beginning.length()));
    assertThat(reading).isInstanceOf(Reading.Parsed.class);
    assertThat(((Reading.Parsed) reading).damaged()).isTrue();
  }

  @Test
  void deepNestingIsFlattenedAndTheNextEntryIsStillRead() {
    String deep = "<b>".repeat(100_000) + "text" + "</b>".repeat(100_000);
    Reading.Parsed parsed =
        parsed(
            START
                + "<description>"
                + deep
                + "</description></item>"
                + "<item><title>Two</title></item></channel></rss>");
    assertThat(parsed.entries()).extracting(Entry::title).containsExactly("One", "Two");
    assertThat(parsed.entries().getFirst().summary()).contains("text");
  }

  @Test
  void deepJsonKeepsWhatCameBefore() {
    Reading.Parsed parsed =
        parsed(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\"},{\"x\":"
                + "[".repeat(200_000));
    assertThat(parsed.entries()).hasSize(1);
    assertThat(parsed.damaged()).isTrue();
  }

  @Test
  void entitiesThatNestAreNotExpanded() {
    Reading.Parsed parsed =
        parsed(
            "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                + START
                + "<description>"
                + "&b;".repeat(1000)
                + "</description></item></channel></rss>");
    assertThat(parsed.entries().getFirst().summary()).isEqualTo("&b;".repeat(1000));
  }

  @Test
  void ofTooManyEntriesTheFirstAreKept() {
    Reading.Parsed parsed =
        parsed(
            START
                + "</item>"
                + "<item><title>More</title></item>".repeat(5000)
                + "</channel></rss>");
    assertThat(parsed.entries()).hasSize(Limits.ENTRIES);
    assertThat(parsed.entries().getFirst().title()).isEqualTo("One");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<item/>",
        "<x/>",
        "<link/>",
        "<item><item/></item>",
        "<media:content url='https://x.test/a'/>"
      })
  void manyElementsAreReadToAnEnd(String element) {
    String many = element.repeat(200_000);
    assertThat(read("<rss><channel>" + many + "</channel></rss>"))
        .isInstanceOf(Reading.Parsed.class);
    assertThat(read("<rss>" + many + "</rss>")).isInstanceOf(Reading.Parsed.class);
    assertThat(read("<RDF>" + many + "</RDF>")).isInstanceOf(Reading.Parsed.class);
    assertThat(read("<feed><title>x</title>" + many)).isInstanceOf(Reading.Parsed.class);
    assertThat(read(START + many)).isInstanceOf(Reading.Parsed.class);
  }

  @Test
  void aTitleOfAMillionTagsIsReadToAnEnd() {
    Reading.Parsed parsed =
        parsed(
            "<rss><channel><title>"
                + "&lt;script&gt;a".repeat(1_000_000)
                + "</title></channel></rss>");
    assertThat(parsed.head().title()).hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void tooLongTitlesUrlsAndBodiesAreCutOrLeftOut() {
    String url = "https://site.test/" + "a".repeat(5000);
    Reading.Parsed parsed =
        parsed(
            "<rss><channel><item><title>"
                + "t".repeat(600)
                + "</title><link>"
                + url
                + "</link><description>"
                + "d".repeat(1_100_000)
                + "</description></item></channel></rss>");
    Entry entry = parsed.entries().getFirst();
    assertThat(entry.title()).hasSize(500);
    assertThat(entry.link()).isNull();
    assertThat(entry.summary()).hasSize(1_000_000);
  }

  @Test
  void aDocumentOverTheLimitIsNotRead() {
    Reading reading =
        new FeedReader()
            .read(
                new Document("https://x.test/", Map.of(), new byte[Limits.DOCUMENT + 1]), () -> {});
    assertThat(reading).isInstanceOf(Reading.Unreadable.class);
  }

  private static Reading.Parsed parsed(String text) {
    return (Reading.Parsed) read(text);
  }

  private static Reading read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new FeedReader()
        .read(new Document("https://x.test/", Map.<String, List<String>>of(), bytes), () -> {});
  }
}
