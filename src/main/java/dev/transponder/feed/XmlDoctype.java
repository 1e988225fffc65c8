package dev.transponder.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes over a document type declaration. Of an internal subset only entities that are short plain
 * text are kept ({@code <!ENTITY copy "(c)">}); they cannot nest, so they cannot grow, and nothing
 * external is ever opened.
 */
final class XmlDoctype {
  private static final Pattern PLAIN_ENTITY =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.-]{1,32})\\s+(?:\"([^\"&%<]{0,200})\"|'([^'&%<]{0,200})')\\s*>");

  /** A subset that goes on beyond this many characters is not taken for one. */
  private static final int SUBSET_LIMIT = 100_000;

  private XmlDoctype() {}

  /** Reads the declaration that begins at {@code from}; returns where the document goes on. */
  static int read(String text, int from, XmlText values, TextEnds ends) {
    int close = ends.find(">", from);
    int bracket = ends.find("[", from);
    if (close < 0) {
      return text.length();
    }
    if (bracket < 0 || bracket > close) {
      return close + 1;
    }
    int end = subsetEnd(text, bracket);
    if (end < 0) {
      return close + 1;
    }
    entities(text.substring(bracket + 1, end), values);
    return text.indexOf('>', end) + 1;
  }

  /** The bracket before the closing one of the declaration; not looked for beyond the limit. */
  private static int subsetEnd(String text, int bracket) {
    int limit = Math.min(text.length(), bracket + SUBSET_LIMIT);
    int end = text.indexOf(']', bracket, limit);
    while (end >= 0 && !isLast(text, end)) {
      end = text.indexOf(']', end + 1, limit);
    }
    return end;
  }

  private static boolean isLast(String text, int bracket) {
    int i = bracket + 1;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i < text.length() && text.charAt(i) == '>';
  }

  private static void entities(String subset, XmlText values) {
    Matcher matcher = PLAIN_ENTITY.matcher(subset);
    while (matcher.find()) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      values.define(matcher.group(1), value);
    }
  }
}
