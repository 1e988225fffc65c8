package dev.transponder.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HostPacer} knows of one host: who waits, what runs, until when it is to be left
 * alone. Not thread safe: guarded by the lock of the pacer.
 */
final class Lane {
  /** Those who wait, the first one first. */
  final Deque<Condition> queue = new ArrayDeque<>();

  int running;

  /**
   * Those of the running that have not gone out yet: until then nobody knows when the gap begins.
   */
  int unsent;

  @Nullable Instant lastStart;
  private Instant heldAt = Instant.EPOCH;
  private Instant heldUntil = Instant.EPOCH;

  /** URLs that answered 503, and until when they want to be left alone. */
  final Map<String, Instant> busy = new HashMap<>();

  /** The least time between two requests that its robots.txt asks for. */
  Duration wish = Duration.ZERO;

  void hold(Instant now, Instant until) {
    heldAt = now;
    heldUntil = until;
  }

  /** A silence is as long as it was, also if the clock was set back in the middle of it. */
  Instant heldUntil(Instant now) {
    if (heldAt.isAfter(now)) {
      hold(now, now.plus(Duration.between(heldAt, heldUntil)));
    }
    return heldUntil;
  }

  /** By the longer of our own gap and the one that the site wishes. */
  Duration untilNextStart(Instant now, Duration ownGap) {
    Duration gap = wish.compareTo(ownGap) > 0 ? wish : ownGap;
    if (lastStart == null) {
      return Duration.ZERO;
    }
    if (lastStart.isAfter(now)) {
      lastStart = now; // the clock was set back: wait one gap, not the difference
    }
    return Duration.between(now, lastStart.plus(gap));
  }

  boolean isIdle(Instant now, Duration gap) {
    return queue.isEmpty()
        && running == 0
        && !heldUntil(now).isAfter(now)
        && busy.values().stream().noneMatch(end -> end.isAfter(now))
        && !untilNextStart(now, gap).isPositive();
  }

  void callNext() {
    Condition next = queue.peekFirst();
    if (next != null) {
      next.signal();
    }
  }
}
