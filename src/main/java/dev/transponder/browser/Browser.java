package dev.transponder.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the scripts of pages, one page after the other, in one browser for the whole program. It is
 * started when the first page comes, and ended when none has come for a minute. Thread safe.
 */
public final class Browser implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Browser.class);

  /** Playwright answers a request while it waits for its answer to the one before. */
  private static final long STACK = 64L << 20;

  private final String userAgent;
  private final Map<String, String> environment;
  private final Limits limits;
  private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private final Object lock = new Object();
  private @Nullable Thread thread;
  private volatile @Nullable Engine engine;
  private volatile boolean closed;

  private record Order(Document document, Parts parts, CompletableFuture<Outcome> answer) {}

  /** Wakes the browser's thread. */
  private static final Order NOTHING_MORE =
      new Order(
          new Document("about:blank", Map.of(), new byte[0]),
          (_, _, _) -> ended(),
          CompletableFuture.completedFuture(ended()));

  /**
   * Starts nothing yet.
   *
   * @param userAgent by which pages know who asks
   * @param environment where the programs are looked for: CHROMIUM, NODE, PATH
   */
  public Browser(String userAgent, Map<String, String> environment) {
    this(userAgent, environment, Limits.USUAL);
  }

  Browser(String userAgent, Map<String, String> environment, Limits limits) {
    this.userAgent = userAgent;
    this.environment = Map.copyOf(environment);
    this.limits = limits;
  }

  /** Whether a document is a page, rather than a feed that needs no browser. */
  public static boolean isPage(Document document) {
    return Traffic.isHtml(document);
  }

  /**
   * The page as its scripts make it: a document with the URL to which they led, or a failure.
   *
   * @param document as the site sent it
   * @param parts fetches what it asks for
   */
  public Outcome render(Document document, Parts parts) throws InterruptedException {
    Order order = new Order(document, parts, new CompletableFuture<>());
    synchronized (lock) {
      if (closed) {
        return ended();
      }
      orders.add(order);
      if (thread == null) {
        thread = new Thread(null, this::work, "browser", STACK);
        thread.setDaemon(true);
        thread.start();
      }
    }
    try {
      return order.answer().get();
    } catch (InterruptedException e) {
      order.answer().cancel(false);
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The browser's thread: Playwright wants to be used by one alone. */
  private void work() {
    try {
      while (!closed) {
        Order order =
            engine == null
                ? orders.take()
                : orders.poll(limits.idle().toMillis(), TimeUnit.MILLISECONDS);
        if (order == null) {
          endEngine();
        } else if (!order.answer().isDone()) {
          order.answer().complete(answer(order));
        }
      }
    } catch (InterruptedException e) {
      log.warn("the browser's thread was interrupted");
    } finally {
      endEngine();
      orders.forEach(order -> order.answer().complete(ended()));
    }
  }

  private Outcome answer(Order order) {
    try {
      Engine running = running();
      return new Visit(
              running,
              userAgent,
              order.document(),
              order.parts(),
              limits,
              () -> closed || order.answer().isDone())
          .read();
    } catch (Tools.Missing e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (PlaywrightException e) {
      log.warn("the browser does not start", e);
      return failed("the browser does not start: " + firstLine(e));
    } catch (RuntimeException | StackOverflowError e) {
      endEngine();
      log.error("browser: unexpected, please report it", e);
      return failed("internal error: " + e.getClass().getSimpleName());
    }
  }

  private Engine running() throws Tools.Missing {
    Engine now = engine;
    if (now != null && !now.isUsable()) {
      endEngine();
      now = null;
    }
    if (now == null) {
      now = Engine.start(Tools.find(environment), environment);
      engine = now;
      log.info("browser started");
    }
    return now;
  }

  private void endEngine() {
    Engine now = engine;
    engine = null;
    if (now != null) {
      now.close();
      log.info("browser ended");
    }
  }

  private static String firstLine(PlaywrightException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static Outcome ended() {
    return failed("the program ends");
  }

  private static Outcome failed(String message) {
    return new Failed(Failure.UNUSABLE, 0, message);
  }

  /** Ends the browser, also in the middle of a page. Returns when its processes have ended. */
  @Override
  public void close() {
    Thread working;
    synchronized (lock) {
      closed = true;
      working = thread;
    }
    Engine now = engine;
    if (now != null) {
      now.kill();
    }
    if (working != null) {
      orders.add(NOTHING_MORE);
      try {
        working.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
