package dev.transponder.clean;

import dev.transponder.text.XmlChars;
import org.jspecify.annotations.Nullable;

/** Plain text that any XML 1.0 document can carry: no forbidden characters, bounded length. */
final class XmlText {
  private static final String ELLIPSIS = "…";

  private XmlText() {}

  /**
   * One line of text: forbidden characters removed, white space folded, cut at a word.
   *
   * @param limit in code points, with the ellipsis
   * @return null if nothing visible is left
   */
  static @Nullable String line(@Nullable String text, int limit) {
    if (text == null) {
      return null;
    }
    String folded = fold(XmlChars.clean(text));
    return folded.isEmpty() ? null : cut(folded, limit);
  }

  /** White space of any kind becomes single spaces, none at the ends. */
  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = !out.isEmpty();
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String cut(String text, int limit) {
    if (text.codePointCount(0, text.length()) <= limit) {
      return text;
    }
    int end = text.offsetByCodePoints(0, limit - 1);
    int space = text.lastIndexOf(' ', end);
    // Chinese and Japanese have no spaces: never give up more than a quarter to find one.
    return text.substring(0, space > end * 3 / 4 ? space : end).stripTrailing() + ELLIPSIS;
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u3000' || Character.isWhitespace(c);
  }
}
