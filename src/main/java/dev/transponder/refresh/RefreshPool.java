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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refreshes many sources at a time, each on a virtual thread of its own and only under a claim, so
 * that no two refreshes of one source meet, here or on another node. Thread safe.
 */
public final class RefreshPool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RefreshPool.class);

  /** Bounds the memory: each may hold a document of up to 20 MB and its tree. */
  private static final int AT_A_TIME = 32;

  /** Whoever wants a source that another node refreshes waits so long for it, looking so often. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration GLANCE = Duration.ofMillis(250);

  private final Store store;
  private final Refresher refresher;
  private final Function<String, @Nullable Source> sources;
  private final Supplier<PacingRules> pacing;
  private final String node;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final UnderWay underWay = new UnderWay();
  private final DueSources due;

  /**
   * A pool that runs nothing yet.
   *
   * @param sources the configured source of an id, null if it is no longer there
   * @param pacing the rules in force
   * @param node names this process among those that share the store
   */
  public RefreshPool(
      Store store,
      Refresher refresher,
      Function<String, @Nullable Source> sources,
      Supplier<PacingRules> pacing,
      String node,
      InstantSource clock) {
    this.store = store;
    this.refresher = refresher;
    this.sources = sources;
    this.pacing = pacing;
    this.node = node;
    this.clock = clock;
    this.due = new DueSources(store, refresher, pacing, node, clock);
  }

  /**
   * Starts a refresh of as many due sources as there is room for, and does not wait for them.
   * Called about once a second, never twice at a time.
   */
  public void startDue() {
    int room = places.drainPermits();
    List<String> claimed = List.of();
    try {
      claimed = underWay.begin(() -> due.claim(room));
    } finally {
      places.release(room - claimed.size());
    }
    for (String id : claimed) {
      threads.execute(() -> inPlace(id, sources.apply(id)));
    }
  }

  private void inPlace(String id, @Nullable Source source) {
    Optional<RefreshResult> result = Optional.empty();
    try {
      if (source == null) {
        store.release(node, id);
      } else {
        result = Optional.of(refresher.refresh(source));
        log.info("{}", result.get().line());
      }
    } catch (InterruptedException e) {
      store.release(node, id);
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("refresh {}: could not be stored, tried again when its claim runs out", id, e);
    } finally {
      underWay.end(id, result);
      places.release();
    }
  }

  /**
   * Refreshes the given sources now, whether due or not, and waits for all of them. A source that
   * is paused, gone or asked for silence is left alone and says so; one that is being refreshed is
   * waited for, and is not looked at once more.
   *
   * @param progress is told each result as it comes, from any thread
   * @return the results in the order of the sources
   * @throws InterruptedException if the pool is closed before all are done
   */
  public List<RefreshResult> refreshNow(Collection<Source> wanted, Consumer<RefreshResult> progress)
      throws InterruptedException {
    List<Future<RefreshResult>> running = new ArrayList<>();
    Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    for (Source source : wanted) {
      running.add(
          threads.submit(
              () -> {
                RefreshResult result = oneNow(source, hosts);
                progress.accept(result);
                return result;
              }));
    }
    List<RefreshResult> results = new ArrayList<>();
    for (Future<RefreshResult> one : running) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case RuntimeException cause -> throw cause;
          case InterruptedException closed -> throw closed;
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      }
    }
    return results;
  }

  private RefreshResult oneNow(Source source, Map<String, Semaphore> hosts)
      throws InterruptedException {
    if (source.paused()) {
      return paused(source);
    }
    SourceState state = store.state(source.id());
    String alone = reasonToLeaveAlone(state);
    if (alone != null) {
      return leftAlone(state, alone);
    }
    // A place is taken once the host has room: sources that wait for one host hold up no other.
    Semaphore host = hosts.computeIfAbsent(HostName.of(source.url()), this::roomOf);
    host.acquire();
    try {
      places.acquire();
      try {
        return underClaim(source, state);
      } finally {
        places.release();
      }
    } finally {
      host.release();
    }
  }

  private Semaphore roomOf(String host) {
    return new Semaphore(host.isEmpty() ? AT_A_TIME : pacing.get().of(host).parallel());
  }

  private RefreshResult underClaim(Source source, SourceState state) throws InterruptedException {
    Instant asked = clock.instant();
    while (true) {
      switch (underWay.begin(source.id(), () -> claimNow(source))) {
        case UnderWay.Begun _ -> {
          return begun(source);
        }
        case UnderWay.Running(Future<Optional<RefreshResult>> other) -> {
          Optional<RefreshResult> result = join(other);
          if (result.isPresent()) {
            return result.get();
          }
        }
        case UnderWay.Elsewhere _ -> {
          if (clock.instant().isAfter(asked.plus(PATIENCE))) {
            return leftAlone(state, "is being refreshed already");
          }
          Thread.sleep(GLANCE);
          SourceState now = store.state(source.id());
          if (now.lastAt() != null && now.lastAt().isAfter(asked)) {
            return elsewhere(now);
          }
        }
      }
    }
  }

  private boolean claimNow(Source source) {
    return store.claimNow(node, source.id(), clock.instant(), DueSources.LEASE);
  }

  private RefreshResult begun(Source source) throws InterruptedException {
    Optional<RefreshResult> result = Optional.empty();
    try {
      result = Optional.of(refresher.refresh(source));
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

  /** What another node has stored; how much of it was new is known there alone. */
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

  private static RefreshResult paused(Source source) {
    String why = "is paused in feeds.yml";
    return new RefreshResult(source.id(), false, 0, 0, why, Instant.MAX, "paused in feeds.yml");
  }

  private @Nullable String reasonToLeaveAlone(SourceState state) {
    boolean waiting = state.nextCheck().isAfter(clock.instant());
    if (waiting && (state.state() == State.THROTTLED || state.state() == State.GONE)) {
      return "left alone: " + state.reason();
    }
    return null;
  }

  /**
   * Lets running refreshes finish for a moment, then interrupts them and gives their claims back.
   */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
