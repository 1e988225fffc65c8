package dev.transponder.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as pages show them: ISO 8601, in UTC. */
final class Day {
  private static final DateTimeFormatter WITH_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Day() {}

  /** {@code 2026-11-22}. */
  static String of(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** {@code 2026-11-22 14:20}. */
  static String withTime(Instant instant) {
    return WITH_TIME.format(instant);
  }

  /** For {@code <time datetime>}. */
  static String machine(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
