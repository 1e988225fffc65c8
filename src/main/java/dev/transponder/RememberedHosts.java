package dev.transponder;

import dev.transponder.model.Settings.Pace;
import dev.transponder.schedule.SharedHosts;
import dev.transponder.store.HostTurn;
import dev.transponder.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Hands the store's memory of hosts to the pacer. */
record RememberedHosts(Store store) implements SharedHosts {
  /** Longer than any request takes. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

  private static final Taken OURS_ALONE = new Taken(() -> {});

  @Override
  public Map<String, Instant> held(Instant now) {
    return store.held(now);
  }

  @Override
  public void hold(String host, Instant until) {
    store.hold(host, until);
  }

  /** A store of our own has no other nodes. */
  @Override
  public Answer take(String host, Pace pace, Instant now) {
    if (!store.isShared()) {
      return OURS_ALONE;
    }
    return switch (store.takeTurn(host, pace, now, now.plus(LONGEST_TURN))) {
      case HostTurn.Taken(long id) -> new Taken(() -> store.giveTurnBack(id));
      case HostTurn.Later(Instant at) -> new Later(at);
      case HostTurn.Held(Instant until) -> new Held(until);
    };
  }
}
