package dev.transponder.schedule;

import dev.transponder.fetch.Fetcher;
import dev.transponder.model.Pacing;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.refresh.RefreshPool;
import dev.transponder.refresh.Refresher;
import dev.transponder.refresh.Workshop;
import dev.transponder.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The receiving half of the program with a clock that jumps from one event to the next: days pass
 * in milliseconds, while requests, answers and the store are real.
 */
final class VirtualService implements AutoCloseable, InstantSource {
  private static final String NODE = "node";
  private static final ThreadLocal<@Nullable Instant> LAST_READ = new ThreadLocal<>();
  private static final Duration TICK = Duration.ofSeconds(1);

  /** So long may the clock stand still although something runs: it waits for the clock then. */
  private static final long STILL_NANOS = 3_000_000;

  private final Path folder;
  private final PacingRules rules;
  private final Workshop workshop = new Workshop(2, () -> 0);
  private final List<Start> starts = new ArrayList<>();
  private volatile Instant now;
  private Map<String, Source> sources = Map.of();
  private @Nullable Store store;
  private @Nullable Fetcher fetcher;
  private @Nullable RefreshPool pool;

  /** A request that was let through, by the very reading of the clock that let it. */
  record Start(String host, Instant at) {}

  VirtualService(Path folder, Instant start, PacingRules rules) {
    this.folder = folder;
    this.now = start;
    this.rules = rules;
  }

  @Override
  public Instant instant() {
    Instant read = now;
    LAST_READ.set(read);
    return read;
  }

  Store store() {
    if (store == null) {
      throw new IllegalStateException("not started");
    }
    return store;
  }

  List<Start> starts() {
    synchronized (starts) {
      return new ArrayList<>(starts);
    }
  }

  /** Starts the service, or stops it and starts it again. */
  void start(List<Source> wanted) {
    stop();
    sources = wanted.stream().collect(Collectors.toMap(Source::id, Function.identity()));
    Store opened = Store.open("jdbc:h2:file:" + folder.resolve("store"));
    opened.sync(wanted, now);
    HostPacer pacer = new HostPacer(() -> rules, hosts(opened), this, _ -> Duration.ofMillis(1));
    fetcher = new Fetcher("Transponder/test", folder, new Recorded(pacer), this, opened);
    Refresher refresher = new Refresher(opened, fetcher::fetch, workshop, this);
    pool = new RefreshPool(opened, refresher, sources::get, () -> rules, NODE, this);
    store = opened;
  }

  void restart() {
    start(List.copyOf(sources.values()));
  }

  void jump(Duration by) {
    now = now.plus(by);
  }

  /** Lets the service run for so long. */
  void run(Duration span) {
    Instant end = now.plus(span);
    while (now.isBefore(end)) {
      tick();
      Instant next = nextEvent(end);
      now = next.isAfter(end) ? end : next;
    }
  }

  /** One second of the schedule, with all that it starts. */
  private void tick() {
    if (pool == null) {
      throw new IllegalStateException("not started");
    }
    List<Future<?>> started = pool.startDue();
    long still = System.nanoTime();
    int running = started.size();
    while (running > 0) {
      int then = (int) started.stream().filter(one -> !one.isDone()).count();
      if (then != running) {
        still = System.nanoTime();
      } else if (System.nanoTime() - still > STILL_NANOS) {
        now = now.plusMillis(100);
        still = System.nanoTime();
      }
      running = then;
    }
  }

  /** The next whole step at which something is due: by doubling, then by halving. */
  private Instant nextEvent(Instant end) {
    Duration low = Duration.ZERO;
    Duration high = TICK;
    while (now.plus(high).isBefore(end) && store().due(now.plus(high), 1).isEmpty()) {
      low = high;
      high = high.multipliedBy(2);
    }
    while (high.minus(low).compareTo(TICK) > 0) {
      Duration middle = low.plus(high).dividedBy(2);
      if (store().due(now.plus(middle), 1).isEmpty()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return now.plus(high);
  }

  private static SharedHosts hosts(Store store) {
    return new SharedHosts() {
      @Override
      public Map<String, Instant> held(Instant at) {
        return store.held(at);
      }

      @Override
      public void hold(String host, Instant at, Instant until) {
        store.hold(host, at, until);
      }

      @Override
      public Answer take(String host, Pace pace, InstantSource clock) {
        return new Taken(clock.instant(), _ -> {});
      }
    };
  }

  @Override
  public void close() {
    stop();
    workshop.close();
  }

  private void stop() {
    if (pool != null && fetcher != null && store != null) {
      pool.close();
      fetcher.close();
      store.close();
      pool = null;
    }
  }

  /** Notes every request that is let through. */
  private final class Recorded implements Pacing {
    private final HostPacer pacer;

    Recorded(HostPacer pacer) {
      this.pacer = pacer;
    }

    @Override
    public Turn await(String host) throws InterruptedException {
      Turn turn = pacer.await(host);
      Instant read = LAST_READ.get();
      if (turn instanceof Granted && read != null) {
        synchronized (starts) {
          starts.add(new Start(host, read));
        }
      }
      return turn;
    }

    @Override
    public void hold(String host, Instant until) {
      pacer.hold(host, until);
    }

    @Override
    public void busy(String host, String url, Instant until) {
      pacer.busy(host, url, until);
    }

    @Override
    public void answered(String host) {
      pacer.answered(host);
    }

    @Override
    public void slow(String host, Duration gap) {
      pacer.slow(host, gap);
    }
  }
}
