package dev.transponder.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Use;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Answers what one page asks for: scripts, data and other pages by {@link Parts}, within the
 * limits; everything else is refused. Nothing passes on to the browser's own network. Used by the
 * thread of the browser; the fetching is done by others.
 */
final class Traffic implements AutoCloseable {
  /** What makes a page's text. Pictures, fonts, styles, media and endless streams do not. */
  private static final Set<String> DATA = Set.of("script", "xhr", "fetch");

  /** Of no use behind us, or obeyed by the browser by asking for more. */
  private static final Set<String> DROPPED =
      Set.of(
          "alt-svc",
          "connection",
          "content-disposition",
          "content-encoding",
          "content-length",
          "keep-alive",
          "link",
          "nel",
          "report-to",
          "reporting-endpoints",
          "set-cookie",
          "strict-transport-security",
          "transfer-encoding");

  /** Each, also a refused one, takes memory and stack of ours: a page with more is given up. */
  static final int MOST_EVENTS = 1_000;

  private static final int AT_ONCE = 2;
  private static final int LONGEST_URL = 8_000;

  private final Page page;
  private final Document document;
  private final Parts parts;
  private final Limits limits;
  private final ExecutorService fetchers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private int events;
  private boolean begun;
  private boolean parsed;
  private int requests = 1;
  private int underWay;
  private long bytes;
  private long lastSign = System.nanoTime();
  private @Nullable Outcome lost;

  /** Ends the visit of a page that asks for thousands of things. */
  static final class Flood extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What a fetcher brought. */
  private record Answer(Route route, boolean isPage, Outcome outcome) {}

  /**
   * @param document with which the page begins
   */
  Traffic(Page page, Document document, Parts parts, Limits limits) {
    this.page = page;
    this.document = document;
    this.parts = parts;
    this.limits = limits;
    this.bytes = document.size();
  }

  /** Takes one request of the page. */
  void take(Route route) {
    if (++events > MOST_EVENTS) {
      throw new Flood();
    }
    Request request = route.request();
    boolean isPage = isPage(request);
    if (isPage && !begun) {
      begun = true;
      fulfill(route, document);
    } else if (isWanted(request, isPage)) {
      requests++;
      underWay++;
      lastSign = System.nanoTime();
      String accept = accept(request);
      String url = request.url();
      fetchers.execute(() -> fetch(route, url, isPage, accept));
    } else {
      refuse(route, isPage);
    }
  }

  private boolean isWanted(Request request, boolean isPage) {
    return requests < limits.requests()
        && bytes < limits.bytes()
        && request.method().equals("GET")
        && request.url().length() <= LONGEST_URL
        && (isPage || (DATA.contains(request.resourceType()) && isOurs(request)));
  }

  /** Whether the page itself goes to another URL, rather than a frame in it or a new window. */
  private boolean isPage(Request request) {
    return request.isNavigationRequest() && isOurs(request);
  }

  private boolean isOurs(Request request) {
    try {
      return request.frame().equals(page.mainFrame());
    } catch (PlaywrightException e) {
      return false; // of a window that is only about to open
    }
  }

  /** What a script asks for is its own affair as long as it is a plain header. */
  private static String accept(Request request) {
    String accept = request.headers().getOrDefault("accept", "*/*");
    return accept.matches("[ -~]{1,200}") ? accept : "*/*";
  }

  private void fetch(Route route, String url, boolean isPage, String accept) {
    Outcome outcome;
    try {
      turns.acquire();
      try {
        outcome = parts.fetch(url, isPage ? Use.PAGE : Use.FEED, accept);
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      return; // the page is not waited for any more
    } catch (RuntimeException e) {
      outcome = new Failed(Failure.UNUSABLE, 0, "internal error: " + e.getClass().getSimpleName());
    }
    answers.add(new Answer(route, isPage, outcome));
  }

  /** Hands out what has come. */
  void deliver() {
    for (Answer answer = answers.poll(); answer != null; answer = answers.poll()) {
      underWay--;
      lastSign = System.nanoTime();
      Document part = part(answer.outcome());
      bytes += part == null ? 0 : part.size();
      if (part != null && bytes <= limits.bytes() && (!answer.isPage() || isHtml(part))) {
        parsed &= !answer.isPage();
        fulfill(answer.route(), part);
      } else {
        lost = answer.isPage() && part == null ? settled(answer.outcome()) : lost;
        refuse(answer.route(), answer.isPage());
      }
    }
  }

  private static Outcome settled(Outcome outcome) {
    return outcome instanceof Outcome.Moved moved ? settled(moved.there()) : outcome;
  }

  private static @Nullable Document part(Outcome outcome) {
    return settled(outcome) instanceof Fetched fetched ? fetched.document() : null;
  }

  static boolean isHtml(Document document) {
    String type = document.header("Content-Type");
    return type == null || type.toLowerCase(Locale.ROOT).contains("html");
  }

  private static void fulfill(Route route, Document part) {
    Map<String, String> headers = new HashMap<>();
    part.headerNames().stream()
        .filter(name -> !DROPPED.contains(name))
        .forEach(name -> headers.put(name, String.join(", ", part.headers(name))));
    route.fulfill(
        new FulfillOptions().setStatus(200).setHeaders(headers).setBodyBytes(part.bytes()));
  }

  /** A page stays where it is: an error page in its place would say nothing. */
  private static void refuse(Route route, boolean isPage) {
    route.abort(isPage ? "aborted" : "blockedbyclient");
  }

  /** The page was read to its end. */
  void parsed() {
    parsed = true;
    lastSign = System.nanoTime();
  }

  /** Whether the page has all that it asked for, and has asked for nothing for a while. */
  boolean isQuiet() {
    return parsed && underWay == 0 && System.nanoTime() - lastSign >= limits.quiet().toNanos();
  }

  /** Why the page that it led to could not be had; null if it led nowhere else. */
  @Nullable Outcome lost() {
    return lost;
  }

  @Override
  public void close() {
    fetchers.shutdownNow();
  }
}
