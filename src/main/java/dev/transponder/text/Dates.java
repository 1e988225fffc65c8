package dev.transponder.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people and programs write them, in any form and language: never a wrong date, rather
 * none. Thread safe, pure.
 *
 * <p>Two readers know the forms: {@code NumericDates} (ISO 8601 and everything else that names the
 * month by a number) and {@code WordDates} (RFC 822 and everything else that names it by a word).
 * Both make a local date and time and a zone. Does not know the present: relative dates and dates
 * without a year are for a reader that is told it.
 */
public final class Dates {
  /** Earlier dates of entries are mistakes: there were no feeds, and 1970 is a missing date. */
  public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** No date is longer; longer texts are not looked at. */
  private static final int LONGEST = 120;

  private Dates() {}

  /**
   * The instant that a text names.
   *
   * <p>No zone means UTC, a bare day 00:00, a bare month or year its first day. An order of day and
   * month that cannot be told ({@code 05/06/2012}) is no date, unless a day of the week tells.
   *
   * @return null if it is not a date, or not one in the years 1 to 9999
   */
  public static @Nullable Instant parse(String text) {
    return parse(text, null);
  }

  /**
   * The same for a text whose neighbours tell the order of day and month.
   *
   * @param order null if it is not known
   */
  public static @Nullable Instant parse(String text, @Nullable DayOrder order) {
    Instant common = CommonDates.parse(text);
    if (common != null) {
      return common;
    }
    String date = normal(text);
    if (date.isEmpty() || date.length() > LONGEST) {
      return null;
    }
    try {
      ZonedParts parts = NumericDates.read(date, order);
      if (parts == null) {
        parts = WordDates.read(date);
      }
      return parts == null ? null : parts.instant();
    } catch (DateTimeException | ArithmeticException e) {
      return null; // 31 February, 25 o'clock, a zone that does not exist
    }
  }

  /** Lower case, ASCII digits, single spaces, no comment in parentheses at its end. */
  private static String normal(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST + 1));
    boolean space = false;
    for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || Character.isSpaceChar(c) || c == '\u200E' || c == '\u200F') {
        space = true;
        continue;
      }
      if (space && !out.isEmpty()) {
        out.append(' ');
      }
      space = false;
      int digit = c > 0x7F ? Character.digit(c, 10) : -1;
      out.append(
          digit >= 0
              ? (char) ('0' + digit)
              : switch (c) {
                case '\uFF1A' -> ':';
                case '\uFF0F' -> '/';
                case '\u2212', '\u2010', '\u2011', '\u2013', '\uFF0D' -> '-';
                case '\uFF0C', '\u060C' -> ',';
                default -> Character.toLowerCase(c);
              });
    }
    int comment = out.indexOf("(");
    boolean comments = comment > 8 && out.charAt(out.length() - 1) == ')';
    return (comments ? out.substring(0, comment) : out.toString()).strip();
  }

  /** The instant, null if it is not in the years 1 to 9999 of UTC. */
  static @Nullable Instant inRange(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999 ? instant : null;
  }

  /** A local date and time and where it is local; the zone may be a region. */
  record ZonedParts(LocalDateTime local, ZoneId zone) {
    @Nullable Instant instant() {
      return inRange(local.atZone(zone).toInstant());
    }
  }
}
