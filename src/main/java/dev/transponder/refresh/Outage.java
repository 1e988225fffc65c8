package dev.transponder.refresh;

import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.store.Store;
import dev.transponder.text.HostName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an outage of our own is no source's fault: failures that came of it are taken
 * back, and while it lasts only one source a minute is tried. {@link Network} tells whether it is
 * one. Thread safe.
 */
final class Outage {
  private final Store store;
  private final InstantSource clock;
  private final Network network = new Network();

  Outage(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a look into account that was stored, and takes back what was stored of sources that
   * failed while it was our network that was down.
   *
   * @param old what was known of the source before the look
   * @param at when it ended, as stored with its result
   * @return whether anything was taken back
   */
  boolean judge(Source source, SourceState old, Look look, @Nullable Instant at) {
    String host = HostName.of(Objects.requireNonNullElse(old.asked(), source.url()));
    if (host.isEmpty() || at == null) {
      return false;
    }
    List<Network.Failure> ours = List.of();
    switch (Network.sign(look)) {
      case REACHED -> network.reached(host, at);
      case NOT_REACHED -> ours = network.missed(host, new Network.Failure(old, at));
      case NONE -> {}
    }
    ours.forEach(this::forgive);
    return !ours.isEmpty();
  }

  private void forgive(Network.Failure failure) {
    SourceState before = failure.before();
    NextCheck next = NextCheck.afterOutage(before, clock.instant());
    store.takeBack(before, failure.at(), next.at(), next.reason());
  }

  /** Whether nobody is reached just now. */
  boolean isOn() {
    return network.isDown(clock.instant());
  }

  /** Whether one source may be tried while nobody is reached; true once a minute. */
  boolean mayProbe() {
    return network.mayProbe(clock.instant());
  }
}
