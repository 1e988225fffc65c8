package dev.transponder.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as the tables hold them: whole microseconds since 1970, rounded down. What lies beyond
 * the range of a long (some 292,000 years) is {@link Instant#MAX} or {@link Instant#MIN}.
 */
final class Micros {
  private static final long PER_SECOND = 1_000_000;
  private static final long SECONDS = Long.MAX_VALUE / PER_SECOND - 1;

  private Micros() {}

  static long of(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (Math.abs(seconds) > SECONDS) {
      return seconds > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
    return seconds * PER_SECOND + instant.getNano() / 1000;
  }

  static @Nullable Long ofNullable(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }

  static Instant toInstant(long micros) {
    if (micros == Long.MAX_VALUE) {
      return Instant.MAX;
    }
    return micros == Long.MIN_VALUE ? Instant.MIN : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
