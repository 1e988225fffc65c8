package dev.transponder.clean;

import org.jspecify.annotations.Nullable;

/** Makes HTML of unknown origin safe: what it returns is its own fixed point. */
final class SafeHtml {
  /** Each pass over its own result repairs one layer of wrong nesting; most need one, some two. */
  private static final int PASSES = 3;

  private SafeHtml() {}

  /**
   * The safe form of a body.
   *
   * @param limit of the result in characters, apart from the last tags
   * @return null if nothing visible is left
   */
  static @Nullable String of(@Nullable String html, Links links, int limit) {
    if (html == null || limit <= 0) {
      return null;
    }
    String safe = Body.isPlain(html) ? plain(html, limit) : stable(html, links, limit);
    return safe.isEmpty() ? null : safe;
  }

  private static String stable(String html, Links links, int limit) {
    String before = html;
    for (int pass = 0; pass < PASSES; pass++) {
      SafeWriter writer = new SafeWriter(links, limit);
      writer.write(Body.parse(before));
      String after = writer.result();
      if (writer.settled() || after.equals(before)) {
        return after;
      }
      before = after;
    }
    return plain(VisibleText.of(html), limit);
  }

  private static String plain(String text, int limit) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), limit) + 16);
    Escaped.text(text, out, limit);
    return out.toString().strip();
  }
}
