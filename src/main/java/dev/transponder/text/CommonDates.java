package dev.transponder.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The two forms that nearly all dates have, exactly as their RFCs write them:
 * "2003-12-31T10:14:55Z" and "Wed, 31 Dec 2003 10:14:55 +0000". Says nothing of any other; it is
 * here for speed alone.
 */
final class CommonDates {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private CommonDates() {}

  /** Null for every other form, also for a day that does not exist. */
  static @Nullable Instant parse(String text) {
    try {
      return switch (text.length()) {
        case 20 -> text.charAt(19) == 'Z' ? rfc3339(text, 0) : null;
        case 25 -> text.charAt(22) == ':' ? rfc3339(text, offset(text, 19, 23)) : null;
        case 29 -> text.endsWith(" GMT") ? rfc822(text, 0) : null;
        case 31 -> text.charAt(25) == ' ' ? rfc822(text, offset(text, 26, 29)) : null;
        default -> null;
      };
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Instant rfc3339(String text, int offset) {
    boolean form = text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T';
    return form
        ? at(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), text, 11, offset)
        : null;
  }

  private static @Nullable Instant rfc822(String text, int offset) {
    int month = MONTHS.indexOf(text.substring(8, 11));
    boolean form = text.startsWith(", ", 3) && text.charAt(7) == ' ' && text.charAt(11) == ' ';
    return form && month >= 0 && month % 3 == 0 && text.charAt(16) == ' '
        ? at(number(text, 12, 16), month / 3 + 1, number(text, 5, 7), text, 17, offset)
        : null;
  }

  private static @Nullable Instant at(
      int year, int month, int day, String text, int time, int offset) {
    if (text.charAt(time + 2) != ':' || text.charAt(time + 5) != ':' || year == 0) {
      return null;
    }
    int hour = number(text, time, time + 2);
    int minute = number(text, time + 3, time + 5);
    int second = number(text, time + 6, time + 8);
    LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second);
    return Dates.inRange(local.toInstant(ZoneOffset.ofTotalSeconds(offset)));
  }

  /** Seconds east of Greenwich, from a sign, hours, and minutes elsewhere. */
  private static int offset(String text, int sign, int minutes) {
    int seconds = number(text, sign + 1, sign + 3) * 3600 + number(text, minutes, minutes + 2) * 60;
    return switch (text.charAt(sign)) {
      case '+' -> seconds;
      case '-' -> -seconds;
      default -> throw new NumberFormatException("no sign");
    };
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException("no digit");
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
