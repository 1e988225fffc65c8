package dev.transponder.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Where commands print, and how times are told there.
 *
 * @param out results
 * @param err everything else
 * @param interactive whether somebody looks at what is written, as it is written
 * @param zone of the user
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean interactive, InstantSource clock, ZoneId zone) {
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter ANY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  /** One line about something that the user should correct or know. */
  void complain(String message) {
    err.println(Plain.line(message, 2_000));
  }

  /** A time as short as it can be understood. */
  String time(Instant instant) {
    ZonedDateTime time = instant.atZone(zone);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (time.toLocalDate().equals(today)) {
      return TODAY.format(time);
    }
    return time.getYear() == today.getYear() ? THIS_YEAR.format(time) : ANY.format(time);
  }

  boolean isPast(Instant instant) {
    return !instant.isAfter(clock.instant());
  }
}
