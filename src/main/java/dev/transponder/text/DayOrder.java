package dev.transponder.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which comes first in dates such as 05/06/2026. One such date does not tell, but all the dates of
 * a page together do in nearly all cases. Thread safe, pure.
 */
public enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST;

  /** Fewer may stand in order by chance. */
  private static final int ROW = 4;

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{1,2})([-/]) ?(\\d{1,2})\\2 ?((?:19[7-9]|20\\d)\\d)(?![\\d/-])");

  private record Numbers(int first, int second, int year) {
    boolean isAmbiguous() {
      return first <= 12 && second <= 12;
    }

    boolean canOnlyBe(DayOrder order) {
      return date(order) != null && (order == DAY_FIRST ? first : second) > 12;
    }

    @Nullable LocalDate date(DayOrder order) {
      try {
        return order == DAY_FIRST
            ? LocalDate.of(year, second, first)
            : LocalDate.of(year, first, second);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  /**
   * The order of all dates in these texts: a number above 12 decides, else the region of the
   * language, unless the dates stand in a row by the other order only; without a region that row
   * decides.
   *
   * @param texts in the order of their document
   * @param language "en-US", null if it is not known
   * @return null if it cannot be told, or the dates disagree
   */
  public static @Nullable DayOrder of(List<String> texts, @Nullable String language) {
    List<Numbers> dates = new ArrayList<>();
    for (String text : texts) {
      for (Matcher m = DATE.matcher(text); m.find(); ) {
        dates.add(
            new Numbers(
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(3)),
                Integer.parseInt(m.group(4))));
      }
    }
    boolean dayFirst = dates.stream().anyMatch(date -> date.canOnlyBe(DAY_FIRST));
    boolean monthFirst = dates.stream().anyMatch(date -> date.canOnlyBe(MONTH_FIRST));
    if (dayFirst || monthFirst) {
      return dayFirst && monthFirst ? null : dayFirst ? DAY_FIRST : MONTH_FIRST;
    }
    DayOrder row = ofRow(dates.stream().filter(Numbers::isAmbiguous).toList());
    DayOrder usual = language == null ? null : ofLanguage(language);
    return usual == null ? row : row == null || row == usual ? usual : null;
  }

  /** The only order by which the dates never go back, or never forward. */
  private static @Nullable DayOrder ofRow(List<Numbers> dates) {
    if (dates.stream().distinct().count() < ROW) {
      return null;
    }
    boolean dayFirst = isRow(dates, DAY_FIRST);
    boolean monthFirst = isRow(dates, MONTH_FIRST);
    return dayFirst == monthFirst ? null : dayFirst ? DAY_FIRST : MONTH_FIRST;
  }

  private static boolean isRow(List<Numbers> dates, DayOrder order) {
    boolean falls = true;
    boolean rises = true;
    LocalDate last = null;
    for (Numbers numbers : dates) {
      LocalDate date = numbers.date(order);
      if (date == null) {
        return false;
      }
      falls &= last == null || !date.isAfter(last);
      rises &= last == null || !date.isBefore(last);
      last = date;
    }
    return falls || rises;
  }

  /** English is written in both orders, depending on where. */
  private static @Nullable DayOrder ofLanguage(String language) {
    Locale locale = Locale.forLanguageTag(language.strip().replace('_', '-'));
    if (locale.getLanguage().isEmpty()
        || (locale.getLanguage().equals("en") && locale.getCountry().isEmpty())) {
      return null;
    }
    String usual =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    int day = usual.indexOf('d');
    int month = usual.indexOf('M');
    int year = usual.indexOf('y');
    return year < day || year < month || day < 0 || month < 0
        ? null
        : day < month ? DAY_FIRST : MONTH_FIRST;
  }
}
