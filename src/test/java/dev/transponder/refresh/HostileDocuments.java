package dev.transponder.refresh;

import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.Validators;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Documents as large as one may be, made to cost as much as one can: a start, a piece as often as
 * it fits ("#" in it is its number), an end. As a program it reads each as a refresh would and
 * prints what came of it, for {@link HostileDocumentsIT}.
 */
enum HostileDocuments {
  TAGS("<rss><channel><item><title>One</title>", "<a>", ""),
  TITLE("<rss><channel><item><title>", "words of a title ", "</title></item></channel></rss>"),
  CHINESE_TITLE("<rss><channel><item><title>", "文字", "</title></item></channel></rss>"),
  CDATA("<rss><channel><item><description><![CDATA[文", "<p>text", "]]></description></item>"),
  ENTITIES("<rss><channel><item><description>", "&amp;lt;&eacute;&#60;", "</description></item>"),
  ENTRIES("<rss><channel>", "<item><title>#</title></item>", "</channel></rss>"),
  BODIES(
      "<rss><channel>",
      "<item><description><![CDATA[<b><p><a href=b><i>%s]]></description></item>"
          .formatted("<p>".repeat(300)),
      "</channel></rss>"),
  CATEGORIES(
      "<rss><channel>",
      "<item><title>#</title>%s</item>".formatted("<category>c</category>".repeat(10_000)),
      "</channel></rss>"),
  PREFIXES("<rss><channel><item ", "xmlns:n#='' ", "><title>One</title></item>"),
  NAMESPACES("<rss><channel><item><title>One</title>", "<x xmlns:n#='urn:#'/>", "</item>"),
  ELEMENTS("<feed><entry><title>文</title>", "<n#:x/>", "</entry></feed>"),
  XHTML("<feed><entry><content type='xhtml'>", "<div><b>", "</content></entry></feed>"),
  ESCAPED(
      "<rss><channel>",
      "<item><description>%s</description></item>".formatted("&lt;div>".repeat(200_000)),
      "</channel></rss>"),
  HEAD("<rss><channel><description>", "&lt;div>", "</description></channel></rss>"),
  JSON_LISTS("{\"version\":\"https://jsonfeed.org/version/1.1\",\"x\":[", "[],", "0]}"),
  JSON_DEPTH("{\"items\":[{\"id\":\"1\"},", "[", ""),
  JSON_ENTRIES("{\"title\":\"文\",\"items\":[", "{\"id\":\"#\",\"x\":{\"y\":{}}},", "{}]}"),
  JSON_BODY("{\"items\":[{\"id\":\"1\",\"content_html\":\"", "<div>", "\"}]}"),
  JSON_ESCAPES("{\"items\":[{\"id\":\"1\",\"content_text\":\"", "\\u6587", "\"}]}");

  /** The largest that is read. */
  private static final int SIZE = 20_000_000;

  private static final String URL = "https://x.test/";

  private final String start;
  private final String piece;
  private final String end;

  HostileDocuments(String start, String piece, String end) {
    this.start = start;
    this.piece = piece;
    this.end = end;
  }

  /** The bytes, filled up with spaces behind the end. */
  Document document() {
    byte[] bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) ' ');
    byte[] last = bytes(end);
    int at = put(bytes, 0, bytes(start));
    byte[] next = bytes(piece);
    for (int i = 0; at + next.length + last.length <= SIZE; i++) {
      next = piece.indexOf('#') < 0 ? next : bytes(piece.replace("#", String.valueOf(i)));
      at = at + next.length + last.length > SIZE ? at : put(bytes, at, next);
    }
    put(bytes, at, last);
    return new Document(URL, Map.of(), bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int put(byte[] bytes, int at, byte[] part) {
    System.arraycopy(part, 0, bytes, at, part.length);
    return at + part.length;
  }

  /** Prints a line for each document: its name, what it became, how deep its HTML is. */
  public static void main(String[] arguments) throws InterruptedException {
    for (HostileDocuments document : values()) {
      System.out.println(document + "\t" + document.outcome());
    }
  }

  private String outcome() throws InterruptedException {
    try (Workshop workshop =
        new Workshop(1, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime)) {
      return switch (new CleanReader(workshop, InstantSource.fixed(Instant.EPOCH))
          .feed(document())) {
        case Reading.Parsed parsed -> outcome(parsed, workshop) + "\t" + deepest(parsed);
        case Reading other -> other + "\t0";
      };
    } catch (OutOfMemoryError e) {
      return "OutOfMemoryError\t0";
    }
  }

  private static String outcome(Reading.Parsed parsed, Workshop workshop)
      throws InterruptedException {
    Look.Answer answer = new Look.Answer(URL, Validators.NONE, URL, null, null);
    Look.Seen seen =
        new Look.Seen("feed", null, parsed, answer, false, null, null, List.of(), null);
    Source source = Source.of("s", URL);
    SourceState state = SourceState.fresh(source, Instant.EPOCH);
    int arrivals =
        workshop.work(budget -> Arrival.of(source, state, seen, Set.of(), budget)).size();
    return parsed.entries().size() + " entries, " + arrivals + " arrivals";
  }

  private static int deepest(Reading.Parsed parsed) {
    int deepest = deepest(parsed.head().subtitle() == null ? "" : parsed.head().subtitle());
    for (var entry : parsed.entries()) {
      deepest = Math.max(deepest, deepest(entry.content() == null ? "" : entry.content()));
      deepest = Math.max(deepest, deepest(entry.summary() == null ? "" : entry.summary()));
    }
    return deepest;
  }

  /** How many elements of clean HTML are open at a time at most. */
  private static int deepest(String html) {
    int open = 0;
    int most = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', tag + 1)) {
      open += html.charAt(tag + 1) == '/' ? -1 : 1;
      most = Math.max(most, open);
    }
    return most;
  }
}
