package dev.transponder.fetch;

import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Wait;
import dev.transponder.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an answer says about time: how long it stays fresh, how long to stay away.
 *
 * <p>Moments are compared with the answer's own Date, so that a wrong clock, theirs or ours, does
 * not matter. Does not cap freshness (the one who plans does).
 */
final class Times {
  static final Duration LONGEST_SILENCE = Throttled.LONGEST;

  /** RFC 9111 section 1.2.2: what a number too large to read counts as. */
  private static final long FOR_EVER = 1L << 31;

  private final InstantSource clock;

  Times(InstantSource clock) {
    this.clock = clock;
  }

  /** How long not to ask again (RFC 9111 section 4.2.1); null if it does not say or is stale. */
  @Nullable Wait fresh(Headers headers) {
    Long maxAge = maxAge(headers);
    Duration lifetime;
    String reason;
    if (maxAge != null) {
      lifetime = Duration.ofSeconds(maxAge - Math.min(maxAge, age(headers)));
      reason = "max-age";
    } else {
      Date expires = headers.getDate("Expires");
      if (expires == null) {
        return null;
      }
      lifetime = Duration.between(now(headers), expires.toInstant());
      reason = "Expires";
    }
    return lifetime.isPositive()
        ? new Wait(lifetime, "the site asked for " + Spans.words(lifetime) + " (" + reason + ")")
        : null;
  }

  /**
   * How long to stay away (RFC 9110 section 10.2.3), from zero to {@link #LONGEST_SILENCE}; null if
   * it does not say.
   */
  @Nullable Duration retryAfter(Headers headers) {
    String value = headers.get("Retry-After");
    if (value == null) {
      return null;
    }
    Long seconds = number(value.strip());
    Duration asked;
    if (seconds != null) {
      asked = Duration.ofSeconds(seconds);
    } else {
      Date moment = headers.getDate("Retry-After");
      if (moment == null) {
        return null;
      }
      asked = Duration.between(now(headers), moment.toInstant());
    }
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : asked;
  }

  private Instant now(Headers headers) {
    Date date = headers.getDate("Date");
    return date == null ? clock.instant() : date.toInstant();
  }

  private static @Nullable Long maxAge(Headers headers) {
    for (String line : headers.values("Cache-Control")) {
      for (String directive : line.split(",", -1)) {
        String[] parts = directive.strip().split("=", 2);
        if (parts.length == 2 && parts[0].strip().equalsIgnoreCase("max-age")) {
          return number(parts[1].replace('"', ' ').strip());
        }
      }
    }
    return null;
  }

  private static long age(Headers headers) {
    String value = headers.get("Age");
    Long age = value == null ? null : number(value.strip());
    return age == null ? 0 : age;
  }

  /** Digits as a number; null if it is anything else. */
  private static @Nullable Long number(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    return text.length() > 10 ? FOR_EVER : Math.min(FOR_EVER, Long.parseLong(text));
  }
}
