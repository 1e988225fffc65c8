package dev.transponder.text;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of months and days of the week, English first, then those of thirty other languages
 * (from the JDK's CLDR), accents and dots apart. A name that means different months in two of them
 * ("lis": October in Croatian, November in Polish) means nothing.
 */
final class CalendarNames {
  private static final List<String> LANGUAGES =
      List.of(
          ("de fr es it pt nl el hu ru uk bg pl cs sk sl hr sr ro sv da nb fi et lv lt tr ca id vi"
                  + " he ar fa")
              .split(" "));

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final Map<String, Month> ENGLISH_MONTHS = months(List.of("en"));
  private static final Map<String, DayOfWeek> ENGLISH_DAYS = days(List.of("en"));

  /** Made when the first name comes that is not English: it takes a tenth of a second. */
  private static final class Others {
    static final Map<String, Month> MONTHS = months(LANGUAGES);
    static final Map<String, DayOfWeek> DAYS = days(LANGUAGES);

    private Others() {}
  }

  private CalendarNames() {}

  /** The month of a name in lower case, null if it is none. */
  static @Nullable Month month(String name) {
    Month english = ENGLISH_MONTHS.get(name);
    return english != null ? english : Others.MONTHS.get(plain(name));
  }

  /** The day of the week of a name in lower case, null if it is none. */
  static @Nullable DayOfWeek weekday(String name) {
    DayOfWeek english = ENGLISH_DAYS.get(name);
    return english != null ? english : Others.DAYS.get(plain(name));
  }

  private static Map<String, Month> months(List<String> languages) {
    Names<Month> names = new Names<>();
    for (String language : languages) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          names.add(month.getDisplayName(style, Locale.of(language)), month);
        }
      }
    }
    names.add("sept", Month.SEPTEMBER);
    return names.unambiguous();
  }

  private static Map<String, DayOfWeek> days(List<String> languages) {
    Names<DayOfWeek> names = new Names<>();
    for (String language : languages) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : STYLES) {
          names.add(day.getDisplayName(style, Locale.of(language)), day);
        }
      }
    }
    names.add("tues", DayOfWeek.TUESDAY);
    names.add("wednes", DayOfWeek.WEDNESDAY);
    names.add("thur", DayOfWeek.THURSDAY);
    names.add("thurs", DayOfWeek.THURSDAY);
    return names.unambiguous();
  }

  /** Lower-case letters alone, without marks: "févr." and "fevr" are one. */
  static String plain(String name) {
    String letters = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return letters
        .codePoints()
        .filter(Character::isLetter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static final class Names<T> {
    private final Map<String, T> values = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    void add(String displayName, T value) {
      String name = plain(displayName);
      T other = values.putIfAbsent(name, value);
      if (other != null && !other.equals(value)) {
        ambiguous.add(name);
      }
    }

    Map<String, T> unambiguous() {
      values.keySet().removeAll(ambiguous);
      values.remove(""); // languages that number their months
      return Map.copyOf(values);
    }
  }
}
