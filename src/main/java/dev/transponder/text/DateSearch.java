package dev.transponder.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a date among other words: "Posted by Ada on 3 March 2026, 5 min". Only days that are named
 * in full are dates here; what such a day means is read by {@link Dates}. Thread safe, pure.
 */
public final class DateSearch {
  /** A longer text is prose, and a day that it mentions is not its own. */
  private static final int LONGEST = 400;

  private static final String YEAR = "(?:19[7-9]\\d|20\\d\\d)";
  private static final String WORD = "\\p{L}[\\p{L}\\p{M}]{2,11}+\\.?";
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er|º|ª|\\.)?";
  private static final String OF = "(?: ?(?:de|of|di|del|den|d[’'])(?= |(?<=[’'])))?";
  private static final String TIME =
      "(?:,?(?: at| um|T)? ?\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?)?";

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d.])(?:"
              + YEAR
              + " ?[-/.年년] ?\\d{1,2} ?[-/.月월] ?\\d{1,2}(?!\\d)(?: ?[日일号號])?"
              + "|\\d{1,2}([-/.]) ?\\d{1,2}\\1 ?"
              + YEAR
              + "|"
              + DAY
              + OF
              + "[ -]"
              + WORD
              + OF
              + ",?[ -]"
              + YEAR
              + "|(?<!\\p{L})"
              + WORD
              + " "
              + DAY
              + ",? "
              + YEAR
              + "|"
              + YEAR
              + "[.,]?[ -]"
              + WORD
              + "[ -]\\d{1,2}\\.?"
              + ")(?!\\d)"
              + TIME);

  private static final Pattern VIETNAMESE =
      Pattern.compile("(?i)(\\d{1,2}) tháng (\\d{1,2}),? (" + YEAR + ")");

  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<![\\d./:-])(?:(?<m>\\d{1,2}) ?(?:[-/.]|月|월) ?(?<d>\\d{1,2})(?![\\d./:-])(?: ?[日일号號])?"
              + "|(?<first>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: de)? (?<month>"
              + WORD
              + ")|(?<!\\p{L})(?<name>"
              + WORD
              + ") (?<last>\\d{1,2})(?:st|nd|rd|th)?)(?! ?[\\d:%./])");

  private DateSearch() {}

  /**
   * A day in a text.
   *
   * @param before what stands before it
   * @param after what stands after it and its time
   */
  public record Found(Instant date, String before, String after) {}

  /**
   * The first day that the text names, with its time if one follows; null if there is none.
   *
   * @param order of day and month where the numbers do not tell, null if it is not known
   */
  public static @Nullable Found find(String text, @Nullable DayOrder order) {
    if (text.length() > LONGEST || !hasDigits(text, 5)) {
      return null;
    }
    String line = text.replaceAll("[\\s\\u00A0]+", " ");
    Matcher m = DATE.matcher(line);
    for (int from = 0; m.find(from); from = m.start() + 1) {
      Instant date = Dates.parse(m.group(), order);
      if (date != null) {
        return new Found(date, line.substring(0, m.start()), line.substring(m.end()));
      }
    }
    Matcher numbered = VIETNAMESE.matcher(line);
    Instant date =
        numbered.find()
            ? Dates.parse(numbered.group(1) + "." + numbered.group(2) + "." + numbered.group(3))
            : null;
    return date == null
        ? null
        : new Found(date, line.substring(0, numbered.start()), line.substring(numbered.end()));
  }

  /** The first month and day without a year ("03-15", "Mar 15", "3月15日"); null if there is none. */
  public static @Nullable MonthDay monthDay(String text) {
    if (text.length() > 60 || !hasDigits(text, 1)) {
      return null;
    }
    Matcher m = MONTH_DAY.matcher(text.replaceAll("[\\s\\u00A0]+", " "));
    while (m.find()) {
      MonthDay day = monthDay(m);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private static @Nullable MonthDay monthDay(Matcher m) {
    try {
      if (m.group("m") != null) {
        return MonthDay.of(Integer.parseInt(m.group("m")), Integer.parseInt(m.group("d")));
      }
      boolean dayFirst = m.group("month") != null;
      String name = dayFirst ? m.group("month") : m.group("name");
      Month month = CalendarNames.month(name.replace(".", "").toLowerCase(java.util.Locale.ROOT));
      String day = dayFirst ? m.group("first") : m.group("last");
      return month == null ? null : MonthDay.of(month, Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null; // the 31st of February, the 13th month
    }
  }

  private static boolean hasDigits(String text, int least) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < least; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= least;
  }
}
