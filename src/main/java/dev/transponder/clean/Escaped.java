package dev.transponder.clean;

import dev.transponder.text.XmlChars;

/** Writes characters so that no HTML or XML parser takes them for markup. */
final class Escaped {
  private Escaped() {}

  /** Text between tags; stops where {@code out} has grown to the limit. */
  static void text(String text, StringBuilder out, int limit) {
    write(text, out, false, limit);
  }

  /** The value of an attribute in double quotes. */
  static void attribute(String value, StringBuilder out) {
    write(value, out, true, Integer.MAX_VALUE);
  }

  private static void write(String text, StringBuilder out, boolean quoted, int limit) {
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isPlain(text.charAt(i))) {
        continue;
      }
      out.append(text, plain, i);
      if (out.length() >= limit) {
        return;
      }
      int c = text.codePointAt(i);
      special(c, quoted, c == '\r' && text.startsWith("\n", i + 1), out);
      i += Character.charCount(c) - 1;
      plain = i + 1;
    }
    if (out.length() < limit) {
      out.append(text, plain, text.length());
    }
  }

  /** Nearly all characters: they stand for themselves everywhere. */
  private static boolean isPlain(char c) {
    return c >= ' ' ? c != '<' && c != '>' && c != '&' && c != '"' && c < 0xD800 : c == '\n';
  }

  private static void special(int c, boolean quoted, boolean beforeBreak, StringBuilder out) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append(quoted ? "&quot;" : "\"");
      case '\r' -> out.append(beforeBreak ? "" : "\n");
      default -> {
        if (XmlChars.allows(c)) {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
