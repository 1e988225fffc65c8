package dev.transponder.clean;

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
    for (int i = 0; i < text.length() && out.length() < limit; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append(quoted ? "&quot;" : "\"");
        case '\r' -> out.append(i < text.length() && text.charAt(i) == '\n' ? "" : "\n");
        default -> {
          if (XmlText.allowed(c)) {
            out.appendCodePoint(c);
          }
        }
      }
    }
  }
}
