package dev.transponder.text;

import java.util.Locale;
import java.util.Set;

/**
 * The text of clean HTML, without building a tree: a page shows many excerpts. Does not understand
 * HTML of the wild, which {@code clean} has made well-formed before it comes here.
 */
final class PlainText {
  /** Tags that do not part words: {@code H<sub>2</sub>O} is one word. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
          "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

  private PlainText() {}

  /** Block elements and line breaks become spaces, formulas what {@link MathText} says. */
  static String of(String html) {
    StringBuilder text = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      int end = c == '<' ? html.indexOf('>', at) : c == '&' ? html.indexOf(';', at) : -1;
      int afterFormula = c == '<' && end > 0 ? MathText.end(html, at) : -1;
      if (afterFormula > 0) {
        text.append(MathText.of(html.substring(at, afterFormula)));
        at = afterFormula;
      } else if (c == '<' && end > 0) {
        text.append(INLINE.contains(tagName(html, at, end)) ? "" : " ");
        at = end + 1;
      } else if (c == '&' && end > 0 && appendReference(text, html.substring(at + 1, end))) {
        at = end + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private static String tagName(String html, int open, int close) {
    int start = html.charAt(open + 1) == '/' ? open + 2 : open + 1;
    int end = start;
    while (end < close && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** The references that a serializer of HTML writes; others stay as they are. */
  private static boolean appendReference(StringBuilder text, String name) {
    int codePoint =
        switch (name) {
          case "amp" -> '&';
          case "lt" -> '<';
          case "gt" -> '>';
          case "quot" -> '"';
          case "apos" -> '\'';
          case "nbsp" -> ' ';
          default -> numeric(name);
        };
    if (codePoint < 0) {
      return false;
    }
    text.appendCodePoint(codePoint);
    return true;
  }

  private static int numeric(String name) {
    if (!name.matches("#([0-9]{1,7}|[xX][0-9a-fA-F]{1,6})")) {
      return -1;
    }
    int codePoint =
        Character.isDigit(name.charAt(1))
            ? Integer.parseInt(name.substring(1))
            : Integer.parseInt(name.substring(2), 16);
    return Character.isValidCodePoint(codePoint) ? codePoint : -1;
  }
}
