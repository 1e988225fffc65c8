package dev.transponder.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * The first words of a text, for people: one line, cut between words (between characters where a
 * script has no spaces), never inside a character.
 */
public final class Excerpt {
  private static final String CUT = "…";

  /** How far a cut may go back to find the end of a word; longer words are cut in the middle. */
  private static final int LONGEST_WORD = 40;

  private Excerpt() {}

  /**
   * The beginning of a plain text.
   *
   * @param text any white space in it becomes one space
   * @param most the greatest number of code points, at least 1; the "…" of a cut is not counted
   * @return empty only if the text is blank
   */
  public static String ofText(String text, int most) {
    String line = oneLine(text);
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int end = line.offsetByCodePoints(0, most);
    return trimmed(line.substring(0, cut(line, end))) + CUT;
  }

  /**
   * The beginning of the text of a piece of clean HTML.
   *
   * @param html as {@code clean} writes it: well-formed, without scripts and styles
   * @param most as in {@link #ofText}
   */
  public static String ofHtml(String html, int most) {
    return ofText(PlainText.of(html), most);
  }

  private static int cut(String line, int end) {
    if (line.charAt(end) == ' ') {
      return end;
    }
    BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
    words.setText(line);
    int word = words.isBoundary(end) ? end : words.preceding(end);
    if (word > 0 && line.codePointCount(word, end) <= LONGEST_WORD) {
      return word;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int character = characters.isBoundary(end) ? end : characters.preceding(end);
    return character > 0 ? character : end;
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                line.appendCodePoint(c);
              } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
              }
            });
    return line.toString().strip();
  }

  /** Without the spaces, commas and dashes that would stand before the "…". */
  private static String trimmed(String text) {
    int end = text.length();
    while (end > 1 && " ,;:–—-、，；：".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
