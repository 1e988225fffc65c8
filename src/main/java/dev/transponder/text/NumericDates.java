package dev.transponder.text;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates whose month is a number: ISO 8601 with its week, ordinal and two-digit forms, W3C-DTF, RFC
 * 3339 and their mutations, dates with slashes, dots or Chinese, Japanese and Korean units.
 */
final class NumericDates {
  /** A day of the week before the date, if any. */
  private static final String WEEKDAY = "(?:(?<weekday>\\p{L}+)\\.?,? ?)?";

  private static final String TIME = "(?<rest>(?:t| |,|$|[+-]\\d\\d:\\d\\d$|z$|\\().*)";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          WEEKDAY
              + "(?<y>\\d{4})(?!-\\d{3}(?:[t ]|$))(?: ?[-/.] ?(?<m>\\d{1,3})(?: ?[-/.] ?(?<d>\\d{1,3})\\.?)?)?"
              + TIME);

  private static final Pattern UNITS =
      Pattern.compile(
          "(?:\\p{L}+ ?[,]? ?)?(?<y>\\d{4}) ?[年년][, ]*(?<m>\\d{1,2}) ?[月월](?: ?(?<d>\\d{1,2}) ?[日일号號]?)?"
              + "[, ]*(?:[(（]?(?:星期|周|週|曜)?[一二三四五六日天月火水木金土월화수목금토일](?:曜日|요일)?[)）]?)?(?<rest>.*)");

  private static final Pattern COMPACT =
      Pattern.compile("(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)(?:t| |$)?(?<rest>.*)");
  private static final Pattern ORDINAL = Pattern.compile("(?<y>\\d{4})-?(?<n>\\d{3})" + TIME);
  private static final Pattern WEEK =
      Pattern.compile("(?<y>\\d{4})-?w(?<n>\\d\\d)(?:-?(?<d>[1-7]))?" + TIME);
  private static final Pattern SHORT_YEAR =
      Pattern.compile("-?(?<y>\\d\\d)-?(?:(?<n>\\d{3})|(?<m>\\d\\d)(?:-?(?<d>\\d\\d))?)" + TIME);

  private static final Pattern YEAR_LAST =
      Pattern.compile(
          WEEKDAY + "(?<a>\\d{1,2})(?<sep>[-/.]) ?(?<b>\\d{1,2})[-/.] ?(?<y>\\d{4})\\.?" + TIME);

  private NumericDates() {}

  /**
   * Reads a normalised text; null if it has another form.
   *
   * @param order of day and month where the numbers do not tell, null if it is not known
   */
  static Dates.@Nullable ZonedParts read(String text, @Nullable DayOrder order) {
    char first = text.charAt(0);
    boolean digit = first >= '0' && first <= '9';
    if (!digit && first != '-' && !Character.isLetter(first)) {
      return null;
    }
    Matcher m = YEAR_FIRST.matcher(text);
    if (m.matches()) {
      // The word before a bare year is no day of the week but a month: "June 2026".
      return m.group("weekday") != null && m.group("m") == null
          ? null
          : at(day(m), m.group("rest"));
    }
    m = UNITS.matcher(text);
    if (m.matches()) {
      return at(day(m), m.group("rest"));
    }
    m = YEAR_LAST.matcher(text);
    if (m.matches()) {
      LocalDate day = yearLast(m, order);
      return day == null ? null : at(day, m.group("rest"));
    }
    return digit || first == '-' ? rare(text) : null;
  }

  private static Dates.@Nullable ZonedParts rare(String text) {
    Matcher m = COMPACT.matcher(text);
    if (m.matches()) {
      return at(day(m), compactTime(m.group("rest")));
    }
    m = ORDINAL.matcher(text);
    if (m.matches()) {
      return at(LocalDate.ofYearDay(number(m, "y"), number(m, "n")), m.group("rest"));
    }
    m = WEEK.matcher(text);
    if (m.matches()) {
      LocalDate week =
          LocalDate.of(number(m, "y"), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m, "n"));
      int day = m.group("d") == null ? 1 : number(m, "d");
      return at(week.with(java.time.DayOfWeek.of(day)), m.group("rest"));
    }
    m = SHORT_YEAR.matcher(text);
    if (m.matches()) {
      int year = fullYear(number(m, "y"));
      LocalDate day =
          m.group("n") != null
              ? LocalDate.ofYearDay(year, number(m, "n"))
              : LocalDate.of(year, number(m, "m"), m.group("d") == null ? 1 : number(m, "d"));
      return at(day, m.group("rest"));
    }
    return null;
  }

  /** RFC 2822 section 4.3: up to 49 is this century. */
  static int fullYear(int twoDigits) {
    return twoDigits + (twoDigits < 50 ? 2000 : 1900);
  }

  private static LocalDate day(Matcher m) {
    int month = m.group("m") == null ? 1 : number(m, "m");
    int day = m.group("d") == null ? 1 : number(m, "d");
    return LocalDate.of(number(m, "y"), month, day);
  }

  /** Dots mean day first; else the numbers, the day of the week or the order must tell. */
  private static @Nullable LocalDate yearLast(Matcher m, @Nullable DayOrder order) {
    int a = number(m, "a");
    int b = number(m, "b");
    int year = number(m, "y");
    if (m.group("sep").equals(".") || a > 12 || a == b) {
      return LocalDate.of(year, b, a);
    }
    if (b > 12) {
      return LocalDate.of(year, a, b);
    }
    String weekday = m.group("weekday");
    java.time.DayOfWeek named = weekday == null ? null : CalendarNames.weekday(weekday);
    LocalDate dayFirst = LocalDate.of(year, b, a);
    LocalDate monthFirst = LocalDate.of(year, a, b);
    boolean isDayFirst = dayFirst.getDayOfWeek() == named;
    boolean isMonthFirst = monthFirst.getDayOfWeek() == named;
    if (isDayFirst != isMonthFirst) {
      return isDayFirst ? dayFirst : monthFirst;
    }
    return switch (order) {
      case null -> null;
      case DAY_FIRST -> dayFirst;
      case MONTH_FIRST -> monthFirst;
    };
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  private static String compactTime(String rest) {
    Matcher m = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)?(.*)").matcher(rest);
    return m.matches()
        ? m.group(1) + ":" + m.group(2) + (m.group(3) == null ? "" : ":" + m.group(3)) + m.group(4)
        : rest;
  }

  /** The day at the time and in the zone of the rest; null if the rest says something else. */
  private static Dates.@Nullable ZonedParts at(LocalDate day, String rest) {
    ClockTime time = ClockTime.find(rest);
    String before = time == null ? "" : rest.substring(0, time.start());
    String after = time == null ? rest : rest.substring(time.end());
    ZoneId zone = zone(after);
    if (zone == null || !before.replaceAll("[t ,]", "").isEmpty()) {
      return null;
    }
    return new Dates.ZonedParts(time == null ? day.atStartOfDay() : time.on(day), zone);
  }

  private static @Nullable ZoneId zone(String text) {
    String name = text.replaceAll("^[t ,.]+|[ ,.]+$", "");
    return name.isEmpty() ? ZoneOffset.UTC : Zones.named(name);
  }
}
