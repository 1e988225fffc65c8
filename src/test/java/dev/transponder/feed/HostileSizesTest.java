package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One thing of a document that is made too large. Without bounds each would take minutes. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileSizesTest {
  private static final String ENTRY =
      "<entry><id>1</id><link href='a'/><title>One</title><summary type='html'>";

  @Test
  void ofAMillionAttributesTheFirstAreKept() {
    String many =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> "a" + i + "=''")
            .collect(Collectors.joining(" "));
    Entry entry =
        first("<feed><entry xml:lang='de' " + many + "><title>One</title></entry></feed>");
    assertThat(entry.title()).isEqualTo("One");
    assertThat(entry.language()).isEqualTo("de");
  }

  @Test
  void anOverlongBaseIsIgnored() {
    Entry entry =
        first(
            "<feed xml:base='https://other.test/"
                + "b/".repeat(4_000_000)
                + "'>"
                + (ENTRY + "&lt;a href='c'></summary></entry>").repeat(2000)
                + "</feed>");
    assertThat(entry.link()).isEqualTo("https://x.test/a");
    assertThat(entry.summary()).isEqualTo("<a href='c'>");
  }

  @Test
  void basesInBasesDoNotGrow() {
    String longer = "<b xml:base='" + "b/".repeat(2000) + "'>";
    Entry entry =
        first(
            "<feed xml:base='https://other.test/'><entry><link href='a'/>"
                + "<content type='xhtml'>"
                + longer.repeat(100)
                + "<a href='c'>d</a>"
                + "</b>".repeat(100)
                + "</content></entry></feed>");
    assertThat(entry.link()).isEqualTo("https://other.test/a");
    assertThat(entry.content()).hasSizeLessThan(10_000).contains("https://other.test/b/b/");
  }

  @Test
  void linksThatABaseMakesLongDoNotGrowBeyondTheLimitOfABody() {
    String html = HtmlLinks.resolve("<a href=b>".repeat(1_000_000), base(4000), tree());
    assertThat(html).hasSizeLessThan(1_010_000).startsWith("<a href=https://other.test/");
  }

  @Test
  void manyEntriesUnderALongBaseAreReadToAnEnd() {
    String entry = ENTRY + "&lt;a href=b>".repeat(500) + "</summary></entry>";
    List<Entry> entries =
        entries("<feed xml:base='" + base(4000) + "'>" + entry.repeat(2000) + "</feed>");
    assertThat(entries).hasSize(2000);
    long characters =
        entries.stream()
            .map(Entry::summary)
            .mapToLong(html -> html == null ? 0 : html.length())
            .sum();
    assertThat(characters).isLessThan(60_000_000);
  }

  @Test
  void aMediaTypeOfMillionsOfCharactersIsNone() {
    String type = "/+".repeat(1_000_000);
    Entry entry =
        first("<rss><channel><item><description type='" + type + "'>One</description></item>");
    assertThat(entry.summary()).isEqualTo("One");
  }

  @Test
  void aTitleThatIsCutInsideACharacterCostsNothingElse() {
    String title = "&amp;" + "a".repeat(19_998) + "\uD83D\uDE00".repeat(10);
    Entry entry = first("<rss><channel><item><title>" + title + "</title><guid>1</guid></item>");
    assertThat(entry.title()).startsWith("&aaa");
  }

  private static String base(int length) {
    String site = "https://other.test/";
    return site + "b".repeat(length - site.length() - 1) + "/";
  }

  private static Tree tree() {
    Tree tree = XmlParser.parse("<feed/>", 0, "https://x.test/", "https://x.test/", () -> {});
    return Objects.requireNonNull(tree);
  }

  private static Entry first(String text) {
    return entries(text).getFirst();
  }

  private static List<Entry> entries(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Document document = new Document("https://x.test/", Map.<String, List<String>>of(), bytes);
    return ((Reading.Parsed) new FeedReader().read(document, () -> {})).entries();
  }
}
