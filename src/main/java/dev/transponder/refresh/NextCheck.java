package dev.transponder.refresh;

import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Quiet;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.Wait;
import dev.transponder.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a source is looked at again, and why: the longest of what the user, the document and the
 * site ask for. Pure.
 *
 * @param at not before this moment, {@link Instant#MAX} for never
 * @param reason in words, for the user
 */
record NextCheck(Instant at, String reason) {
  /** Without any wish: what site owners call polite for conditional requests. */
  static final Duration USUAL = Duration.ofHours(1);

  /** Longer wishes are mistakes (a max-age of ten years was seen). */
  private static final Duration LONGEST_WISH = Duration.ofDays(7);

  private static final String CAPPED = ", " + Spans.words(LONGEST_WISH) + " at most";

  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(24);
  private static final Duration LONGEST_BACK_OFF_MISSING = Duration.ofDays(7);
  private static final Duration OUTAGE = Duration.ofMinutes(5);
  private static final Duration LONGEST_SILENCE = Throttled.LONGEST;

  /** Every hour of a week and one more. */
  private static final int HOURS = 7 * 24 + 1;

  private static final String QUIET = ", and not in the hours and days that the feed names";

  /**
   * After a refresh that worked.
   *
   * @param wishes of the answer, of the document and of its rhythm; only longer ones count
   */
  static NextCheck afterSuccess(Source source, List<Wait> wishes, Quiet quiet, Instant now) {
    Wait longest =
        source.every() == null
            ? new Wait(USUAL, "every " + Spans.words(USUAL) + ", as the site has no other wish")
            : new Wait(source.every(), "every " + Spans.words(source.every()) + ", as configured");
    return after(longest(longest, wishes), source, now).outside(quiet);
  }

  /**
   * After a refresh that failed.
   *
   * @param failures in a row, this one included, at least 1
   * @param missing whether the document or its host does not exist, rather than being in trouble
   * @param wishes of the last document that was read
   */
  static NextCheck afterFailure(
      Source source, int failures, boolean missing, List<Wait> wishes, Quiet quiet, Instant now) {
    Duration base = base(source, wishes);
    Duration most = missing ? LONGEST_BACK_OFF_MISSING : LONGEST_BACK_OFF;
    Duration doubled = base.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration wait = longer(base, shorter(doubled, most));
    String times = failures == 1 ? "once" : failures + " times in a row";
    return after(new Wait(wait, "after failing " + times), source, now).outside(quiet);
  }

  /**
   * After the site asked for fewer requests; if it does not say how many, the interval doubles.
   *
   * @param failures in a row before this one
   * @param wishes of the last document that was read
   */
  static NextCheck afterThrottling(
      Source source,
      @Nullable Duration retryAfter,
      int failures,
      List<Wait> wishes,
      Quiet quiet,
      Instant now) {
    if (retryAfter == null) {
      // This one counts as two, so that the first already waits twice as long.
      NextCheck backOff = afterFailure(source, failures + 2, false, wishes, quiet, now);
      return new NextCheck(backOff.at(), "the site asked for fewer requests");
    }
    Duration base = base(source, wishes);
    Duration asked = shorter(retryAfter, LONGEST_SILENCE);
    Duration wait = longer(base, asked);
    String reason =
        "the site asked for "
            + Spans.words(retryAfter)
            + " (Retry-After)"
            + (wait.compareTo(asked) > 0 ? ", and every " + Spans.words(wait) + " is enough" : "");
    return after(new Wait(wait, reason), source, now).outside(quiet);
  }

  /** A source that was not asked, because its host is to be left alone for a while. */
  static NextCheck afterHold(Source source, Duration hold, Quiet quiet, Instant now) {
    Duration wait = shorter(hold, LONGEST_SILENCE);
    return after(new Wait(wait, "its host asked for silence"), source, now).outside(quiet);
  }

  /** After a listing whose first pages could be read, and a later one wants to be left alone. */
  static NextCheck afterLaterPage(Source source, Duration silence, Quiet quiet, Instant now) {
    Duration wait = shorter(silence, LONGEST_SILENCE);
    String reason = "the site asked for " + Spans.words(wait) + " on a later page";
    return after(new Wait(wait, reason), source, now).outside(quiet);
  }

  /** After robots.txt said no: it is itself read again once a day. */
  static NextCheck afterForbidding(Source source, Instant now) {
    Duration wait = longer(LONGEST_BACK_OFF, base(source));
    return after(new Wait(wait, "robots.txt may say something else then"), source, now);
  }

  /** After 410 Gone: once more a day later, in case it was a mistake, then never. */
  static NextCheck afterGone(boolean confirmed, Instant now) {
    return confirmed
        ? new NextCheck(Instant.MAX, "the site says that it is gone for good (410)")
        : new NextCheck(now.plus(Duration.ofHours(24)), "to confirm that it is gone (410)");
  }

  /** After a failure that was our own network's: soon, but not all at the same moment. */
  static NextCheck afterOutage(SourceState before, Instant now) {
    Instant soon = now.plus(OUTAGE).plus(spread(before.sourceId(), OUTAGE, now));
    boolean later = before.nextCheck().isAfter(soon);
    return later
        ? new NextCheck(before.nextCheck(), before.reason())
        : new NextCheck(soon, "nobody could be reached: the network seems to be down")
            .outside(before.habits().quiet());
  }

  /** The later one of two. */
  NextCheck orLater(NextCheck other) {
    return other.at.isAfter(at) ? other : this;
  }

  private static Duration base(Source source) {
    return source.every() == null ? USUAL : source.every();
  }

  private static Duration base(Source source, List<Wait> wishes) {
    return longest(new Wait(base(source), ""), wishes).duration();
  }

  private static Wait longest(Wait least, List<Wait> wishes) {
    Wait longest = least;
    for (Wait wish : wishes) {
      Duration capped = shorter(wish.duration(), LONGEST_WISH);
      if (capped.compareTo(longest.duration()) > 0) {
        boolean whole = capped.equals(wish.duration());
        longest = new Wait(capped, whole ? wish.reason() : wish.reason() + CAPPED);
      }
    }
    return longest;
  }

  /** Up to a tenth later, never earlier, so that sources do not march in step. */
  private static NextCheck after(Wait wait, Source source, Instant now) {
    Duration spread = spread(source.id(), wait.duration().dividedBy(10), now);
    return new NextCheck(now.plus(wait.duration()).plus(spread), wait.reason());
  }

  private static Duration spread(String sourceId, Duration over, Instant now) {
    long seed = (sourceId + now.getEpochSecond()).hashCode() * 31L;
    return Duration.ofMillis(Math.floorMod(seed, Math.max(1, over.toMillis())));
  }

  /** The same minute of the first hour in which the feed may be read (skipHours, skipDays; UTC). */
  NextCheck outside(Quiet quiet) {
    for (int hour = 0; hour < HOURS; hour++) {
      ZonedDateTime time = at.plus(Duration.ofHours(hour)).atZone(ZoneOffset.UTC);
      if (!quiet.hours().contains(time.getHour()) && !quiet.days().contains(time.getDayOfWeek())) {
        return hour == 0 ? this : new NextCheck(time.toInstant(), reason + QUIET);
      }
    }
    return this;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
