package dev.transponder.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a text apart into words that can be compared: compatibility forms (NFKC), case and accents
 * of letters folded, punctuation and URLs left out. Scripts are apart: "8和utf" is three words.
 * Where a script has no spaces each character is one; a number is one, whatever it is written with
 * ("1,000", "三十五", "twelve").
 */
public final class Words {
  /** Letters of a word that are looked at; what follows belongs to it and is left out. */
  private static final int LONGEST = 64;

  /** How a word is written. */
  public enum Script {
    /** Between spaces or punctuation. */
    SPACED,
    /** One character of a script without spaces. */
    DENSE,
    /** A number, in canonical digits. */
    NUMBER
  }

  /**
   * One word.
   *
   * @param text folded
   * @param name begins with a capital where no sentence begins
   * @param capitals is written in capitals only
   */
  public record Word(String text, Script script, boolean name, boolean capitals) {}

  private final String text;
  private final int most;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private boolean sentenceStarts = true;
  private boolean afterTens;

  private Words(String text, int most) {
    this.text = text;
    this.most = most;
  }

  /** The first {@code most} words of a text. Takes time by the length of the text. */
  public static List<Word> of(String text, int most) {
    Words words = new Words(Normalizer.normalize(text, Normalizer.Form.NFKC), most);
    words.read();
    return words.words;
  }

  private void read() {
    while (at < text.length() && words.size() < most) {
      int c = text.codePointAt(at);
      if (isDigit(c)) {
        number();
      } else if (isDense(c)) {
        dense(c);
      } else if (Character.isLetter(c)) {
        if (text.startsWith("http://", at) || text.startsWith("https://", at)) {
          skipUrl();
        } else {
          letters();
        }
      } else {
        sentenceStarts |= c == '.' || c == '!' || c == '?' || c == ':' || c == '\n';
        at += Character.charCount(c);
      }
    }
  }

  private void add(String word, Script script, boolean name, boolean capitals) {
    words.add(new Word(word, script, name, capitals));
    sentenceStarts = false;
    afterTens = false;
  }

  private void skipUrl() {
    while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) < 0x7F) {
      at++;
    }
  }

  /** "2.3.1" is one number, "1,000" is 1000, "2026-11-25" is three. */
  private void number() {
    StringBuilder digits = new StringBuilder();
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isDigit(c)) {
        append(digits, (char) ('0' + Character.digit(c, 10)));
        at += Character.charCount(c);
      } else if (c == '.' && isDigitAt(at + 1)) {
        append(digits, '.');
        at++;
      } else if (c == ',' && isThousands(at + 1)) {
        at++;
      } else {
        break;
      }
    }
    String value = withoutZeros(digits.toString());
    while (at < text.length() && Numerals.isUnit(text.charAt(at))) {
      value = Numerals.times(value, text.charAt(at));
      at++;
    }
    add(value, Script.NUMBER, false, false);
  }

  private static void append(StringBuilder out, char c) {
    if (out.length() < LONGEST) {
      out.append(c);
    }
  }

  private boolean isThousands(int from) {
    return isDigitAt(from) && isDigitAt(from + 1) && isDigitAt(from + 2) && !isDigitAt(from + 3);
  }

  private boolean isDigitAt(int index) {
    return index < text.length() && isDigit(text.charAt(index));
  }

  private static boolean isDigit(int c) {
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  private static String withoutZeros(String digits) {
    int zeros = 0;
    while (zeros + 1 < digits.length()
        && digits.charAt(zeros) == '0'
        && digits.charAt(zeros + 1) != '.') {
      zeros++;
    }
    return digits.substring(zeros);
  }

  /** Single numerals are parts of words (一起) unless they follow 第. */
  private void dense(int c) {
    int end = at;
    while (end < text.length() && end - at <= LONGEST && Numerals.isIdeograph(text.charAt(end))) {
      end++;
    }
    boolean counted = at > 0 && text.charAt(at - 1) == '第';
    if (end - at > 1 || (counted && end > at)) {
      String value = Numerals.ideographs(text.subSequence(at, end));
      if (value != null) {
        add(value, Script.NUMBER, false, false);
        at = end;
        return;
      }
    }
    add(Character.toString(c), Script.DENSE, false, false);
    at += Character.charCount(c);
  }

  private static boolean isDense(int c) {
    if (c < 0x0E00) {
      return false;
    }
    boolean range =
        (c <= 0x0EFF)
            || (c >= 0x1000 && c <= 0x109F)
            || (c >= 0x1780 && c <= 0x17FF)
            || (c >= 0x2E80 && c <= 0x9FFF)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0x20000 && c <= 0x3FFFF);
    return range && (Character.isLetter(c) || c == '〇');
  }

  private void letters() {
    StringBuilder word = new StringBuilder();
    boolean capital = Character.isUpperCase(text.codePointAt(at));
    boolean capitals = true;
    boolean plain = true;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isLetter(c) && !isDense(c)) {
        if (word.length() < LONGEST) {
          word.appendCodePoint(c);
        }
        capitals &= Character.isUpperCase(c);
        plain &= c < 0xC0;
      } else if (isMark(c)) {
        plain = false;
      } else if (!isApostrophe(c) || !isLetterAt(at + 1)) {
        break;
      }
      at += Character.charCount(c);
    }
    String folded = plain ? word.toString().toLowerCase(Locale.ROOT) : folded(word.toString());
    int value = Numerals.cardinal(folded);
    if (value >= 0) {
      cardinal(value);
    } else {
      add(folded, Script.SPACED, capital && !sentenceStarts, capitals);
    }
  }

  /** "twenty-five" is one number. */
  private void cardinal(int value) {
    int last = words.size() - 1;
    if (value > 0 && value < 10 && last >= 0 && afterTens) {
      words.set(
          last,
          new Word(
              Integer.toString(Integer.parseInt(words.get(last).text()) + value),
              Script.NUMBER,
              false,
              false));
      afterTens = false;
    } else {
      add(Integer.toString(value), Script.NUMBER, false, false);
      afterTens = value >= 20 && at < text.length() && text.charAt(at) == '-';
    }
  }

  private boolean isLetterAt(int index) {
    return index < text.length() && Character.isLetter(text.charAt(index));
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }

  /** Accents, soft hyphens, joiners: part of the word, but not compared. */
  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private static String folded(String word) {
    String parts = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (c == 'ß') {
        out.append("ss");
      } else if (c < 0x300 || c > 0x36F) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
