package dev.transponder.cli;

import java.util.regex.Pattern;

/** Makes text from elsewhere fit for a terminal. */
final class Plain {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /** CSI and OSC sequences as a whole; the rest of others is harmless without its ESC. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]"
              + "|(?:\\x1b\\]|\\x9d)[^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)");

  /** Controls, invisible and direction-changing characters, lone surrogates. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

  private static final Pattern USER = Pattern.compile("//[^/?#\\s@]*@");

  private Plain() {}

  /** One line without anything that a terminal obeys, and without the password of a URL. */
  static String line(String text) {
    String bare = ESCAPE.matcher(text).replaceAll("");
    String spaced = SPACE.matcher(bare).replaceAll(" ");
    return USER.matcher(INVISIBLE.matcher(spaced).replaceAll("")).replaceAll("//").strip();
  }

  /** As {@link #line}, cut to some characters. */
  static String line(String text, int most) {
    String line = line(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
  }
}
