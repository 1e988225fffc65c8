package dev.transponder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.transponder.publish.FilledStore;
import dev.transponder.publish.Publisher;
import dev.transponder.publish.Samples;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as people see them. Leaves its screenshots in {@code target/screenshots}. */
@TestInstance(Lifecycle.PER_CLASS)
final class PagesBrowserIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final List<AutoCloseable> opened = new ArrayList<>();
  private Browser browser;
  private int port;

  @BeforeAll
  void open(@TempDir Path folder) {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "no browser at " + CHROMIUM + ": apt-get install chromium fonts-noto-cjk");
    FilledStore filled = Showcase.store(folder);
    opened.add(filled);
    Publisher publisher = new Publisher(filled.store(), InstantSource.fixed(Samples.DAY));
    publisher.publish(Samples.settings(), List.of());
    WebServer server =
        WebServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), publisher, List::of);
    opened.addFirst(server);
    port = server.port();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    opened.addFirst(playwright);
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @Test
  void theFirstPageShowsTheNewestEntriesAndThePager() {
    visit(
        "/",
        1280,
        ColorScheme.LIGHT,
        page -> {
          assertThat(page.title()).isEqualTo("INCOMING TRANSMISSION");
          assertThat(page.locator("h1").allInnerTexts()).containsExactly("INCOMING TRANSMISSION");
          assertThat(page.locator("article h3").count()).isEqualTo(12);
          assertThat(page.locator("article h3").first().innerText())
              .startsWith("A carrier out of the noise <script>alert(1)</script> &");
          assertThat(page.locator("nav[aria-label=Pages] > *").allInnerTexts())
              .containsExactly("1", "2", "3", "…", "5", "Older");
          assertThat(page.locator("aside li.troubled").allInnerTexts())
              .containsExactly(
                  "lost.example.net\nno such host, next check 14:20",
                  "Busy weekly\nasked us to wait, next check 14:20");
          assertThat(
                  page.locator("link[rel=alternate][type='application/atom+xml']")
                      .getAttribute("href"))
              .isEqualTo("atom.xml");
        });
  }

  @Test
  void thePagerLeadsToTheOldestEntryAndBack() {
    visit(
        "/",
        1280,
        ColorScheme.DARK,
        page -> {
          page.locator("nav[aria-label=Pages] >> text=5").click();
          assertThat(page.url()).endsWith("/page/5");
          assertThat(page.locator("article h3").last().innerText()).isEqualTo("Entry 1");
          assertThat(page.locator("[aria-current=page]").innerText()).isEqualTo("5");
          page.locator("nav[aria-label=Pages] >> text=1").first().click();
          assertThat(page.url()).endsWith(":" + port + "/");
        });
  }

  @Test
  void aCardLeadsToItsEntryAndTheEntryToTheOriginal() {
    visit(
        "/",
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.locator("article").first().click();
          assertThat(page.url()).endsWith("/entry/56");
          assertThat(page.locator("h1").innerText()).startsWith("A carrier out of the noise");
          assertThat(page.locator(".content h2").innerText()).isEqualTo("What was heard");
          assertThat(page.locator("a.original").getAttribute("href"))
              .isEqualTo("https://www.example.org/2026/entry?id=1#top");
          assertThat(page.locator("a.original").innerText())
              .isEqualTo("Read the original at example.org");
        });
  }

  @Test
  void everySourceSaysWhenItIsReadNextAndWhy() {
    visit(
        "/",
        1280,
        ColorScheme.LIGHT,
        page -> {
          page.locator("#sources a").click();
          assertThat(page.url()).endsWith("/sources");
          assertThat(page.locator("article.status h2").allInnerTexts())
              .contains("Notes of harbour", "lost.example.net");
          assertThat(page.locator("article.status:has-text('lost.example.net') dd").allInnerTexts())
              .containsExactly(
                  "2026-11-22 13:20: no such host",
                  "2026-11-22 14:20: the site asked for 12 h (max-age)");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page/2", "/sources", "/entry/53", "/entry/56", "/nothing/at/all"})
  void nothingIsWiderThanAPhone(String path) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      visit(
          path,
          390,
          scheme,
          page -> {
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            assertThat(page.evaluate("innerWidth")).isEqualTo(390);
          });
    }
  }

  @Test
  void theStyleIsFoundFromEveryDepth() {
    for (String path : List.of("/", "/page/2", "/sources", "/entry/56", "/nothing/at/all")) {
      visit(
          path,
          1280,
          ColorScheme.LIGHT,
          page -> {
            Locator name = page.locator(".name");
            assertThat(name.evaluate("e => getComputedStyle(e).letterSpacing"))
                .as(path)
                .isNotEqualTo("normal");
          });
    }
  }

  /** Opens the page, takes its picture and refuses errors on the console. */
  private void visit(String path, int width, ColorScheme scheme, Consumer<Page> check) {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width > 500 ? 900 : 844)
                .setIsMobile(width < 500)
                .setColorScheme(scheme))) {
      List<String> errors = new ArrayList<>();
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (!message.text().contains("404 (Not Found)")) {
              errors.add(message.text());
            }
          });
      page.onPageError(errors::add);
      page.navigate("http://127.0.0.1:" + port + path);
      String name = path.substring(1).replace('/', '-') + "-" + width + "-" + scheme;
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + ".png"))
              .setFullPage(true));
      check.accept(page);
      assertThat(errors).isEmpty();
    }
  }
}
