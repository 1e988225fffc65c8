package dev.transponder.refresh;

import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
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

  /** Longer than any refresh takes; a node that died gives its sources back after that. */
  private static final Duration LEASE = Duration.ofMinutes(15);

  private final Store store;
  private final Refresher refresher;
  private final Function<String, @Nullable Source> sources;
  private final String node;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_A_TIME);

  /**
   * A pool that runs nothing yet.
   *
   * @param sources the configured source of an id, null if it is no longer there
   * @param node names this process among those that share the store
   */
  public RefreshPool(
      Store store,
      Refresher refresher,
      Function<String, @Nullable Source> sources,
      String node,
      InstantSource clock) {
    this.store = store;
    this.refresher = refresher;
    this.sources = sources;
    this.node = node;
    this.clock = clock;
  }

  /** Starts a refresh of as many due sources as there is room for, and does not wait for them. */
  public void startDue() {
    int room = places.drainPermits();
    List<String> claimed = List.of();
    try {
      if (room > 0) {
        claimed = store.claim(node, clock.instant(), LEASE, room);
      }
    } finally {
      places.release(room - claimed.size());
    }
    for (String id : claimed) {
      threads.execute(() -> inPlace(id, sources.apply(id)));
    }
  }

  private static void log(RefreshResult result) {
    String next =
        result.next().equals(Instant.MAX)
            ? "never"
            : result.next().truncatedTo(ChronoUnit.SECONDS).toString();
    log.info(
        "refresh {}: {}; next check {} ({})",
        result.sourceId(),
        result.message(),
        next,
        result.reason());
  }

  private void inPlace(String id, @Nullable Source source) {
    try {
      if (source == null) {
        store.release(node, id);
      } else {
        log(refresher.refresh(source));
      }
    } catch (InterruptedException e) {
      store.release(node, id);
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("refresh {}: could not be stored, tried again when its claim runs out", id, e);
    } finally {
      places.release();
    }
  }

  /**
   * Refreshes the given sources now, whether due or not, and waits for all of them. A source that
   * is paused, gone or asked for silence is left alone and says so.
   *
   * @param progress is told each result as it comes, from any thread
   * @return the results in the order of the sources
   */
  public List<RefreshResult> refreshNow(Collection<Source> wanted, Consumer<RefreshResult> progress)
      throws InterruptedException {
    List<Future<RefreshResult>> running = new ArrayList<>();
    for (Source source : wanted) {
      running.add(
          threads.submit(
              () -> {
                RefreshResult result = oneNow(source);
                progress.accept(result);
                return result;
              }));
    }
    List<RefreshResult> results = new ArrayList<>();
    for (Future<RefreshResult> one : running) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
    return results;
  }

  private RefreshResult oneNow(Source source) throws InterruptedException {
    SourceState state = store.state(source.id());
    String alone = reasonToLeaveAlone(source, state);
    if (alone != null) {
      return leftAlone(state, alone);
    }
    places.acquire();
    try {
      if (!store.claimNow(node, source.id(), clock.instant(), LEASE)) {
        return leftAlone(state, "is being refreshed already");
      }
      return refresher.refresh(source);
    } catch (InterruptedException e) {
      store.release(node, source.id());
      throw e;
    } finally {
      places.release();
    }
  }

  private static RefreshResult leftAlone(SourceState state, String why) {
    return new RefreshResult(state.sourceId(), false, 0, 0, why, state.nextCheck(), state.reason());
  }

  private @Nullable String reasonToLeaveAlone(Source source, SourceState state) {
    boolean waiting = state.nextCheck().isAfter(clock.instant());
    if (source.paused()) {
      return "is paused in feeds.yml";
    }
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
