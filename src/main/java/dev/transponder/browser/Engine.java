package dev.transponder.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running Chromium without a network. Used by the thread that made it; {@link #kill} by any.
 *
 * <p>What a page asks for is answered before it would go anywhere ({@link Traffic}). Whatever has
 * no such way (WebSocket, WebRTC, prefetch, the browser's own wishes) ends at a proxy whose name
 * cannot be resolved.
 */
final class Engine {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Of the names it needs nothing but a home for its settings; secrets are not among them. */
  private static final Set<String> ENVIRONMENT =
      Set.of("HOME", "PATH", "LANG", "TMPDIR", "LD_LIBRARY_PATH");

  private static final List<String> ARGUMENTS =
      List.of(
          "--proxy-server=http://proxy.invalid:9",
          "--proxy-bypass-list=<-loopback>",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--dns-prefetch-disable",
          "--disable-quic",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--no-pings",
          "--disable-domain-reliability",
          "--disable-gpu",
          "--mute-audio",
          "--blink-settings=imagesEnabled=false",
          "--renderer-process-limit=1",
          "--js-flags=--max-old-space-size=256");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<ProcessHandle> drivers;
  private volatile boolean killed;

  private Engine(
      Playwright playwright,
      com.microsoft.playwright.Browser browser,
      List<ProcessHandle> drivers) {
    this.playwright = playwright;
    this.browser = browser;
    this.drivers = drivers;
  }

  /**
   * Starts it.
   *
   * @throws PlaywrightException if it does not start
   */
  static Engine start(Tools tools, Map<String, String> environment) {
    Set<Long> others = children().map(ProcessHandle::pid).collect(Collectors.toSet());
    Map<String, String> forDriver = new HashMap<>();
    forDriver.put("PLAYWRIGHT_NODEJS_PATH", tools.node().toString());
    forDriver.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new CreateOptions().setEnv(forDriver));
    List<ProcessHandle> drivers =
        children().filter(child -> !others.contains(child.pid())).toList();
    try {
      return new Engine(playwright, launch(playwright, tools, environment), drivers);
    } catch (PlaywrightException e) {
      playwright.close();
      throw e;
    }
  }

  private static com.microsoft.playwright.Browser launch(
      Playwright playwright, Tools tools, Map<String, String> environment) {
    Map<String, String> forBrowser = new HashMap<>(environment);
    forBrowser.keySet().retainAll(ENVIRONMENT);
    return playwright
        .chromium()
        .launch(
            new LaunchOptions()
                .setExecutablePath(tools.chromium())
                .setArgs(ARGUMENTS)
                .setEnv(forBrowser)
                .setHandleSIGHUP(false)
                .setHandleSIGINT(false)
                .setHandleSIGTERM(false)
                // Chromium refuses to start as root with its sandbox.
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name"))));
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().children();
  }

  /** A fresh profile for one page: nothing is left of it. */
  BrowserContext context(String userAgent) {
    return browser.newContext(
        new NewContextOptions()
            .setUserAgent(userAgent)
            .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
            .setAcceptDownloads(false)
            // High, as listings load more when their end comes into sight.
            .setViewportSize(1280, 3000));
  }

  boolean isUsable() {
    return !killed && browser.isConnected() && drivers.stream().allMatch(ProcessHandle::isAlive);
  }

  /**
   * Ends the browser at once, whatever it does, and then its driver, which has a moment to remove
   * the profile: what waits for them then fails.
   */
  void kill() {
    killed = true;
    drivers.stream().flatMap(ProcessHandle::descendants).forEach(ProcessHandle::destroyForcibly);
    drivers.forEach(
        driver ->
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                .execute(driver::destroyForcibly));
  }

  /** Ends everything. Returns when it has ended. */
  void close() {
    List<ProcessHandle> all = new ArrayList<>(drivers);
    drivers.stream().flatMap(ProcessHandle::descendants).forEach(all::add);
    try {
      // The driver removes the profiles when its browser has ended.
      playwright.close();
    } catch (PlaywrightException e) {
      // It has ended already, or does not answer.
    }
    // Not waited for one by one: a process whose parent has gone may never be seen to end.
    all.forEach(ProcessHandle::destroyForcibly);
    drivers.forEach(Engine::end);
  }

  private static void end(ProcessHandle process) {
    CompletableFuture<ProcessHandle> exit = process.onExit();
    try {
      exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
