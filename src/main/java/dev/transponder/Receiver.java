package dev.transponder;

import dev.transponder.browser.Browser;
import dev.transponder.config.Config;
import dev.transponder.fetch.Fetcher;
import dev.transponder.model.Source;
import dev.transponder.refresh.Preview;
import dev.transponder.refresh.RefreshPool;
import dev.transponder.refresh.Refresher;
import dev.transponder.refresh.Rejudging;
import dev.transponder.refresh.Retelling;
import dev.transponder.refresh.Workshop;
import dev.transponder.schedule.HostPacer;
import dev.transponder.store.Store;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The receiving half, wired: from sources to the store. Closed in the reverse order of its making.
 */
final class Receiver implements AutoCloseable {
  private final LiveConfig live;
  private final Store store;
  private final Fetcher fetcher;
  private final Browser browser;
  private final Workshop workshop;
  private final Rejudging rejudging;
  private final Retelling retelling;
  private final RefreshPool pool;
  private final Preview preview;

  private Receiver(
      LiveConfig live,
      Store store,
      Fetcher fetcher,
      Browser browser,
      Workshop workshop,
      RefreshPool pool,
      Preview preview) {
    this.live = live;
    this.store = store;
    this.fetcher = fetcher;
    this.browser = browser;
    this.workshop = workshop;
    this.rejudging = new Rejudging(store, live::source);
    this.retelling = new Retelling(store, workshop);
    this.pool = pool;
    this.preview = preview;
  }

  /**
   * Opens the store and takes over the list of sources; asks nobody anything yet.
   *
   * @param folder of feeds.yml
   * @param environment where the programs that pages may need are looked for
   * @throws dev.transponder.store.StoreException if the store cannot be used
   */
  static Receiver open(
      Config config, Path folder, InstantSource clock, Map<String, String> environment) {
    LiveConfig live = new LiveConfig(config);
    Store store = Store.open(config.settings().database());
    store.sync(config.sources(), clock.instant());
    HostPacer pacer =
        new HostPacer(() -> live.settings().pacing(), new RememberedHosts(store), clock);
    String userAgent = userAgent(config.settings().contact());
    Fetcher fetcher = new Fetcher(userAgent, folder, pacer, clock, store);
    Browser browser = new Browser(userAgent, environment);
    Workshop workshop = workshop();
    RenderingExchange exchange = new RenderingExchange(fetcher, browser);
    Refresher refresher = new Refresher(store, exchange, workshop, clock);
    String node = UUID.randomUUID().toString();
    RefreshPool pool =
        new RefreshPool(
            store, refresher, live::source, () -> live.settings().pacing(), node, clock);
    Preview preview = new Preview(exchange, workshop, clock);
    return new Receiver(live, store, fetcher, browser, workshop, pool, preview);
  }

  /** As many places as there are cores; the only one who reads the clock of a thread. */
  static Workshop workshop() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return new Workshop(
        Runtime.getRuntime().availableProcessors(), threads::getCurrentThreadCpuTime);
  }

  /** Who we are and whom a site owner can write to; nothing that is not true. */
  static String userAgent(@Nullable String contact) {
    String version = Receiver.class.getPackage().getImplementationVersion();
    String product = "Transponder/" + (version == null ? "dev" : version);
    return contact == null ? product : product + " (+" + contact + ")";
  }

  /** Takes over a changed feeds.yml. */
  synchronized void takeUp(Config config, Instant now) {
    live.replace(config);
    store.sync(config.sources(), now);
  }

  /** The sources in force, each of them known to the store. */
  synchronized List<Source> sources() {
    return live.sources();
  }

  LiveConfig live() {
    return live;
  }

  Store store() {
    return store;
  }

  Rejudging rejudging() {
    return rejudging;
  }

  Retelling retelling() {
    return retelling;
  }

  RefreshPool pool() {
    return pool;
  }

  /** Looks at what is no source yet, in the same turns and with the same memory of hosts. */
  Preview preview() {
    return preview;
  }

  @Override
  public void close() {
    pool.close();
    browser.close();
    workshop.close();
    fetcher.close();
    store.close();
  }
}
