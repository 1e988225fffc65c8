package dev.transponder.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates whose month is a word: RFC 822, asctime, "11. Juli 2004", in any order. Every word must
 * mean something: a text with a word that is no month, day, zone or small talk is no date.
 */
final class WordDates {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(\\d+)(?:st|nd|rd|th|er|º|ª|\\.)?|[+-] ?\\d{1,2}:?\\d\\d|[\\p{L}\\p{M}][\\p{L}\\p{M}/_.]*(?:[+-]\\d{1,2}:?(?:\\d\\d)?)?");

  /** What people put between the parts of a date. */
  private static final Set<String> SMALL_TALK =
      Set.of(
          ("at um uhr de del of the den der le la à a o om kl klo klockan г года год г. dne el em и"
                  + " van i on, on published posted updated")
              .split(" "));

  private static final Pattern OFFSET = Pattern.compile("(?<![\\d-])[+-] ?\\d\\d:?\\d\\d(?!\\d)");

  private final List<Integer> numbers = new ArrayList<>();
  private @Nullable Month month;
  private @Nullable ZoneId zone;
  private @Nullable Integer year;

  private WordDates() {}

  /** Reads a normalised text; null if it has another form. */
  static Dates.@Nullable ZonedParts read(String text) {
    ClockTime time = ClockTime.find(text);
    WordDates date = new WordDates();
    String before = time == null ? text : text.substring(0, time.start());
    String after = time == null ? "" : text.substring(time.end());
    if (!date.tokens(before, false) || !date.offset(after)) {
      return null;
    }
    LocalDate day = date.day();
    if (day == null) {
      return null;
    }
    ZoneId zone = date.zone == null ? ZoneOffset.UTC : date.zone;
    return new Dates.ZonedParts(time == null ? day.atStartOfDay() : time.on(day), zone);
  }

  /** After the time comes the zone, and in asctime the year. */
  private boolean offset(String after) {
    Matcher m = OFFSET.matcher(after);
    if (!m.find()) {
      return tokens(after, true);
    }
    zone = Zones.named(m.group().replace(" ", ""));
    String name = after.substring(0, m.start()).strip();
    boolean named = name.isEmpty() || Zones.named(name) != null || tokens(name, true);
    return named && tokens(after.substring(m.end()), true);
  }

  private boolean tokens(String text, boolean zonesFirst) {
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      String digits = m.group(1);
      if (digits != null) {
        if (!number(digits)) {
          return false;
        }
      } else if (!word(m.group(), zonesFirst)) {
        return false;
      }
    }
    return true;
  }

  private boolean number(String digits) {
    int length = digits.length();
    if (length == 4 && year == null) {
      year = Integer.parseInt(digits);
      return true;
    }
    if (length > 2) {
      return false;
    }
    numbers.add(Integer.parseInt(digits));
    return numbers.size() <= 2;
  }

  /** "pt" is Pacific time behind a time of day, and a Polish Friday before it. */
  private boolean word(String token, boolean zonesFirst) {
    String name = token.endsWith(".") ? token.substring(0, token.length() - 1) : token;
    if (zonesFirst && zone(name)) {
      return true;
    }
    Month found = month == null ? CalendarNames.month(name) : null;
    if (found != null) {
      month = found;
      return true;
    }
    return SMALL_TALK.contains(token) || CalendarNames.weekday(name) != null || zone(name);
  }

  private boolean zone(String name) {
    ZoneId found = Zones.named(name);
    zone = found == null ? zone : found;
    return found != null;
  }

  private @Nullable LocalDate day() {
    if (month == null || (year == null && numbers.size() < 2)) {
      return null;
    }
    int first = numbers.isEmpty() ? 1 : numbers.getFirst();
    if (year == null) {
      int second = numbers.get(1);
      boolean yearFirst = first > 31;
      return LocalDate.of(
          NumericDates.fullYear(yearFirst ? first : second), month, yearFirst ? second : first);
    }
    return numbers.size() > 1 ? null : LocalDate.of(year, month, first);
  }
}
