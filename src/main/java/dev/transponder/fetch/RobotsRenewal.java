package dev.transponder.fetch;

import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.Gone;
import dev.transponder.model.Outcome.Moved;
import dev.transponder.model.Outcome.NotModified;
import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Pacing;
import dev.transponder.model.RobotsCopy;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import dev.transponder.model.Wait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks an origin for its robots.txt and says what is to be remembered (RFC 9309 sections 2.3 and
 * 2.4): a request like any other, with the same pacing, guard and limits, but without anything that
 * belongs to a source. Thread safe.
 */
final class RobotsRenewal {
  static final Duration KEPT_AT_MOST = Duration.ofHours(24);
  private static final Duration KEPT_AT_LEAST = Duration.ofHours(1);

  /** Two failures that are not further apart are one; a source in trouble is asked once a day. */
  private static final Duration ONE_FAILURE = Duration.ofDays(2);

  /** As much as RFC 9309 section 2.5 wants read at least. */
  private static final int READ_AT_MOST = 500 << 10;

  private final String userAgent;
  private final Wire wire;
  private final Limits limits;
  private final Pacing pacing;
  private final InstantSource clock;

  RobotsRenewal(String userAgent, Wire wire, Limits limits, Pacing pacing, InstantSource clock) {
    this.userAgent = userAgent;
    this.wire = wire;
    this.limits = limits.beginning(READ_AT_MOST);
    this.pacing = pacing;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Result {}

  /** What is known from now on. */
  record Asked(RobotsCopy copy) implements Result {}

  /**
   * Nothing was learnt: the host wants silence, or we may not go there. The latter says nothing of
   * the site, only of the source that led there, and must not be held against others.
   */
  record NotAsked(Outcome why) implements Result {}

  /**
   * Asks.
   *
   * @param url any URL of the origin
   * @param old what was known, null if nothing
   */
  Result ask(Source source, HttpUrl url, String origin, @Nullable RobotsCopy old)
      throws InterruptedException {
    HttpUrl at = Requests.bare(url).newBuilder().encodedPath("/robots.txt").query(null).build();
    Requests requests = Requests.forRobots(userAgent, source);
    Outcome outcome =
        new Journey(
                wire, limits, pacing, clock, requests, source, conditions(old), Journey.Gate.OPEN)
            .from(at);
    Known known = new Known(origin, old, clock.instant());
    return switch (outcome instanceof Moved moved ? moved.there() : outcome) {
      case Throttled throttled when throttled.status() == 0 -> new NotAsked(throttled);
      case Throttled(int status, Duration retryAfter) ->
          known.failing(
              status == 429 ? "429 Too Many Requests" : "503 Service Unavailable", retryAfter);
      case Fetched fetched ->
          known.said(
              text(fetched.document()),
              fetched.validators(),
              fetched.document().url(),
              fetched.fresh());
      case NotModified same -> known.same(same.validators(), same.fresh());
      case Gone _ -> known.said("", Validators.NONE, null, null);
      case Failed failed when failed.failure() == Failure.REFUSED -> new NotAsked(failed);
      case Failed failed when saysThatThereIsNone(failed) ->
          known.said("", Validators.NONE, null, null);
      case Failed failed -> known.failing(failed.message(), null);
      case Moved _ -> throw new IllegalStateException("a move ends where it leads to");
    };
  }

  private static Conditions conditions(@Nullable RobotsCopy old) {
    return old == null
        ? new Conditions(Validators.NONE, _ -> false)
        : new Conditions(old.validators(), at -> at.toString().equals(old.validatorsUrl()));
  }

  private static boolean saysThatThereIsNone(Failed failed) {
    return failed.status() == 204 || (failed.status() >= 400 && failed.status() < 500);
  }

  /** Its text without what no database keeps, and without a last line that may be cut off. */
  private static String text(Document document) {
    String text =
        new String(document.bytes(), StandardCharsets.UTF_8)
            .replace("\0", "")
            .replaceFirst("^[\ufeff\ufffd]+", "");
    int lastLine = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return document.size() < READ_AT_MOST ? text : text.substring(0, lastLine + 1);
  }

  /**
   * Puts an answer beside what was known.
   *
   * @param old null if nothing was known
   */
  private record Known(String origin, @Nullable RobotsCopy old, Instant now) {
    Asked said(
        String text, Validators validators, @Nullable String validatorsUrl, @Nullable Wait fresh) {
      Instant next = now.plus(kept(fresh == null ? KEPT_AT_MOST : fresh.duration()));
      return new Asked(
          new RobotsCopy(origin, now, next, null, null, text, validators, validatorsUrl));
    }

    Asked same(Validators validators, @Nullable Wait fresh) {
      return said(
          old == null || old.text() == null ? "" : old.text(),
          validators,
          old == null ? null : old.validatorsUrl(),
          fresh);
    }

    /**
     * What was said before still counts, for a while.
     *
     * @param retryAfter how long it is to be left alone, {@link Times#LONGEST_SILENCE} at most;
     *     null if that was not said
     */
    Asked failing(String problem, @Nullable Duration retryAfter) {
      Duration silence = retryAfter == null ? KEPT_AT_LEAST : longer(retryAfter, KEPT_AT_LEAST);
      Instant next = now.plus(silence);
      return new Asked(
          new RobotsCopy(
              origin,
              now,
              next,
              failingSince(),
              problem,
              old == null ? null : old.text(),
              old == null ? Validators.NONE : old.validators(),
              old == null ? null : old.validatorsUrl()));
    }

    /** Failures far apart are none that lasts: nobody knows what was in between. */
    private Instant failingSince() {
      Instant since = old == null ? null : old.failingSince();
      boolean lasts = old != null && !old.askedAt().plus(ONE_FAILURE).isBefore(now);
      return lasts && since != null ? since : now;
    }

    private static Duration kept(Duration asked) {
      return asked.compareTo(KEPT_AT_MOST) > 0 ? KEPT_AT_MOST : longer(asked, KEPT_AT_LEAST);
    }

    private static Duration longer(Duration a, Duration b) {
      return a.compareTo(b) > 0 ? a : b;
    }
  }
}
