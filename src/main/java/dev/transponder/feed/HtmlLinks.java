package dev.transponder.feed;

import java.util.Locale;
import java.util.Set;

/** The URLs inside HTML, made absolute. */
final class HtmlLinks {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href", "src", "cite", "poster", "longdesc", "background", "action", "data", "codebase");

  private HtmlLinks() {}

  /** The value of one attribute; changed if it is a relative URL whose base nobody else knows. */
  static String value(String name, String value, String base, Tree tree) {
    return base.equals(tree.url()) || !ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT))
        ? value
        : absolute(base, value, tree);
  }

  /**
   * The HTML with its relative URLs resolved, otherwise as it was. Ends behind the first URL beyond
   * the limit of a body: what follows would be cut off anyway.
   */
  static String resolve(String html, String base, Tree tree) {
    int tag = html.indexOf('<');
    if (tag < 0) {
      return html;
    }
    StringBuilder out = new StringBuilder(html.length() + 64);
    int copied = 0;
    while (tag >= 0) {
      int end = tagEnd(html, tag + 1);
      copied = attributes(html, tag + 1, end, copied, base, tree, out);
      if (out.length() > Limits.BODY) {
        return out.toString();
      }
      tag = html.indexOf('<', end);
    }
    return out.append(html, copied, html.length()).toString();
  }

  private static String absolute(String base, String value, Tree tree) {
    return value.isBlank() || value.startsWith("#") ? value : tree.resolve(base, value);
  }

  /** Where the tag ends; a ">" in quotes does not end it. */
  static int tagEnd(String html, int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return html.length();
  }

  private static int attributes(
      String html,
      int from,
      int end,
      int alreadyCopied,
      String base,
      Tree tree,
      StringBuilder out) {
    int copied = alreadyCopied;
    int equals = html.indexOf('=', from, end);
    while (equals > 0 && out.length() <= Limits.BODY) {
      int nameFrom = equals;
      while (nameFrom > from && Character.isLetter(html.charAt(nameFrom - 1))) {
        nameFrom--;
      }
      int valueFrom = equals + 1;
      char quote = valueFrom < end ? html.charAt(valueFrom) : 0;
      int valueTo;
      if (quote == '"' || quote == '\'') {
        valueFrom++;
        valueTo = html.indexOf(quote, valueFrom, end);
      } else {
        valueTo = valueFrom;
        while (valueTo < end && html.charAt(valueTo) > ' ') {
          valueTo++;
        }
      }
      valueTo = valueTo < 0 ? end : valueTo;
      if (ATTRIBUTES.contains(html.substring(nameFrom, equals).toLowerCase(Locale.ROOT))) {
        out.append(html, copied, valueFrom);
        out.append(absolute(base, html.substring(valueFrom, valueTo), tree));
        copied = valueTo;
      }
      equals = html.indexOf('=', valueTo, end);
    }
    return copied;
  }
}
