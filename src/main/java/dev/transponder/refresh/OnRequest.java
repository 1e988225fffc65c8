package dev.transponder.refresh;

import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.store.Store;
import dev.transponder.text.HostName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes sources because somebody asks for it, whether they are due or not: one request of many
 * sources. Does not override a Retry-After, a 410 or a pause. Thread safe.
 */
final class OnRequest {
  /** Whoever wants a source that another node refreshes waits so long for it, looking so often. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration GLANCE = Duration.ofMillis(250);

  private final Store store;
  private final Refresher refresher;
  private final PacingRules pacing;
  private final String node;
  private final InstantSource clock;
  private final Semaphore places;
  private final UnderWay underWay;
  private final Instant asked;
  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

  /**
   * A request of now.
   *
   * @param places how many sources may still be refreshed at a time, those that are due included
   */
  OnRequest(
      Store store,
      Refresher refresher,
      PacingRules pacing,
      String node,
      InstantSource clock,
      Semaphore places,
      UnderWay underWay) {
    this.store = store;
    this.refresher = refresher;
    this.pacing = pacing;
    this.node = node;
    this.clock = clock;
    this.places = places;
    this.underWay = underWay;
    this.asked = clock.instant();
  }

  /** Refreshes one source, or says why not; waits for its turn. */
  RefreshResult refresh(Source source) throws InterruptedException {
    if (source.paused()) {
      String why = "is paused in feeds.yml";
      return new RefreshResult(source.id(), false, 0, 0, why, Instant.MAX, "paused in feeds.yml");
    }
    // A place is taken once the host has room: sources that wait for one host hold up no other.
    Semaphore host = hosts.computeIfAbsent(HostName.of(source.url()), this::roomOf);
    host.acquire();
    try {
      return inTurn(source);
    } finally {
      host.release();
    }
  }

  private Semaphore roomOf(String host) {
    return new Semaphore(host.isEmpty() ? Integer.MAX_VALUE : pacing.of(host).parallel());
  }

  private RefreshResult inTurn(Source source) throws InterruptedException {
    Instant foundElsewhere = null;
    while (true) {
      RefreshResult unneeded = unneeded(store.state(source.id()));
      if (unneeded != null) {
        return unneeded;
      }
      places.acquire();
      UnderWay.Attempt attempt;
      try {
        attempt = underWay.begin(source.id(), () -> claim(source));
        if (attempt instanceof UnderWay.Begun) {
          return begun(source);
        }
      } finally {
        places.release();
      }
      switch (attempt) {
        case UnderWay.Running(Future<Optional<RefreshResult>> other) -> {
          Optional<RefreshResult> result = join(other);
          if (result.isPresent()) {
            return result.get();
          }
        }
        case UnderWay.Elsewhere _ -> {
          Instant now = clock.instant();
          foundElsewhere = foundElsewhere == null ? now : foundElsewhere;
          if (now.isAfter(foundElsewhere.plus(PATIENCE))) {
            return leftAlone(store.state(source.id()), "is being refreshed already");
          }
          Thread.sleep(GLANCE);
        }
        case UnderWay.Begun _ -> throw new IllegalStateException("it has ended");
      }
    }
  }

  private boolean claim(Source source) {
    return store.claimNow(node, source.id(), clock.instant(), DueSources.LEASE);
  }

  /** What was known while we waited may be known no more: it is looked at again under the claim. */
  private RefreshResult begun(Source source) throws InterruptedException {
    Optional<RefreshResult> result = Optional.empty();
    try {
      RefreshResult unneeded = unneeded(store.state(source.id()));
      if (unneeded != null) {
        store.release(node, source.id());
        return unneeded;
      }
      result = Optional.of(refresher.refresh(source, node));
      return result.get();
    } catch (InterruptedException e) {
      store.release(node, source.id());
      throw e;
    } finally {
      underWay.end(source.id(), result);
    }
  }

  private static Optional<RefreshResult> join(Future<Optional<RefreshResult>> other)
      throws InterruptedException {
    try {
      return other.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a refresh ends with a result or without one", e);
    }
  }

  /** What there is to say of a source that needs no request, or may get none; else null. */
  private @Nullable RefreshResult unneeded(SourceState state) {
    if (state.lastAt() != null && state.lastAt().isAfter(asked)) {
      return elsewhere(state);
    }
    Instant now = clock.instant();
    Instant silentUntil = state.habits().silentUntil();
    boolean gone = state.state() == State.GONE && state.nextCheck().isAfter(now);
    boolean silent = silentUntil != null && silentUntil.isAfter(now);
    return gone || silent ? leftAlone(state, "left alone: " + state.reason()) : null;
  }

  /** What somebody else has stored since; how much of it was new is known there alone. */
  private static RefreshResult elsewhere(SourceState state) {
    return new RefreshResult(
        state.sourceId(),
        state.state() == State.OK,
        0,
        0,
        String.valueOf(state.lastResult()),
        state.nextCheck(),
        state.reason());
  }

  private static RefreshResult leftAlone(SourceState state, String why) {
    return new RefreshResult(state.sourceId(), false, 0, 0, why, state.nextCheck(), state.reason());
  }
}
