package dev.transponder.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day as it stands in a date.
 *
 * @param hour 0 to 24; 24 is the end of the day
 * @param second 0 to 60; a leap second counts as the second before
 * @param start where it stands in the text
 * @param end where the text goes on after it
 */
record ClockTime(int hour, int minute, int second, int nano, int start, int end) {
  private static final String BEFORE = "(?:(am|pm|上午|下午|午前|午後|凌晨|早上|中午|晚上|오전|오후) ?)?";
  private static final String AFTER = "(?: ?([ap])\\.? ?m\\b\\.?| ?([πμ])\\.? ?μ\\b\\.?)?";

  private static final Pattern FORM =
      Pattern.compile(
          BEFORE
              + "(?<!\\d)(\\d{1,2}) ?(?:[:h時时点點시]|(?<=\\d)\\.(?=\\d\\d[.:]\\d\\d)) ?"
              + "(?:(\\d{1,2})(?: ?[:.m分분] ?(?:(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?)?)?(?!\\d) ?[s秒초]?"
              + AFTER);

  /** The first time of day in a text in lower case, null if there is none. */
  static @Nullable ClockTime find(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.find()) {
      return null;
    }
    int hour = Integer.parseInt(m.group(2));
    String half = half(m);
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.equals("p") ? 12 : 0);
    }
    int minute = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
    int second = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    int nano = m.group(5) == null ? 0 : Integer.parseInt((m.group(5) + "00000000").substring(0, 9));
    if (hour > 24 || minute > 59 || second > 60) {
      throw new DateTimeException("no such time: " + m.group());
    }
    return new ClockTime(hour, minute, Math.min(second, 59), nano, m.start(), m.end());
  }

  private static @Nullable String half(Matcher m) {
    if (m.group(6) != null) {
      return m.group(6);
    }
    if (m.group(7) != null) {
      return m.group(7).equals("μ") ? "p" : "a";
    }
    return switch (m.group(1)) {
      case null -> null;
      case "pm", "下午", "午後", "晚上", "中午", "오후" -> "p";
      default -> "a";
    };
  }

  /** This time on a day; 24:00 is the next midnight. */
  LocalDateTime on(LocalDate day) {
    LocalDateTime midnight = day.atStartOfDay();
    return midnight.plusHours(hour).plusMinutes(minute).plusSeconds(second).plusNanos(nano);
  }
}
