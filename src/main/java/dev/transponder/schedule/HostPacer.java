package dev.transponder.schedule;

import dev.transponder.model.Pacing;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Spaces the requests to each host: so many at once, so long between two starts, first come first
 * served. Rules are read anew for each request. Thread safe; waiting costs no CPU and no carrier
 * thread.
 */
public final class HostPacer implements Pacing {
  private static final int SWEEP_AT_LEAST_AT = 64;

  private final Supplier<PacingRules> rules;
  private final InstantSource clock;
  private final UnaryOperator<Duration> pause;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Lane> lanes = new HashMap<>();
  private int sweepAt = SWEEP_AT_LEAST_AT;

  /**
   * @param rules asked for each request
   */
  public HostPacer(Supplier<PacingRules> rules, InstantSource clock) {
    this(rules, clock, UnaryOperator.identity());
  }

  /**
   * @param pause how long a wait really lasts; tests move their clock instead of waiting
   */
  HostPacer(Supplier<PacingRules> rules, InstantSource clock, UnaryOperator<Duration> pause) {
    this.rules = rules;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Turn await(String host) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      sweep();
      Lane lane = lanes.computeIfAbsent(host, _ -> new Lane());
      Condition place = lock.newCondition();
      lane.queue.addLast(place);
      try {
        return turn(host, lane, place);
      } finally {
        lane.queue.remove(place);
        lane.callNext();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void hold(String host, Instant until) {
    lock.lock();
    try {
      Lane lane = lanes.computeIfAbsent(host, _ -> new Lane());
      if (until.isAfter(lane.heldUntil)) {
        lane.heldUntil = until;
        lane.queue.forEach(Condition::signal);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void slow(String host, Duration gap) {
    lock.lock();
    try {
      lanes.computeIfAbsent(host, _ -> new Lane()).wish = gap;
    } finally {
      lock.unlock();
    }
  }

  /** How many hosts are remembered. */
  int hosts() {
    lock.lock();
    try {
      sweepAt = 0;
      sweep();
      return lanes.size();
    } finally {
      lock.unlock();
    }
  }

  private Turn turn(String host, Lane lane, Condition place) throws InterruptedException {
    while (true) {
      Instant now = clock.instant();
      if (lane.heldUntil.isAfter(now)) {
        return new Held(lane.heldUntil);
      }
      Pace pace = rules.get().of(host);
      if (!place.equals(lane.queue.peekFirst()) || lane.running >= pace.parallel()) {
        place.await();
        continue;
      }
      Duration wait = lane.untilNextStart(now, pace.gap());
      if (!wait.isPositive()) {
        lane.lastStart = now;
        lane.running++;
        return new Permit(lane);
      }
      place.awaitNanos(pause.apply(wait).toNanos());
    }
  }

  /** Forgets hosts that nothing is known of any more; at constant cost over time. */
  private void sweep() {
    if (lanes.size() >= sweepAt) {
      Instant now = clock.instant();
      PacingRules current = rules.get();
      lanes.entrySet().removeIf(e -> e.getValue().isIdle(now, current.of(e.getKey()).gap()));
      sweepAt = Math.max(SWEEP_AT_LEAST_AT, 2 * lanes.size());
    }
  }

  /** What is known of one host; guarded by the lock. */
  private static final class Lane {
    private final Deque<Condition> queue = new ArrayDeque<>();
    private int running;
    private @Nullable Instant lastStart;
    private Instant heldUntil = Instant.MIN;
    private Duration wish = Duration.ZERO;

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
          && !heldUntil.isAfter(now)
          && !untilNextStart(now, gap).isPositive();
    }

    void callNext() {
      Condition next = queue.peekFirst();
      if (next != null) {
        next.signal();
      }
    }
  }

  /** A place among the running requests of a host. */
  private final class Permit implements Granted {
    private final Lane lane;
    private boolean open = true;

    Permit(Lane lane) {
      this.lane = lane;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (open) {
          open = false;
          lane.running--;
          lane.callNext();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
