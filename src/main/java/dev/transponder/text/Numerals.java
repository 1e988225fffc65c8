package dev.transponder.text;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers that are not written in digits: English words, Roman numerals, 三十五, 3万, and what
 * counts parts and days in titles (第三, 下, "Part Two", "March").
 */
public final class Numerals {
  private static final Map<String, Integer> CARDINALS =
      numbered(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen sixteen seventeen eighteen nineteen twenty");

  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);

  private static final Map<String, Integer> ORDINALS =
      numbered(
          "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
              + " twelfth");

  /** Up to 39: C, D, L and M are words far more often. */
  private static final Pattern ROMAN = Pattern.compile("x{0,3}(?:ix|iv|v?i{0,3})");

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String UNITS = "十百千万億兆";

  /** The characters that numbers of ideographs are made of. */
  public static final String IDEOGRAPHS = DIGITS + UNITS + "零萬亿";

  private static final long[] VALUES = {10, 100, 1000, 10_000, 100_000_000, 1_000_000_000_000L};

  private Numerals() {}

  /** The value of an English cardinal in lower case above one, -1 if it is none. */
  static int cardinal(String word) {
    int value = CARDINALS.getOrDefault(word, TENS.getOrDefault(word, -1));
    return value == 1 ? -1 : value; // "one" seldom counts
  }

  static boolean isTens(String word) {
    return TENS.containsKey(word);
  }

  /**
   * What a word of a title counts with, as digits; null if it is no number.
   *
   * @param word in lower case
   * @param capitals whether it was written in capitals
   */
  public static @Nullable String inTitle(String word, boolean capitals) {
    Integer value = CARDINALS.get(word);
    if (value == null) {
      value = ORDINALS.get(word);
    }
    if (value == null && capitals && ROMAN.matcher(word).matches()) {
      value = roman(word);
    }
    if (value == null && word.length() > 2) {
      Month month = CalendarNames.month(word);
      DayOfWeek day = month == null ? CalendarNames.weekday(word) : null;
      return month == null ? (day == null ? null : "day " + day.getValue()) : "" + month.getValue();
    }
    return value == null ? null : value.toString();
  }

  private static int roman(String word) {
    int sum = 0;
    int before = 0;
    for (int i = word.length() - 1; i >= 0; i--) {
      int value = word.charAt(i) == 'x' ? 10 : word.charAt(i) == 'v' ? 5 : 1;
      sum += value < before ? -value : value;
      before = value;
    }
    return sum;
  }

  /** Whether a character can stand in a number of ideographs. */
  static boolean isIdeograph(char c) {
    return DIGITS.indexOf(plain(c)) >= 0 || UNITS.indexOf(plain(c)) >= 0;
  }

  /** Whether it multiplies the number before it. */
  static boolean isUnit(char c) {
    return UNITS.indexOf(plain(c)) >= 0;
  }

  /** "3" and "万" are 30000; what has too many digits stays as it is. */
  static String times(String digits, char unit) {
    if (digits.length() > 18 || digits.indexOf('.') != digits.lastIndexOf('.')) {
      return digits;
    }
    return new BigDecimal(digits)
        .multiply(BigDecimal.valueOf(VALUES[UNITS.indexOf(plain(unit))]))
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * The value of a number of ideographs in digits, null if these are words (万一, 千万): digits in a
   * row (二〇二六), or digits with falling units (三百二十五).
   */
  static @Nullable String ideographs(CharSequence run) {
    boolean units = false;
    for (int i = 0; i < run.length(); i++) {
      units |= isUnit(run.charAt(i));
    }
    if (run.length() > 16) {
      return null;
    }
    return units ? withUnits(run) : inARow(run);
  }

  private static String inARow(CharSequence run) {
    long value = 0;
    for (int i = 0; i < run.length(); i++) {
      value = value * 10 + DIGITS.indexOf(plain(run.charAt(i)));
    }
    return Long.toString(value);
  }

  private static @Nullable String withUnits(CharSequence run) {
    long sum = 0;
    long part = 0; // below 万
    int digit = -1;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < run.length(); i++) {
      char c = plain(run.charAt(i));
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        if (digit > 0) {
          return null;
        }
        digit = value;
        continue;
      }
      long unit = VALUES[UNITS.indexOf(c)];
      if (digit < 0 && part == 0 && !(i == 0 && unit == 10)) {
        return null;
      }
      if (unit >= 10_000) {
        sum += (part + Math.max(0, digit)) * unit;
        part = 0;
        smallest = Long.MAX_VALUE;
      } else if (unit >= smallest) {
        return null;
      } else {
        part += (digit < 0 ? 1 : digit) * unit;
        smallest = unit;
      }
      digit = -1;
    }
    return Long.toString(sum + part + Math.max(0, digit));
  }

  /** One form for the ways of writing the same numeral. */
  private static char plain(char c) {
    return switch (c) {
      case '零', '○' -> '〇';
      case '萬' -> '万';
      case '亿' -> '億';
      case '壱' -> '一';
      case '弐' -> '二';
      case '参' -> '三';
      default -> c;
    };
  }

  private static Map<String, Integer> numbered(String words) {
    Map<String, Integer> values = new HashMap<>();
    for (String word : words.split(" ", -1)) {
      values.put(word, values.size());
    }
    return Map.copyOf(values);
  }
}
