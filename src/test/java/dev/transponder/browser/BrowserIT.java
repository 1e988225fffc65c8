package dev.transponder.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transponder.fetch.Fetcher;
import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import dev.transponder.schedule.HostPacer;
import dev.transponder.schedule.SharedHosts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Chromium, real pages, and the program's own way of fetching. */
@Tag("long")
@Timeout(60)
final class BrowserIT {
  private static final String AGENT = "Transponder/test (+mailto:me@example.org)";
  private static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(6),
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          Duration.ofSeconds(60),
          40,
          20 << 20);

  @TempDir Path folder;
  private Site site;
  private Neighbour neighbour;
  private Fetcher fetcher;
  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    site = new Site();
    neighbour = new Neighbour();
    PacingRules rules = new PacingRules(new Pace(2, Duration.ZERO), Map.of());
    InstantSource clock = InstantSource.system();
    fetcher =
        new Fetcher(
            AGENT,
            folder,
            new HostPacer(() -> rules, SharedHosts.NONE, clock),
            clock,
            RobotsMemory.none());
    browser = new Browser(AGENT, System.getenv(), SHORT);
  }

  @AfterEach
  void close() throws IOException {
    browser.close();
    fetcher.close();
    neighbour.close();
    site.close();
  }

  @Test
  void aListThatScriptsMakeOfDataIsThere() throws Exception {
    site.put("/entries.json", "application/json", "[\"First light\", \"Zweites Licht ü\"]")
        .put(
            "/list.js",
            "text/javascript",
            """
            const answer = await fetch('/entries.json', {headers: {Accept: 'application/json'}});
            for (const title of await answer.json()) {
              const entry = document.createElement('article');
              entry.textContent = title + ' | ' + navigator.userAgent + ' | ' + document.cookie;
              document.body.append(entry);
            }
            """)
        .html(
            "/",
            """
            <!doctype html><title>Notes</title><link rel=stylesheet href=/style.css>
            <img src=/picture.png><script type=module src=/list.js></script><p>Loading
            """);
    Document page = read("/");
    assertThat(page.url()).isEqualTo(site.url("/"));
    assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(text(page))
        .startsWith("<!DOCTYPE html><html")
        .contains("<article>First light | " + AGENT + " | </article>", "Zweites Licht ü");
    assertThat(site.paths()).containsExactly("/robots.txt", "/", "/list.js", "/entries.json");
    assertThat(site.asked()).allMatch(asked -> AGENT.equals(asked.userAgent()));
    assertThat(site.asked().getLast().accept()).isEqualTo("application/json");
  }

  @Test
  void theUrlIsTheOneToWhichScriptsLed() throws Exception {
    site.html("/", "<script>location.replace('/list?page=1#top')</script>")
        .html("/list", "<article>There</article><base href=/notes/>");
    Document page = read("/");
    assertThat(page.url()).isEqualTo(site.url("/list?page=1"));
    assertThat(text(page)).contains("<article>There</article>");
  }

  @Test
  void noPageReachesAnotherProgramOfThisMachine() throws Exception {
    String hosts = "['127.0.0.1', '127.0.0.2', 'localhost', '[::1]', '0.0.0.0']";
    site.redirect("/away.js", "http://127.0.0.1:" + neighbour.port() + "/redirected.js")
        .html(
            "/",
            """
            <!doctype html><link rel=prefetch href=http://127.0.0.1:PORT/prefetch>
            <link rel=preconnect href=http://127.0.0.1:PORT>
            <link rel=preload as=fetch href=http://127.0.0.1:PORT/preload>
            <iframe src=http://127.0.0.1:PORT/frame></iframe>
            <iframe srcdoc="<script>fetch('http://127.0.0.1:PORT/inner')</script>"></iframe>
            <object data=http://127.0.0.1:PORT/object></object>
            <video src=http://127.0.0.1:PORT/video autoplay></video>
            <form id=f method=post action=http://127.0.0.1:PORT/form target=other></form>
            <script src=/away.js></script>
            <script>
            const tries = [];
            for (const host of HOSTS) {
              const at = host + ':PORT/';
              tries.push(() => fetch('http://' + at));
              tries.push(() => fetch('http://' + at, {method: 'POST', body: 'x', mode: 'no-cors'}));
              tries.push(() => fetch('https://' + at));
              tries.push(() => new WebSocket('ws://' + at));
              tries.push(() => new EventSource('http://' + at));
              tries.push(() => navigator.sendBeacon('http://' + at, 'x'));
              tries.push(() => { new Image().src = 'http://' + at });
              tries.push(() => import('http://' + at));
              tries.push(() => window.open('http://' + at));
            }
            tries.push(() => navigator.serviceWorker.register('/worker.js'));
            tries.push(() => new Worker(URL.createObjectURL(new Blob(
              ["fetch('http://127.0.0.1:PORT/w'); new WebSocket('ws://127.0.0.1:PORT/w')"]))));
            tries.push(() => f.submit());
            tries.push(() => {
              const frame = document.createElement('iframe');
              document.body.append(frame);
              const Peer = window.RTCPeerConnection ?? frame.contentWindow.RTCPeerConnection;
              const peer = new Peer({iceServers: [{urls: 'stun:127.0.0.1:UDP'}]});
              peer.createDataChannel('x');
              peer.createOffer().then(offer => peer.setLocalDescription(offer));
            });
            for (const one of tries) try { one() } catch (e) {}
            const entry = document.createElement('article');
            entry.textContent = tries.length + ' tries';
            document.body.append(entry);
            </script>
            """
                .replace("HOSTS", hosts)
                .replace("PORT", String.valueOf(neighbour.port()))
                .replace("UDP", String.valueOf(neighbour.udpPort())));
    assertThat(text(read("/"))).contains("<article>49 tries</article>");
    assertThat(neighbour.visitors()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta http-equiv=refresh content='0;url=AWAY'>",
        "<script>location.href = 'AWAY'</script>",
        "<script>location.href = '/away'</script>",
        "<a id=a href='AWAY'>on</a><script>a.click()</script>",
        "<a id=a href='/away'>on</a><script>setTimeout(() => a.click(), 100)</script>",
        "<a id=a href='AWAY'>on</a><script>setInterval(() => a.click(), 499)</script>",
      })
  void aPageThatLeadsToAPrivateAddressIsRefusedAndSaysSo(String html) throws Exception {
    String away = "http://127.0.0.1:" + neighbour.port() + "/";
    site.redirect("/away", away).html("/", html.replace("AWAY", away));
    Failed failed = (Failed) render("/");
    assertThat(failed.failure()).isEqualTo(Outcome.Failure.REFUSED);
    assertThat(failed.message()).contains("is not the port of the page");
    assertThat(neighbour.visitors()).isZero();
  }

  @Test
  void robotsTxtHoldsForThePagesToWhichItLeads() throws Exception {
    site.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /list\n")
        .html("/", "<script>location.href = '/list'</script>")
        .html("/list", "<article>Not for programs</article>");
    Failed failed = (Failed) render("/");
    assertThat(failed.failure()).isEqualTo(Outcome.Failure.FORBIDDEN);
    assertThat(site.paths()).doesNotContain("/list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>setInterval(() => fetch('/data?' + Math.random()), 10)</script>",
        "<meta http-equiv=refresh content=0>",
        "<script>while (alert('x') === null && i++ < 100000);var i = 0;</script>",
        "<a id=a href=/file download>x</a><a id=b href=/ target=_blank>y</a>"
            + "<script>for (let i = 0; i < 50; i++) { a.click(); b.click() }</script>",
        "<script>onbeforeunload = () => 'stay'; setTimeout(() => location.href = '/file')</script>",
        "<script>setTimeout(() => location = 'chrome://version')</script>",
      })
  void aRestlessPageIsReadWithinTheLimits(String html) throws Exception {
    site.html("/", "<!doctype html><article>Here</article>" + html)
        .put("/file", "application/zip", "PK")
        .put("/data", "application/json", "{}");
    assertThat(text(read("/"))).contains("<article>Here</article>");
    assertThat(site.paths()).hasSizeLessThanOrEqualTo(41);
    assertThat(site.asked()).allMatch(asked -> asked.method().equals("GET"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>for (let i = 0; i < 10000; i++) fetch('/data?' + i)</script>",
        "<script>for (let i = 0; i < 10000; i++) { new Image().src = '/i' + i;"
            + " window.open('/w' + i); navigator.sendBeacon('/b' + i) }</script>",
      })
  void aPageThatAsksForThousandsIsGivenUpAndTheNextIsRead(String html) throws Exception {
    site.html("/", html).html("/next", "<article>Next</article>");
    assertThat(render("/")).as("whichever limit is met first").isInstanceOf(Failed.class);
    assertThat(site.paths()).hasSizeLessThanOrEqualTo(41);
    assertThat(text(read("/next"))).contains("<article>Next</article>");
  }

  @Test
  void whatIsTooMuchIsLeftOutAndTheRestIsRead() throws Exception {
    limit(SHORT.idle(), 1 << 20);
    site.put("/big", "text/plain", "x".repeat(400 << 10))
        .html(
            "/",
            """
            <!doctype html><script>
            for (let i = 0; i < 4; i++)
              fetch('/big?' + i).then(a => a.text()).then(
                () => document.body.append('came '), () => document.body.append('not '));
            </script>
            """);
    String body = text(read("/")).replaceAll("(?s).*<body>|</body>.*", "");
    assertThat(body.strip().split(" ")).containsExactlyInAnyOrder("came", "came", "not", "not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>while (true);</script>",
        "<article>x</article><script>while (true) alert('x')</script>",
        "<script>setTimeout(() => { while (true); })</script>",
      })
  void anEndlessScriptIsEndedWithItsBrowserAndTheNextPageIsRead(String html) throws Exception {
    site.html("/", html).html("/next", "<article>Next</article>");
    Failed failed = (Failed) render("/");
    assertThat(failed.failure()).isEqualTo(Outcome.Failure.TIMEOUT);
    assertThat(failed.message()).isEqualTo("the page was not done within 8 s");
    assertThat(text(read("/next"))).contains("<article>Next</article>");
  }

  @Test
  void aPageThatWantsAllMemoryFailsAlone() throws Exception {
    site.html("/", "<script>const a = []; while (true) a.push(new Array(1e6).fill({}))</script>")
        .html("/next", "<article>Next</article>");
    assertThat(render("/")).isInstanceOf(Failed.class);
    assertThat(text(read("/next"))).contains("<article>Next</article>");
  }

  @Test
  void aTextThatIsTooLongIsCut() throws Exception {
    limit(SHORT.idle(), 1 << 20);
    site.html(
        "/",
        "<!doctype html><p id=p><script>const x = 'x'.repeat(3 << 20); p.textContent = x;"
            + " String.prototype.slice = () => x + x;</script>");
    assertThat(read("/").size()).isBetween(1 << 20, (1 << 20) + 100);
  }

  @Test
  void nothingIsLeftAfterClosingEvenInTheMiddleOfAPage() throws Exception {
    site.html("/", "<script>while (true);</script>");
    CompletableFuture<Outcome> pending =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return render("/");
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    await(() -> browsers() > 3);
    browser.close();
    assertThat(browsers()).isZero();
    assertThat(pending.get(5, TimeUnit.SECONDS)).isInstanceOf(Failed.class);
  }

  @Test
  void aBrowserThatNobodyNeedsIsEnded() throws Exception {
    site.html("/", "<article>Here</article>");
    limit(Duration.ofMillis(300), SHORT.bytes());
    read("/");
    await(() -> browsers() == 0);
    assertThat(text(read("/"))).contains("Here");
  }

  @Test
  void withoutChromiumItSaysWhatToInstall() throws Exception {
    site.html("/", "<article>Here</article>");
    try (Browser none = new Browser(AGENT, Map.of("PATH", folder.toString()))) {
      Outcome outcome = none.render(document("/"), (_, _, _) -> new Outcome.Gone());
      assertThat(((Failed) outcome).message())
          .isEqualTo(
              "render: browser needs Chromium, which is not on this machine: install it (Debian:"
                  + " apt-get install chromium nodejs), or say where it is in the environment"
                  + " variable CHROMIUM");
    }
  }

  /** Another browser, with other limits. */
  private void limit(Duration idle, int bytes) {
    browser.close();
    browser =
        new Browser(
            AGENT,
            System.getenv(),
            new Limits(
                SHORT.settle(), SHORT.whole(), SHORT.quiet(), idle, SHORT.requests(), bytes));
  }

  private Document read(String path) throws InterruptedException {
    return ((Fetched) render(path)).document();
  }

  private Outcome render(String path) throws InterruptedException {
    try {
      Tools.find(System.getenv());
    } catch (Tools.Missing e) {
      assumeTrue(false, e.getMessage());
    }
    Source source = Source.of("site", site.url(path));
    Document document = document(path);
    return browser.render(
        document,
        (wanted, use, accept) -> fetcher.part(source, document.url(), wanted, use, accept));
  }

  private Document document(String path) throws InterruptedException {
    Source source = Source.of("site", site.url(path));
    Outcome first = fetcher.fetch(source, source.url(), Use.PAGE, Validators.NONE, null);
    return ((Fetched) first).document();
  }

  private static String text(Document page) {
    return new String(page.bytes(), StandardCharsets.UTF_8);
  }

  private static long browsers() {
    List<String> tools = List.of("chrom", "node");
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(p -> tools.stream().anyMatch(p.info().command().orElse("")::contains))
        .count();
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
