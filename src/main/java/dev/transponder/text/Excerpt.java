package dev.transponder.text;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * The first words of a text, for people: one line, cut between words (between characters where a
 * script has no spaces), never inside a character or a formula.
 */
public final class Excerpt {
  private static final String CUT = "…";

  /** How many characters behind a cut may decide where it can be. */
  private static final int CONTEXT = 1_100;

  /** How far a cut may go back to find the end of a word; longer words are cut in the middle. */
  private static final int LONGEST_WORD = 40;

  private Excerpt() {}

  /**
   * The beginning of a plain text.
   *
   * @param text any white space in it becomes one space
   * @param most the greatest number of code points, at least 1; the "…" of a cut is not counted,
   *     and a formula at the very beginning may be longer, up to 1,000
   * @return empty only if the text is blank
   */
  public static String ofText(String text, int most) {
    String line = oneLine(text);
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    int end = line.offsetByCodePoints(0, most);
    int cut = cut(line, end);
    return cut > 0 ? trimmed(line.substring(0, cut)) + CUT : beginning(line, end);
  }

  /**
   * The beginning of the text of a piece of clean HTML.
   *
   * @param html as {@code clean} writes it: well-formed, without scripts and styles; formulas in
   *     MathML become their text alternative
   * @param most as in {@link #ofText}
   */
  public static String ofHtml(String html, int most) {
    return ofText(PlainText.of(html), most);
  }

  /** What begins with something longer than the excerpt may be: a formula stays whole. */
  private static String beginning(String line, int end) {
    Formula formula = Formula.around(line, 1);
    return formula == null ? line.substring(0, end) + CUT : line.substring(0, formula.end()) + CUT;
  }

  /** The last place up to {@code end} where nothing is torn apart; 0 if there is none. */
  private static int cut(String line, int end) {
    String near = line.substring(0, Math.min(line.length(), end + CONTEXT));
    BreakIterator words = iterator(BreakIterator.getLineInstance(Locale.ROOT), near);
    BreakIterator characters = iterator(BreakIterator.getCharacterInstance(Locale.ROOT), near);
    Formula torn = Formula.around(near, end);
    int cut = torn == null ? betweenWords(near, end, words, characters) : torn.start();
    while (cut > 0) {
      Formula formula = Formula.around(near, cut);
      int next =
          formula != null
              ? formula.start()
              : characters.isBoundary(cut) && !isClosing(near.charAt(cut))
                  ? cut
                  : characters.preceding(cut);
      if (next == cut) {
        return cut;
      }
      cut = next;
    }
    return 0;
  }

  private static int betweenWords(
      String line, int end, BreakIterator words, BreakIterator characters) {
    if (line.charAt(end) == ' ' || words.isBoundary(end)) {
      return end;
    }
    int word = words.preceding(end);
    if (word > 0 && line.codePointCount(word, end) <= LONGEST_WORD) {
      return word;
    }
    return characters.isBoundary(end) ? end : characters.preceding(end);
  }

  private static BreakIterator iterator(BreakIterator iterator, String text) {
    iterator.setText(text);
    return iterator;
  }

  /** What must not stand at the beginning of what was cut off. */
  private static boolean isClosing(char c) {
    return "。，、；：？！）】》〉」』〕”’％‰".indexOf(c) >= 0;
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
