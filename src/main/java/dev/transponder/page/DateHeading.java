package dev.transponder.page;

import dev.transponder.text.DateSearch;
import dev.transponder.text.Dates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Completes a date of which the rest stands in the heading above: a day and month under a year, a
 * day under a month, a time under a day. Never takes the whole date from a heading: it may be that
 * of the page. For one page, then thrown away.
 */
final class DateHeading {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19[89]|20\\d)\\d)(?!\\d)");
  private static final Pattern DAY =
      Pattern.compile("(?:\\p{L}{2,3}\\.?,? )?(\\d{1,2})(?:st|nd|rd|th|\\.| ?[日일])?");
  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)(?: ?Uhr| h)?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Han and Hangul have a sign for the month and no name. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}&&[^\\p{IsHan}\\p{IsHangul}]]{3,}");

  private static final String HEADING =
      "h1, h2, h3, h4, h5, h6, p, div, span, li, dt, summary, caption, strong, b, time";
  private static final int LEVELS = 4;
  private static final int STEPS = 400;
  private static final int LONGEST_YEAR = 12;
  private static final int LONGEST = 32;

  /** What may be a heading says, else nothing: each stands before many entries. */
  private final Map<Element, String> headings = new HashMap<>();

  /** The date that a text means where its element or card stands; null if it means none there. */
  @Nullable Instant complete(String text, Element place) {
    MonthDay monthDay = DateSearch.monthDay(text);
    if (monthDay != null) {
      return above(place, LONGEST_YEAR, heading -> inYear(heading, monthDay));
    }
    String line = text.strip();
    Matcher day = DAY.matcher(line);
    if (day.matches()) {
      return above(place, LONGEST, heading -> inMonth(heading, Integer.parseInt(day.group(1))));
    }
    Matcher time = TIME.matcher(line);
    if (time.matches()) {
      LocalTime clock =
          LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
      return above(place, LONGEST, heading -> onDay(heading, clock));
    }
    return null;
  }

  private @Nullable Instant above(
      Element place, int longest, Function<String, @Nullable Instant> meaning) {
    Element at = place;
    for (int up = 0; up < LEVELS && at != null; up++, at = at.parent()) {
      int steps = 0;
      for (Element before = at.previousElementSibling();
          before != null && steps++ < STEPS;
          before = before.previousElementSibling()) {
        String text = headings.computeIfAbsent(before, DateHeading::said);
        Instant date = text.length() < 4 || text.length() > longest ? null : meaning.apply(text);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  private static String said(Element element) {
    return element.childrenSize() < 4 && element.is(HEADING)
        ? Facts.beginning(element, LONGEST + 1)
        : "";
  }

  private static @Nullable Instant inYear(String heading, MonthDay day) {
    Matcher year = YEAR.matcher(heading);
    return year.find() && day.isValidYear(Integer.parseInt(year.group(1)))
        ? start(day.atYear(Integer.parseInt(year.group(1))))
        : null;
  }

  private static @Nullable Instant inMonth(String heading, int day) {
    LocalDate month = date(heading, 1);
    try {
      return month == null ? null : start(month.withDayOfMonth(day));
    } catch (DateTimeException e) {
      return null; // no day of that month
    }
  }

  private static @Nullable Instant onDay(String heading, LocalTime time) {
    LocalDate day = date(heading, 2);
    return day == null ? null : day.atTime(time).toInstant(ZoneOffset.UTC);
  }

  /**
   * The date that a heading says with so many numbers.
   *
   * @param numbers where the month has a name; one more where it is a number
   */
  private static @Nullable LocalDate date(String heading, int numbers) {
    long count = NUMBER.matcher(heading).results().count();
    boolean named = NAME.matcher(heading).find();
    Instant date =
        YEAR.matcher(heading).find() && count == (named ? numbers : numbers + 1)
            ? Dates.parse(heading)
            : null;
    return date == null ? null : date.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
