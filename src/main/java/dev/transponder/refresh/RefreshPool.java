package dev.transponder.refresh;

import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    this.due = new DueSources(store, refresher.outage(), pacing, node, clock);
  }

  /**
   * Starts a refresh of as many due sources as there is room for, and does not wait for them.
   * Called about once a second, never twice at a time.
   *
   * @return what was started, to be waited for by those who want to
   */
  public List<Future<?>> startDue() {
    int room = places.drainPermits();
    List<String> claimed = List.of();
    try {
      claimed = underWay.begin(ids -> due.claim(room, ids));
    } finally {
      places.release(room - claimed.size());
    }
    List<Future<?>> started = new ArrayList<>();
    for (String id : claimed) {
      started.add(threads.submit(() -> inPlace(id, sources.apply(id))));
    }
    return started;
  }

  private void inPlace(String id, @Nullable Source source) {
    Optional<RefreshResult> result = Optional.empty();
    try {
      if (source == null) {
        store.release(node, id);
      } else {
        result = Optional.of(refresher.refreshDue(source, node));
        log.info("{}", result.get().line());
      }
    } catch (InterruptedException e) {
      store.release(node, id);
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
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
    OnRequest onRequest =
        new OnRequest(store, refresher, pacing.get(), node, clock, places, underWay);
    for (Source source : wanted) {
      running.add(
          threads.submit(
              () -> {
                RefreshResult result = onRequest.refresh(source);
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
