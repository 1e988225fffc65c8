package dev.transponder.schedule;

import dev.transponder.model.Pacing;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Spaces the requests to each host: so many at once, so long between two starts, first come first
 * served. Rules are read anew for each request. Thread safe; waiting costs no CPU and no carrier
 * thread.
 */
public final class HostPacer implements Pacing {
  private static final int SWEEP_AT_LEAST_AT = 64;

  private final Supplier<PacingRules> rules;
  private final SharedHosts shared;
  private final InstantSource clock;
  private final UnaryOperator<Duration> pause;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Lane> lanes = new HashMap<>();
  private int sweepAt = SWEEP_AT_LEAST_AT;

  /**
   * A pacer that knows which hosts are to be left alone from before.
   *
   * @param rules asked for each request
   */
  public HostPacer(Supplier<PacingRules> rules, SharedHosts shared, InstantSource clock) {
    this(rules, shared, clock, UnaryOperator.identity());
  }

  /**
   * @param pause how long a wait really lasts; tests move their clock instead of waiting
   */
  HostPacer(
      Supplier<PacingRules> rules,
      SharedHosts shared,
      InstantSource clock,
      UnaryOperator<Duration> pause) {
    this.rules = rules;
    this.shared = shared;
    this.clock = clock;
    this.pause = pause;
    Instant now = clock.instant();
    shared
        .held(now)
        .forEach((host, until) -> lanes.computeIfAbsent(host, _ -> new Lane()).hold(now, until));
  }

  @Override
  public Turn await(String host) throws InterruptedException {
    return switch (ours(host)) {
      case Permit permit -> {
        boolean taken = false;
        try {
          Turn turn = everybodys(host, permit);
          taken = turn.equals(permit);
          yield turn;
        } finally {
          if (!taken) {
            permit.close();
          }
        }
      }
      case Turn held -> held;
    };
  }

  /** A turn among the requests of this process. */
  private Turn ours(String host) throws InterruptedException {
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

  /** A turn among the requests of all nodes; the permit is given back where it is not used. */
  private Turn everybodys(String host, Permit permit) throws InterruptedException {
    while (true) {
      Pace pace = permit.slowed(rules.get().of(host));
      switch (shared.take(host, pace, clock)) {
        case SharedHosts.Taken(Instant at, Consumer<Instant> end) -> {
          permit.startsAt(at, pace.gap(), end);
          Instant heldUntil = permit.heldUntil();
          return heldUntil.isAfter(clock.instant()) ? new Held(heldUntil) : permit;
        }
        case SharedHosts.Held(Instant until) -> {
          return new Held(until);
        }
        case SharedHosts.Later(Instant at) -> {
          Duration wait = Duration.between(clock.instant(), at);
          if (wait.isPositive()) {
            Thread.sleep(pause.apply(wait));
          }
        }
      }
    }
  }

  @Override
  public void hold(String host, Instant until) {
    Instant now = clock.instant();
    lock.lock();
    try {
      Lane lane = lanes.computeIfAbsent(host, _ -> new Lane());
      if (until.isAfter(lane.heldUntil(now))) {
        lane.hold(now, until);
        lane.queue.forEach(Condition::signal);
      }
    } finally {
      lock.unlock();
    }
    shared.hold(host, now, until);
  }

  @Override
  public void busy(String host, String url, Instant until) {
    Instant now = clock.instant();
    Instant first = until;
    boolean all;
    lock.lock();
    try {
      Map<String, Instant> busy = lanes.computeIfAbsent(host, _ -> new Lane()).busy;
      busy.values().removeIf(end -> !end.isAfter(now));
      busy.put(url, until);
      all = busy.size() > 1;
      for (Instant end : busy.values()) {
        first = end.isBefore(first) ? end : first;
      }
    } finally {
      lock.unlock();
    }
    if (all) {
      hold(host, first);
    }
  }

  @Override
  public void answered(String host) {
    lock.lock();
    try {
      Lane lane = lanes.get(host);
      if (lane != null) {
        lane.busy.clear();
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

  /** How many hosts are remembered, once those are forgotten of which nothing is known. */
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
      Instant heldUntil = lane.heldUntil(now);
      if (heldUntil.isAfter(now)) {
        return new Held(heldUntil);
      }
      Pace pace = rules.get().of(host);
      if (!place.equals(lane.queue.peekFirst())
          || lane.unsent > 0
          || lane.running >= pace.parallel()) {
        place.await();
        continue;
      }
      Duration wait = lane.untilNextStart(now, pace.gap());
      if (!wait.isPositive()) {
        lane.lastStart = now;
        lane.running++;
        lane.unsent++;
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

  /** A place among the running requests of a host. */
  private final class Permit implements Granted {
    private final Lane lane;
    private Consumer<Instant> end = _ -> {};
    private Duration gap = Duration.ZERO;
    private boolean open = true;
    private boolean unsent = true;

    Permit(Lane lane) {
      this.lane = lane;
    }

    /** The pace with the gap that the site wishes, where that is longer. */
    Pace slowed(Pace pace) {
      lock.lock();
      try {
        return lane.wish.compareTo(pace.gap()) > 0 ? new Pace(pace.parallel(), lane.wish) : pace;
      } finally {
        lock.unlock();
      }
    }

    /** The request starts later than this process alone would have started it. */
    void startsAt(Instant at, Duration gapToNext, Consumer<Instant> atItsEnd) {
      lock.lock();
      try {
        lane.lastStart = at;
        end = atItsEnd;
        gap = gapToNext;
      } finally {
        lock.unlock();
      }
    }

    /** Another request may have been told so while this one waited for the other nodes. */
    Instant heldUntil() {
      lock.lock();
      try {
        return lane.heldUntil(clock.instant());
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void sent() {
      lock.lock();
      try {
        lane.lastStart = clock.instant();
        goneOut();
      } finally {
        lock.unlock();
      }
    }

    private void goneOut() {
      if (unsent) {
        unsent = false;
        lane.unsent--;
        lane.callNext();
      }
    }

    @Override
    public void close() {
      Instant next;
      lock.lock();
      try {
        if (!open) {
          return;
        }
        open = false;
        lane.running--;
        goneOut();
        lane.callNext();
        Instant last = lane.lastStart == null ? clock.instant() : lane.lastStart;
        next = last.plus(gap);
      } finally {
        lock.unlock();
      }
      end.accept(next);
    }
  }
}
