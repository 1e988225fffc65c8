package dev.transponder.fetch;

import static dev.transponder.fetch.RobotsBench.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.RobotsCopy;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What robots.txt lets us ask for, seen by the site. */
final class RobotsIT {
  @Test
  void manyOtherOriginsDoNotMakeOneBeAskedTwiceAtATime() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger reads = new AtomicInteger();
    RobotsMemory memory =
        new RobotsMemory() {
          @Override
          public @Nullable RobotsCopy robots(String origin) {
            if (origin.contains("slow.test")) {
              reads.incrementAndGet();
            }
            return null;
          }

          @Override
          public void remember(RobotsCopy copy) {}
        };
    try (Origin origin =
            new Origin(
                (request, out) -> {
                  if (String.valueOf(request.header("Host")).startsWith("slow.test")) {
                    asked.countDown();
                    await(open);
                  }
                  Origin.send(out, "HTTP/1.1 404 Not Found", new byte[0]);
                });
        Bench bench =
            new Bench(
                Limits.USUAL, InstantSource.fixed(Bench.NOW), memory, UnaryOperator.identity())) {
      Thread first = asking(bench, origin, "slow.test");
      asked.await();
      for (int i = 0; i < 70; i++) {
        asking(bench, origin, "other" + i + ".test").join();
      }
      Thread second = asking(bench, origin, "slow.test");
      open.countDown();
      first.join();
      second.join();
      assertThat(reads).hasValue(1);
    }
  }

  private static Thread asking(Bench bench, Origin origin, String host) {
    bench.names.put(host, "127.0.0.1");
    String url = "http://" + host + ":" + origin.port() + "/list";
    Source source = Bench.source(url, true, Map.of());
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                bench.fetcher.fetch(source, url, Use.PAGE, Validators.NONE, null);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertForbidden(Outcome outcome, String message) {
    assertThat(outcome).isEqualTo(new Failed(Failure.FORBIDDEN, 0, message));
  }

  @Test
  void robotsTxtIsReadBeforeThePageAndOnceForAllPages() throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /private")) {
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(site.ask("/list?page=2", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(site.asked()).containsExactly("/robots.txt", "/list", "/list?page=2");
      assertThat(List.copyOf(site.bench.pacing.awaited)).hasSize(3);
      assertThat(site.bench.pacing.open).hasValue(0);
    }
  }

  @Test
  void aForbiddenPageIsNeverAskedForAndTheRuleIsTold() throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /list")) {
      String host = "127.0.0.1:" + site.origin.port();
      assertForbidden(
          site.ask("/list/1?key=secret", Use.PAGE),
          "robots.txt of " + host + " forbids /list/1 (Disallow: /list, group *)");
      assertThat(site.asked()).containsExactly("/robots.txt");
      assertThat(site.bench.pacing.open).hasValue(0);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PAGE")
  void whatIsForbiddenToAllIsNotForbiddenToFeeds(Use use) throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /")) {
      assertThat(site.ask("/feed", use)).isInstanceOf(Fetched.class);
      assertThat(site.asked()).containsExactly("/robots.txt", "/feed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsForbiddenToUsByNameIsForbiddenAlsoToFeeds(Use use) throws Exception {
    try (RobotsBench site =
        RobotsBench.saying(
            "User-agent: *", "Allow: /", "", "User-agent: transponder", "Disallow: /feed")) {
      assertForbidden(
          site.ask("/feed", use),
          "robots.txt of 127.0.0.1:%d forbids /feed (Disallow: /feed, group Transponder)"
              .formatted(site.origin.port()));
      assertThat(site.ask("/other", use)).isInstanceOf(Fetched.class);
      assertThat(site.asked()).containsExactly("/robots.txt", "/other");
    }
  }

  @Test
  void aPageIsKnownToBeForbiddenAfterItWasAskedForAsAnything() throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /")) {
      Source source = Source.of("a", site.origin.url("/"));
      assertThat(site.ask("/", Use.UNKNOWN)).isInstanceOf(Fetched.class);
      assertThat(site.bench.fetcher.refusal(source, source.url())).isInstanceOf(Failed.class);
      assertThat(site.asked()).containsExactly("/robots.txt", "/");
    }
  }

  @Test
  void eachHopOfARedirectIsChecked() throws Exception {
    try (RobotsBench there = RobotsBench.saying("User-agent: *", "Disallow: /secret");
        Origin here =
            new Origin(
                (asked, out) -> {
                  String head =
                      switch (asked.path()) {
                        case "/robots.txt" -> NONE;
                        case "/away" ->
                            "HTTP/1.1 302 Found\nLocation: " + there.origin.url("/secret");
                        default -> "HTTP/1.1 302 Found\nLocation: /away";
                      };
                  Origin.send(out, head, new byte[0]);
                })) {
      Source source = Source.of("a", here.url("/list"));
      assertThat(there.ask(source, source.url(), Use.PAGE))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.FORBIDDEN));
      assertThat(RobotsBench.asked(here)).containsExactly("/robots.txt", "/list", "/away");
      assertThat(there.asked()).containsExactly("/robots.txt");
    }
  }

  @Test
  void itsRequestSaysWhoWeAreAndNothingOfTheSource() throws Exception {
    try (RobotsBench site = new RobotsBench()) {
      String url = site.origin.url("/list").replace("//", "//me:pass@");
      Source source = Bench.source(url, false, Map.of("X-Api-Key", "k", "Cookie", "c=1"));
      site.ask(source, url, Use.PAGE);
      assertThat(site.origin.asked().getFirst().lines())
          .containsExactlyInAnyOrder(
              "GET /robots.txt HTTP/1.1",
              "User-Agent: Transponder/1 (+mailto:me@example.org)",
              "Accept: text/plain, */*;q=0.5",
              "Accept-Encoding: identity",
              "Host: 127.0.0.1:" + site.origin.port(),
              "Connection: Keep-Alive");
      assertThat(site.origin.asked().getLast().header("X-Api-Key")).isEqualTo("k");
    }
  }

  @Test
  void manySourcesOfOneSiteReadItOnce() throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String path = "/" + i;
        all.add(threads.submit(() -> site.ask(path, Use.PAGE)));
      }
      for (Future<Outcome> one : all) {
        assertThat(one.get()).isInstanceOf(Failed.class);
      }
      assertThat(site.asked()).containsExactly("/robots.txt");
    }
  }

  @Test
  void everyOriginHasItsOwn() throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /");
        RobotsBench other = new RobotsBench()) {
      assertThat(site.ask("/", Use.PAGE)).isInstanceOf(Failed.class);
      assertThat(site.ask(Source.of("b", other.origin.url("/")), other.origin.url("/"), Use.PAGE))
          .isInstanceOf(Fetched.class);
      assertThat(other.asked()).containsExactly("/robots.txt", "/");
    }
  }

  @Test
  void theDelayOfOurGroupSlowsTheHostButNotForFeedsOfOthers() throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Crawl-delay: 5")) {
      site.ask("/feed", Use.FEED);
      assertThat(site.bench.pacing.wishes).isEmpty();
      site.ask("/list", Use.PAGE);
      assertThat(site.bench.pacing.wishes).containsEntry("127.0.0.1", Duration.ofSeconds(5));
    }
    try (RobotsBench site =
        RobotsBench.saying("User-agent: Transponder", "Crawl-delay: 3600", "Disallow: /x")) {
      assertThat(site.ask("/feed", Use.FEED)).isInstanceOf(Fetched.class);
      assertThat(site.bench.pacing.wishes).containsEntry("127.0.0.1", Duration.ofSeconds(20));
    }
  }

  @Test
  void filesHaveNone(@TempDir Path folder) throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), "<p>Hello");
    Source source = Source.of("a", page.toUri().toString());
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /");
        Fetcher fetcher =
            new Fetcher("T/1", folder, site.bench.pacing, site.now::get, site.memory)) {
      assertThat(fetcher.fetch(source, source.url(), Use.PAGE, Validators.NONE, null))
          .isInstanceOf(Fetched.class);
      assertThat(fetcher.refusal(source, source.url())).isNull();
      assertThat(site.memory.copies).isEmpty();
    }
  }

  @Test
  void itsFirstHalfMegabyteIsReadAndNoMore() throws Exception {
    String early = "User-agent: *\nDisallow: /early\n";
    String padding = ("#".repeat(1023) + "\n").repeat(499);
    String late = "Disallow: /" + "x".repeat(2000) + "\nDisallow: /late\n";
    try (RobotsBench site = RobotsBench.saying(early + padding, late, "#".repeat(10 << 20))) {
      assertThat(site.ask("/early", Use.PAGE)).isInstanceOf(Failed.class);
      assertThat(site.ask("/late", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(site.ask("/x", Use.PAGE)).as("half a line is none").isInstanceOf(Fetched.class);
    }
  }

  @Test
  void bytesThatAreNoTextAreLeftOut() throws Exception {
    try (RobotsBench site = new RobotsBench()) {
      site.robots = "\ufeffUser-agent: *\r\nDis\0allow: /b\0\r\n".getBytes(StandardCharsets.UTF_8);
      assertThat(site.ask("/b", Use.PAGE)).isInstanceOf(Failed.class);
      assertThat(site.memory.copies.values())
          .allSatisfy(
              copy -> assertThat(copy.text()).isEqualTo("User-agent: *\r\nDisallow: /b\r\n"));
    }
  }

  @Test
  void aPageInItsPlaceForbidsNothing() throws Exception {
    try (RobotsBench site =
        RobotsBench.saying("<!DOCTYPE html>", "<pre>", "User-agent: *", "Disallow: /", "</pre>")) {
      site.head = "HTTP/1.1 200 OK\nContent-Type: text/html";
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
    }
  }

  @Test
  void itCountsWhateverItsContentTypeIs() throws Exception {
    try (RobotsBench site = RobotsBench.saying("User-agent: *", "Disallow: /")) {
      site.head = "HTTP/1.1 200 OK\nContent-Type: text/html";
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Failed.class);
    }
  }
}
