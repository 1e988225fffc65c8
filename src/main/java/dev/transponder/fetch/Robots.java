package dev.transponder.fetch;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Pacing;
import dev.transponder.model.RobotsCopy;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the robots.txt of an origin lets us ask for a URL (RFC 9309). What it says is known
 * for a day at most, and is asked for once however many sources want to know. Thread safe.
 */
final class Robots {
  /** RFC 9309 section 2.3.1.4: a site whose robots.txt fails for so long has none. */
  private static final Duration FAILING_AT_MOST = Duration.ofDays(30);

  /** Each place that waits for a slow host is one of the few that all sources share. */
  private static final Duration DELAY_AT_MOST = Duration.ofSeconds(20);

  private static final int ORIGINS_AT_HAND = 64;

  private final RobotsRenewal renewal;
  private final RobotsMemory memory;
  private final Pacing pacing;
  private final InstantSource clock;
  private final Map<String, Place> places = Collections.synchronizedMap(new RecentPlaces());

  Robots(RobotsRenewal renewal, RobotsMemory memory, Pacing pacing, InstantSource clock) {
    this.renewal = renewal;
    this.memory = memory;
    this.pacing = pacing;
    this.clock = clock;
  }

  /**
   * Why a URL must not be asked for now, null if it may. Sends a request for its robots.txt if what
   * is known of it is too old.
   *
   * @param source on whose behalf
   */
  @Nullable Outcome refusal(Source source, HttpUrl url, Use use) throws InterruptedException {
    String origin = url.scheme() + "://" + url.host() + ":" + url.port();
    Place place = places.computeIfAbsent(origin, _ -> new Place());
    place.lock.lockInterruptibly();
    try {
      Instant now = clock.instant();
      if (place.copy == null || isDue(place.copy, now)) {
        place.keep(memory.robots(origin));
      }
      if (place.copy == null || isDue(place.copy, now)) {
        switch (renewal.ask(source, url, origin, place.copy)) {
          case RobotsRenewal.Asked(RobotsCopy copy) -> {
            memory.remember(copy);
            place.keep(copy);
          }
          case RobotsRenewal.NotAsked(Outcome why) -> {
            return use != Use.PAGE
                ? null
                : why instanceof Failed refused ? unknown(url, refused) : why;
          }
        }
      }
      return judge(place, url, use, clock.instant());
    } finally {
      place.lock.unlock();
    }
  }

  /** Also if its next look lies further ahead than any look can: the clock was set back. */
  private static boolean isDue(RobotsCopy copy, Instant now) {
    Duration furthest = copy.problem() == null ? RobotsRenewal.KEPT_AT_MOST : Times.LONGEST_SILENCE;
    return !copy.nextLook().isAfter(now) || copy.nextLook().isAfter(now.plus(furthest));
  }

  private @Nullable Outcome judge(Place place, HttpUrl url, Use use, Instant now) {
    RobotsCopy copy = place.copy;
    if (copy == null || failsForGood(copy, now)) {
      return null;
    }
    if (copy.text() == null) {
      return use == Use.PAGE
          ? unknown(url, new Failed(Failure.UNUSABLE, 0, String.valueOf(copy.problem())))
          : null;
    }
    if (use != Use.PAGE && !place.rules.named()) {
      return null;
    }
    Duration delay = place.rules.delay();
    pacing.slow(url.host(), delay.compareTo(DELAY_AT_MOST) > 0 ? DELAY_AT_MOST : delay);
    String rule = place.rules.forbidding(url);
    // Without the query, which may hold a secret.
    String path = Words.brief(url.encodedPath());
    return rule == null
        ? null
        : new Failed(
            Failure.FORBIDDEN,
            0,
            "robots.txt of %s forbids %s (%s)".formatted(host(url), path, rule));
  }

  private static Failed unknown(HttpUrl url, Failed problem) {
    String message =
        "robots.txt of %s cannot be had (%s): its pages are not asked for"
            .formatted(host(url), problem.message());
    return new Failed(problem.failure(), 0, message);
  }

  private static boolean failsForGood(RobotsCopy copy, Instant now) {
    Instant since = copy.failingSince();
    return since != null && !since.plus(FAILING_AT_MOST).isAfter(now);
  }

  private static String host(HttpUrl url) {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return usual ? url.host() : url.host() + ":" + url.port();
  }

  /** What is at hand of one origin; guarded by its lock. */
  private static final class Place {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable RobotsCopy copy;
    private RobotsRules rules = RobotsRules.NONE;

    void keep(@Nullable RobotsCopy now) {
      copy = now;
      rules = now == null || now.text() == null ? RobotsRules.NONE : RobotsRules.of(now.text());
    }
  }

  /**
   * Forgets the origins that nobody has asked about for the longest time; one that is being asked
   * stays, or it would be asked twice at a time.
   */
  private static final class RecentPlaces extends LinkedHashMap<String, Place> {
    private static final long serialVersionUID = 1L;

    RecentPlaces() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
      Iterator<Place> oldestFirst = values().iterator();
      while (size() > ORIGINS_AT_HAND && oldestFirst.hasNext()) {
        if (!oldestFirst.next().lock.isLocked()) {
          oldestFirst.remove();
        }
      }
      return false;
    }
  }
}
