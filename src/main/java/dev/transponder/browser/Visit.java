package dev.transponder.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Validators;
import dev.transponder.text.Spans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One page in the browser, from its document to the HTML that its scripts made of it. */
final class Visit {
  /** How often what has been fetched is handed to the page. */
  private static final double STEP_MILLIS = 25;

  /** Nobody sits there to answer; and what could go around the proxy is taken away. */
  private static final String SILENCE =
      """
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        Object.defineProperty(window, name, {value: () => null});
      for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport'])
        delete window[name];
      """;

  private final Engine engine;
  private final String userAgent;
  private final Document document;
  private final Parts parts;
  private final Limits limits;
  private final BooleanSupplier given;
  private final AtomicBoolean crashed = new AtomicBoolean();

  /**
   * @param given whether the answer is no longer wanted
   */
  Visit(
      Engine engine,
      String userAgent,
      Document document,
      Parts parts,
      Limits limits,
      BooleanSupplier given) {
    this.engine = engine;
    this.userAgent = userAgent;
    this.document = document;
    this.parts = parts;
    this.limits = limits;
    this.given = given;
  }

  /** The document as its scripts made it, or why there is none. */
  Outcome read() {
    long start = System.nanoTime();
    Thread watch = Thread.ofVirtual().start(this::endInTime);
    try (BrowserContext context = engine.context(userAgent)) {
      context.addInitScript(SILENCE);
      Page page = context.newPage();
      page.onCrash(_ -> crashed.set(true));
      try (Traffic traffic = new Traffic(page, document, parts, limits)) {
        page.onDOMContentLoaded(_ -> traffic.parsed());
        context.onPage(Page::close);
        context.route(_ -> true, traffic::take);
        begin(page);
        Outcome outcome = null;
        while (outcome == null) {
          settle(page, traffic, start);
          outcome = traffic.lost() == null ? html(context, page, start) : traffic.lost();
        }
        return outcome;
      }
    } catch (Traffic.Flood e) {
      engine.kill();
      return failed(
          Failure.UNUSABLE,
          "the page asks for too much: more than " + Traffic.MOST_EVENTS + " things");
    } catch (PlaywrightException e) {
      return trouble(start);
    } finally {
      watch.interrupt();
    }
  }

  /** A script that leads elsewhere at once interrupts the way there, which is no failure. */
  private void begin(Page page) {
    try {
      page.navigate(
          document.url(),
          new NavigateOptions()
              .setWaitUntil(WaitUntilState.COMMIT)
              .setTimeout((double) limits.settle().toMillis()));
    } catch (PlaywrightException e) {
      if (!engine.isUsable()) {
        throw e;
      }
    }
  }

  /** A page that leads to what cannot be had is not waited for: it may try so for ever. */
  private void settle(Page page, Traffic traffic, long start) {
    do {
      page.waitForTimeout(STEP_MILLIS);
      traffic.deliver();
    } while (traffic.lost() == null && !traffic.isQuiet() && !isOver(start));
  }

  private void endInTime() {
    try {
      Thread.sleep(limits.whole());
      engine.kill();
    } catch (InterruptedException e) {
      // The page was done before.
    }
  }

  private boolean isOver(long start) {
    return crashed.get()
        || given.getAsBoolean()
        || System.nanoTime() - start > limits.settle().toNanos();
  }

  private Outcome trouble(long start) {
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    if (crashed.get()) {
      return failed(Failure.UNUSABLE, "the page broke the browser: it wants too much memory");
    }
    return taken.compareTo(limits.settle()) < 0
        ? failed(Failure.UNUSABLE, "the browser ended before the page was done")
        : failed(Failure.TIMEOUT, "the page was not done within " + Spans.words(limits.whole()));
  }

  private static Outcome failed(Failure failure, String message) {
    return new Failed(failure, 0, message);
  }

  /** Null if the page went elsewhere while it was read: what comes of that is still to be seen. */
  private @Nullable Outcome html(BrowserContext context, Page page, long start) {
    try {
      return html(context, page);
    } catch (PlaywrightException e) {
      if (!engine.isUsable() || isOver(start)) {
        throw e;
      }
      return null;
    }
  }

  /** Asks apart from the page's scripts, which may have changed what these words mean. */
  private Outcome html(BrowserContext context, Page page) {
    CDPSession session = context.newCDPSession(page);
    JsonObject tree = session.send("Page.getFrameTree");
    JsonObject apart = new JsonObject();
    JsonObject frame = tree.getAsJsonObject("frameTree").getAsJsonObject("frame");
    apart.add("frameId", frame.get("id"));
    JsonObject world = session.send("Page.createIsolatedWorld", apart);
    JsonObject question = new JsonObject();
    question.add("contextId", world.get("executionContextId"));
    question.addProperty(
        "expression",
        "(document.doctype ? '<!DOCTYPE html>' : '')"
            + " + document.documentElement.outerHTML.slice(0, %d)".formatted(limits.bytes()));
    question.addProperty("returnByValue", true);
    JsonObject answer = session.send("Runtime.evaluate", question);
    byte[] html =
        answer
            .getAsJsonObject("result")
            .get("value")
            .getAsString()
            .getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html; charset=utf-8"));
    String url = page.url().replaceFirst("#.*", "");
    return new Fetched(new Document(url, headers, html), Validators.NONE, null);
  }
}
