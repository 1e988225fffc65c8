package dev.transponder.clean;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Makes HTML of unknown origin safe: what it returns is its own fixed point. */
final class SafeHtml {
  /** In characters; what is beyond is not read. */
  private static final int LONGEST_INPUT = 2_000_000;

  /** Each pass over its own result repairs one layer of wrong nesting. */
  private static final int PASSES = 5;

  private SafeHtml() {}

  /**
   * The safe form of a body.
   *
   * @param limit of the result in characters, apart from closing tags
   * @return null if nothing visible is left
   */
  static @Nullable String of(@Nullable String html, Links links, int limit) {
    if (html == null || limit <= 0) {
      return null;
    }
    String safe = isPlain(html) ? plain(html, limit) : stable(shortened(html), links, limit);
    return safe.isEmpty() ? null : safe;
  }

  private static String stable(String html, Links links, int limit) {
    String before = html;
    for (int pass = 0; pass < PASSES; pass++) {
      SafeWriter writer = new SafeWriter(links, limit);
      writer.write(parse(before).body());
      String after = writer.result();
      if (writer.settled() || after.equals(before)) {
        return after;
      }
      before = after;
    }
    return plain(VisibleText.of(parse(html).body()), limit);
  }

  private static boolean isPlain(String html) {
    return html.indexOf('<') < 0 && html.indexOf('&') < 0;
  }

  private static String plain(String text, int limit) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), limit) + 16);
    Escaped.text(text, out, limit);
    return out.toString().strip();
  }

  private static String shortened(String html) {
    return html.length() > LONGEST_INPUT ? html.substring(0, LONGEST_INPUT) : html;
  }

  private static Document parse(String html) {
    return Jsoup.parseBodyFragment(html);
  }
}
