package dev.transponder.text;

/**
 * The characters that may stand in an XML 1.0 document (section 2.2). Others come in by XML 1.1, by
 * JSON and by accident, and a single one makes every document that we publish ill-formed.
 */
public final class XmlChars {
  private XmlChars() {}

  /** Whether XML 1.0 allows this code point. */
  public static boolean allows(int codePoint) {
    if (codePoint < 0x20) {
      return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    }
    return codePoint < 0xD800
        || (codePoint > 0xDFFF && codePoint < 0xFFFE)
        || (codePoint > 0xFFFF && codePoint <= 0x10FFFF);
  }

  /** The text without characters that XML 1.0 forbids; the same string if there are none. */
  public static String clean(String text) {
    int bad = firstForbidden(text, 0);
    if (bad < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (bad >= 0) {
      out.append(text, from, bad);
      from = bad + 1;
      bad = firstForbidden(text, from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int firstForbidden(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0xD800) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (!allows(c)) {
        return i;
      }
    }
    return -1;
  }
}
