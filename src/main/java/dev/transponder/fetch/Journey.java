package dev.transponder.fetch;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Moved;
import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Pacing;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks a URL and follows its redirects: past the gate of robots.txt, one turn of the host's pacing
 * for each request, secrets and validators only where they belong, never from https to http. Used
 * once, by one thread.
 */
final class Journey {
  private static final Duration UNSAID_SILENCE = Duration.ofHours(1);

  /** "Retry-After: 0" with a 429 contradicts itself. */
  private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(1);

  private final Wire wire;
  private final Limits limits;
  private final Pacing pacing;
  private final InstantSource clock;
  private final Times times;
  private final Verdict verdict;
  private final Requests requests;
  private final Conditions conditions;
  private final boolean allowPrivate;
  private final Gate gate;
  private Duration left;

  Journey(
      Wire wire,
      Limits limits,
      Pacing pacing,
      InstantSource clock,
      Requests requests,
      Source source,
      Conditions conditions,
      Gate gate) {
    this.wire = wire;
    this.limits = limits;
    this.pacing = pacing;
    this.clock = clock;
    this.times = new Times(clock);
    this.verdict = new Verdict(limits, times);
    this.requests = requests;
    this.conditions = conditions;
    this.allowPrivate = source.allowPrivate();
    this.gate = gate;
    this.left = limits.deadline();
  }

  Outcome from(HttpUrl start) throws InterruptedException {
    Set<HttpUrl> seen = new HashSet<>();
    HttpUrl at = Requests.bare(start);
    boolean forGood = true;
    while (seen.add(at)) {
      if (seen.size() > limits.hops() + 1) {
        return unusable("more than " + limits.hops() + " redirects");
      }
      switch (step(at)) {
        case Ended(Outcome there, boolean answered) -> {
          return answered && forGood && seen.size() > 1 ? new Moved(at.toString(), there) : there;
        }
        case Onward(HttpUrl to, boolean permanent) -> {
          forGood &= permanent;
          at = to;
        }
      }
    }
    return unusable("redirects in a circle");
  }

  private Step step(HttpUrl at) throws InterruptedException {
    Outcome refusal = gate.refusal(at);
    if (refusal != null) {
      return new Ended(refusal, false);
    }
    return switch (pacing.await(at.host())) {
      case Pacing.Held(Instant until) -> new Ended(new Throttled(0, untilThen(until)), false);
      case Pacing.Granted turn -> {
        try (turn) {
          yield exchange(at, turn);
        }
      }
    };
  }

  private Step exchange(HttpUrl at, Pacing.Granted turn) throws InterruptedException {
    Validators sent = conditions.to(at);
    long start = System.nanoTime();
    try {
      if (!left.isPositive()) {
        return new Ended(Failures.tooSlow(limits), false);
      }
      boolean mayBePrivate = allowPrivate || requests.isOwnHost(at);
      Answer answer = wire.ask(requests.to(at, sent), mayBePrivate, left, limits, turn::sent);
      tellPacing(at, answer);
      Step onward = onward(answer);
      return onward == null ? new Ended(verdict.of(answer, sent), true) : onward;
    } catch (IOException e) {
      return new Ended(Failures.of(e, at, limits), e instanceof Unusable);
    } finally {
      left = left.minusNanos(System.nanoTime() - start);
    }
  }

  private void tellPacing(HttpUrl at, Answer answer) {
    switch (answer.status()) {
      case 429 -> pacing.hold(at.host(), clock.instant().plus(silence(answer)));
      case 503 -> pacing.busy(at.host(), at.toString(), clock.instant().plus(silence(answer)));
      case 304 -> pacing.answered(at.host());
      default -> {
        if (answer.status() / 100 == 2) {
          pacing.answered(at.host());
        }
      }
    }
  }

  private Duration silence(Answer answer) {
    Duration asked = times.retryAfter(answer.headers());
    if (asked == null) {
      return UNSAID_SILENCE;
    }
    return asked.compareTo(SHORTEST_SILENCE) < 0 ? SHORTEST_SILENCE : asked;
  }

  private Duration untilThen(Instant until) {
    Duration wait = Duration.between(clock.instant(), until);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** Where the answer sends us; null if it does not. */
  private static @Nullable Step onward(Answer answer) {
    boolean permanent = answer.status() == 301 || answer.status() == 308;
    boolean temporary = answer.status() == 302 || answer.status() == 303 || answer.status() == 307;
    String location = answer.headers().get("Location");
    if (!(permanent || temporary) || location == null) {
      return null;
    }
    HttpUrl to = answer.from().resolve(location);
    if (to == null) {
      return leadsAstray("redirects to something that is neither http nor https");
    }
    if (answer.from().isHttps() && !to.isHttps()) {
      return leadsAstray("redirects from https to http");
    }
    return new Onward(Requests.bare(to), permanent);
  }

  private static Step leadsAstray(String message) {
    return new Ended(unusable(message), false);
  }

  private static Outcome unusable(String message) {
    return new Failed(Failure.UNUSABLE, 0, message);
  }

  /** Asked before each request; what it answers ends the journey, null lets it pass. */
  @FunctionalInterface
  interface Gate {
    Gate OPEN = _ -> null;

    @Nullable Outcome refusal(HttpUrl at) throws InterruptedException;
  }

  /** What one request leads to. */
  private sealed interface Step {}

  /**
   * An end.
   *
   * @param answered whether the site itself said so
   */
  private record Ended(Outcome outcome, boolean answered) implements Step {}

  private record Onward(HttpUrl to, boolean permanent) implements Step {}
}
