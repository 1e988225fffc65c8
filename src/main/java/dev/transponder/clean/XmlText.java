package dev.transponder.clean;

import org.jspecify.annotations.Nullable;

/** Plain text that any XML 1.0 document can carry: no forbidden characters, bounded length. */
final class XmlText {
  private static final String ELLIPSIS = "…";

  private XmlText() {}

  /** Whether XML 1.0 section 2.2 allows the character; lone surrogates are not characters. */
  static boolean allowed(int c) {
    return c >= 0x20 ? c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF : isBreak(c);
  }

  /** The text without what XML 1.0 forbids; the same string if there is nothing to remove. */
  static String allowed(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!allowed(c)) {
        return removeForbidden(text, i);
      }
      i += Character.charCount(c);
    }
    return text;
  }

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
    String folded = fold(allowed(text));
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

  private static String removeForbidden(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    text.substring(from).codePoints().filter(XmlText::allowed).forEach(out::appendCodePoint);
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

  private static boolean isBreak(int c) {
    return c == '\t' || c == '\n' || c == '\r';
  }
}
