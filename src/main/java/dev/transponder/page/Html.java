package dev.transponder.page;

import dev.transponder.model.Document;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Tells HTML pages from other documents and knows what is the same in all of them. */
final class Html {
  private static final int START = 4_096;
  private static final char NUL = '\0';

  /** Browsers leave out a NUL that strayed into a page; a file of another kind has many. */
  private static final int LETTERS_TO_A_NUL = 50;

  private static final Pattern FEED =
      Pattern.compile(
          "(?s)\\s*(?:<\\?xml.*?\\?>|<!--.*?-->|\\s)*<(?:\\w+:)?(rss|feed|rdf|channel)\\b.*");
  private static final Pattern MARKUP =
      Pattern.compile(
          "<!doctype html|<(?:html|head|body|title|meta|main|article|section|div|table|ul|ol|p|a|h[1-6])[\\s>]");

  private static final Pattern END = Pattern.compile("(?i)</(?:body|html)");

  static final String HEADING = "h1, h2, h3, h4, h5, h6, [role=heading]";
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final String BLOCK =
      "p, div, ul, ol, table, section, article, header, footer, time, h1, h2, h3, h4, h5, h6";

  /** What a document is: a page, or in words what it is instead. */
  sealed interface Answer {
    record Page(org.jsoup.nodes.Document page) implements Answer {}

    record Other(Reading.NotAFeed reading) implements Answer {}
  }

  private Html() {}

  static Answer of(Document document) {
    String written = document.header("Content-Type");
    String type =
        written == null ? "" : written.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (isOther(type)) {
      return other("the site sent " + type);
    }
    String sent = Encoding.decode(document);
    String text = sent.indexOf(NUL) < 0 || isFullOfNuls(sent) ? sent : sent.replace("\0", "");
    String start = text.substring(0, Math.min(text.length(), START)).toLowerCase(Locale.ROOT);
    if (start.isBlank()) {
      return other("the site sent nothing");
    }
    if (FEED.matcher(start).matches()) {
      return other("the site sent a feed");
    }
    if (!MARKUP.matcher(start).find() && !type.contains("html")) {
      return other("the site sent something");
    }
    if (start.indexOf(NUL) >= 0 || start.startsWith("{") || start.startsWith("%pdf")) {
      return other("the site sent something");
    }
    // Only a page without its end may have been cut, and only there it matters where elements end.
    Parser parser = Parser.htmlParser().setTrackPosition(!END.matcher(text).find());
    return new Answer.Page(Jsoup.parse(text, document.url(), parser).outputSettings(settings()));
  }

  /** Whether the page ends in the middle of that element, though others like it have an end. */
  static boolean isCut(Element last, Element other) {
    return isOpen(last) && !isOpen(other);
  }

  private static boolean isOpen(Element element) {
    Range end = element.endSourceRange();
    return end.isTracked() && end.isImplicit();
  }

  /** What a page says of itself. */
  static FeedHead head(org.jsoup.nodes.Document page, String url) {
    Element icon = page.selectFirst("link[rel~=(?i)(?:^|\\s)icon(?:\\s|$)][href]");
    return new FeedHead(
        null,
        nonBlank(page.title()),
        url,
        null,
        null,
        null,
        List.of(),
        language(page),
        null,
        icon == null ? null : web(icon.absUrl("href")),
        List.of());
  }

  /** The language of an element, null if the page does not say. */
  static @Nullable String language(Element element) {
    Element said =
        element instanceof org.jsoup.nodes.Document page
            ? page.selectFirst("html[lang]")
            : element.closest("[lang]");
    return said == null ? null : nonBlank(said.attr("lang"));
  }

  static @Nullable String nonBlank(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** Whether an element is a heading, stands in one, or holds one that says all it says. */
  static boolean isHeading(Element element) {
    Element at = element;
    for (int up = 0; up < 3 && at != null; up++, at = at.parent()) {
      if (HEADINGS.contains(at.normalName()) || at.attr("role").equals("heading")) {
        return true;
      }
    }
    Element heading = element.selectFirst(HEADING);
    return heading != null && heading.text().equals(element.text());
  }

  /** Whether an element holds several parts and not just words. */
  static boolean hasBlocks(Element element) {
    for (Element child : element.children()) {
      if (child.selectFirst(BLOCK) != null) {
        return true;
      }
    }
    return false;
  }

  /** The URL if it is http or https, else null. */
  static @Nullable String web(String url) {
    return url.startsWith("http://") || url.startsWith("https://") ? url : null;
  }

  private static boolean isFullOfNuls(String text) {
    String start = text.substring(0, Math.min(text.length(), START));
    return start.chars().filter(c -> c == NUL).count() * LETTERS_TO_A_NUL > start.length();
  }

  private static boolean isOther(String type) {
    return type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.startsWith("font/")
        || type.contains("json")
        || type.equals("application/pdf")
        || type.equals("application/zip")
        || type.equals("text/css")
        || type.equals("text/javascript");
  }

  private static Answer other(String what) {
    return new Answer.Other(new Reading.NotAFeed(what + " instead of an HTML page"));
  }

  private static org.jsoup.nodes.Document.OutputSettings settings() {
    return new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false);
  }
}
