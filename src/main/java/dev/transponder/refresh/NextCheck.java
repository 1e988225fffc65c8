package dev.transponder.refresh;

import dev.transponder.model.Source;
import dev.transponder.model.Wait;
import dev.transponder.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a source is looked at again, and why: the longest of what the user, the document and the
 * site ask for. Pure.
 *
 * @param reason in words, for the user
 */
record NextCheck(Instant at, String reason) {
  /** Without any wish: what site owners call polite for conditional requests. */
  static final Duration USUAL = Duration.ofHours(1);

  /** Longer wishes are mistakes (a max-age of ten years was seen). */
  private static final Duration LONGEST_WISH = Duration.ofDays(7);

  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(24);
  private static final Duration LONGEST_BACK_OFF_404 = Duration.ofDays(7);
  private static final Duration LONGEST_SILENCE = Duration.ofDays(31);

  /**
   * After a refresh that worked.
   *
   * @param fresh what the answer said of itself, null if nothing
   * @param waits what the document asks for
   */
  static NextCheck afterSuccess(
      Source source, @Nullable Wait fresh, List<Wait> waits, Instant now) {
    List<Wait> wishes = new ArrayList<>(waits);
    if (fresh != null) {
      wishes.add(fresh);
    }
    Wait longest =
        source.every() == null
            ? new Wait(USUAL, "every " + Spans.words(USUAL) + ", as the site has no other wish")
            : new Wait(source.every(), "every " + Spans.words(source.every()) + ", as configured");
    for (Wait wish : wishes) {
      Duration capped = shorter(wish.duration(), LONGEST_WISH);
      if (capped.compareTo(longest.duration()) > 0) {
        longest = new Wait(capped, wish.reason());
      }
    }
    return after(longest, source, now);
  }

  /**
   * After a refresh that failed.
   *
   * @param failures in a row, this one included, at least 1
   * @param status of the answer, 0 if there was none
   */
  static NextCheck afterFailure(Source source, int failures, int status, Instant now) {
    Duration base = source.every() == null ? USUAL : source.every();
    Duration most = status == 404 ? LONGEST_BACK_OFF_404 : LONGEST_BACK_OFF;
    Duration doubled = base.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration wait = longer(base, shorter(doubled, most));
    String times = failures == 1 ? "once" : failures + " times in a row";
    return after(new Wait(wait, "after failing " + times), source, now);
  }

  /**
   * After the site asked for fewer requests; if it does not say how many, the interval doubles.
   *
   * @param failures in a row before this one
   */
  static NextCheck afterThrottling(
      Source source, @Nullable Duration retryAfter, int failures, Instant now) {
    if (retryAfter == null) {
      NextCheck backOff = afterFailure(source, failures + 2, 0, now);
      return new NextCheck(backOff.at(), "the site asked for fewer requests");
    }
    Duration base = source.every() == null ? USUAL : source.every();
    Duration wait = longer(base, shorter(retryAfter, LONGEST_SILENCE));
    String reason = "the site asked for " + Spans.words(retryAfter) + " (Retry-After)";
    return after(new Wait(wait, reason), source, now);
  }

  /** After robots.txt said no: it is itself read again once a day. */
  static NextCheck afterForbidding(Source source, Instant now) {
    Duration wait = longer(LONGEST_BACK_OFF, source.every() == null ? USUAL : source.every());
    return after(new Wait(wait, "robots.txt may say something else then"), source, now);
  }

  /** After 410 Gone: once more a day later, in case it was a mistake, then never. */
  static NextCheck afterGone(boolean confirmed, Instant now) {
    return confirmed
        ? new NextCheck(Instant.MAX, "the site says that it is gone for good (410)")
        : new NextCheck(now.plus(Duration.ofHours(24)), "to confirm that it is gone (410)");
  }

  /** Up to a tenth later, never earlier, so that sources do not march in step. */
  private static NextCheck after(Wait wait, Source source, Instant now) {
    long tenth = Math.max(1, wait.duration().toMillis() / 10);
    long spread = Math.floorMod((source.id() + now.getEpochSecond()).hashCode() * 31L, tenth);
    return new NextCheck(now.plus(wait.duration()).plusMillis(spread), wait.reason());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
