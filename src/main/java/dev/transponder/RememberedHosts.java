package dev.transponder;

import dev.transponder.model.Settings.Pace;
import dev.transponder.schedule.SharedHosts;
import dev.transponder.store.HostTurn;
import dev.transponder.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Hands the store's memory of hosts to the pacer. */
record RememberedHosts(Store store) implements SharedHosts {
  /** Longer than any request takes. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

  /** No restart is faster than that, so a gap that is not longer is kept without a memory. */
  private static final Duration START = Duration.ofSeconds(3);

  @Override
  public Map<String, Instant> held(Instant now) {
    return store.held(now);
  }

  @Override
  public void hold(String host, Instant now, Instant until) {
    store.hold(host, now, until);
  }

  /** A store of our own has no other nodes, but a long gap is kept over a restart. */
  @Override
  public Answer take(String host, Pace pace, InstantSource clock) {
    if (!store.isShared() && pace.gap().compareTo(START) <= 0) {
      return new Taken(clock.instant(), _ -> {});
    }
    return switch (store.takeTurn(host, pace, clock, LONGEST_TURN)) {
      case HostTurn.Taken(long id, Instant at) ->
          new Taken(at, next -> store.giveTurnBack(id, next));
      case HostTurn.Later(Instant at) -> new Later(at);
      case HostTurn.Held(Instant until) -> new Held(until);
    };
  }
}
