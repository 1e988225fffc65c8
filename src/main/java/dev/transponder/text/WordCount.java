package dev.transponder.text;

/** How much a text says, in words: where a script has no spaces, a character is half a word. */
public final class WordCount {
  private WordCount() {}

  /** Words of letters and digits; each Chinese, Japanese or Korean character is half a word. */
  public static double of(CharSequence text) {
    double words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDense(c)) {
        words += 0.5;
        inside = false;
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        words += inside ? 0 : 1;
        inside = true;
      } else if (c != '\'' && c != '\u2019') {
        inside = false;
      }
    }
    return words;
  }

  /** Whether a character belongs to a script that needs few of them: ideographs, kana, hangul. */
  public static boolean isDense(char c) {
    return c >= 0x2E80
        && (c <= 0x9FFF || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF))
        && !(c >= 0x3000 && c <= 0x303F);
  }
}
