package dev.transponder.refresh;

import dev.transponder.model.Settings.PacingRules;
import dev.transponder.store.Due;
import dev.transponder.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Claims due sources for this node, second by second. Not thread safe. */
final class DueSources {
  /**
   * After that a source whose refresh never ended (its node died, or could not store it) is claimed
   * again, and not earlier: a program that dies of a source again and again must not ask its site
   * more often than one that lives.
   */
  static final Duration LEASE = Duration.ofHours(1);

  /** More due sources than these need not be known to choose among them. */
  private static final int IN_VIEW = 5_000;

  private static final Duration RENEWAL = Duration.ofMinutes(10);

  /** Clocks are set by less all the time. */
  private static final Duration SET_BACK = Duration.ofMinutes(1);

  private final Store store;
  private final Outage outage;
  private final Supplier<PacingRules> pacing;
  private final String node;
  private final InstantSource clock;
  private @Nullable Instant lastTick;
  private Instant renewed = Instant.MIN;

  DueSources(
      Store store, Outage outage, Supplier<PacingRules> pacing, String node, InstantSource clock) {
    this.store = store;
    this.outage = outage;
    this.pacing = pacing;
    this.node = node;
    this.clock = clock;
  }

  /**
   * Claims what is to be refreshed now; called about once a second.
   *
   * @param room how many at most
   * @param running the sources that this node refreshes just now: their claims are kept
   * @return their ids
   */
  List<String> claim(int room, Set<String> running) {
    Instant now = clock.instant();
    watchClock(now);
    keepClaims(now, running);
    List<Due> due = room == 0 ? List.of() : store.due(now, IN_VIEW);
    if (due.isEmpty()) {
      return List.of();
    }
    PacingRules rules = pacing.get();
    ToIntFunction<String> parallel = host -> rules.of(host).parallel();
    Map<String, Integer> busy = store.hosts(running);
    List<String> chosen =
        outage.isOn()
            ? withoutNetwork(due, busy, room, parallel)
            : Crowd.choose(due, busy, room, parallel);
    return chosen.isEmpty() ? List.of() : store.claim(node, chosen, now, LEASE);
  }

  /** Files are read as ever; of all others one is tried now and then. */
  private List<String> withoutNetwork(
      List<Due> due, Map<String, Integer> busy, int room, ToIntFunction<String> parallel) {
    Map<Boolean, List<Due>> files =
        due.stream().collect(Collectors.partitioningBy(source -> source.host().isEmpty()));
    List<Due> sites = files.getOrDefault(false, List.of());
    List<String> chosen = new ArrayList<>();
    if (!sites.isEmpty() && outage.mayProbe()) {
      chosen.addAll(Crowd.choose(sites, busy, 1, parallel));
    }
    List<Due> local = files.getOrDefault(true, List.of());
    chosen.addAll(Crowd.choose(local, busy, room - chosen.size(), parallel));
    return chosen;
  }

  /**
   * At the first tick nobody knows whether the clock was set back while the program stood still.
   */
  private void watchClock(Instant now) {
    if (lastTick == null || now.isBefore(lastTick.minus(SET_BACK))) {
      store.rebase(now, LEASE);
    }
    lastTick = now;
  }

  private void keepClaims(Instant now, Set<String> running) {
    if (renewed.isBefore(now.minus(RENEWAL)) || renewed.isAfter(now)) {
      store.renew(node, running, now.plus(LEASE));
      renewed = now;
    }
  }
}
