package dev.transponder.fetch;

import static dev.transponder.fetch.RobotsBench.BROKEN;
import static dev.transponder.fetch.RobotsBench.NONE;
import static dev.transponder.fetch.RobotsBench.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When robots.txt is asked for, and what counts while it cannot be had. */
final class RobotsRenewalIT {
  private static final String FORBIDDEN = "User-agent: *\nDisallow: /list";

  private static Failure failure(Outcome outcome) {
    return ((Failed) outcome).failure();
  }

  private static long times(RobotsBench site) {
    return site.asked().stream().filter("/robots.txt"::equals).count();
  }

  @Test
  void itIsAskedForOnceADayAlsoOverRestarts() throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      for (int hour = 0; hour < 24; hour++) {
        assertThat(failure(site.ask("/list", Use.PAGE))).isEqualTo(Failure.FORBIDDEN);
        site.restart();
        site.pass(Duration.ofHours(1));
      }
      assertThat(site.asked()).containsExactly("/robots.txt");
      site.robots = new byte[0];
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(site.asked()).containsExactly("/robots.txt", "/robots.txt", "/list");
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 60", "7200, 120", "864000, 1440"})
  void maxAgeMayShortenTheDayButNotBelowAnHour(int maxAge, int minutes) throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      site.head = OK + "\nCache-Control: max-age=" + maxAge;
      site.ask("/list", Use.PAGE);
      site.pass(Duration.ofMinutes(minutes - 1));
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(1);
      site.pass(Duration.ofMinutes(1));
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(2);
    }
  }

  @Test
  void itIsRenewedConditionallyAndA304KeepsIt() throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      site.head = OK + "\nETag: \"r1\"\nLast-Modified: Sat, 1 Jan 2022 0:00:00 GMT";
      site.ask("/list", Use.PAGE);
      site.head = "HTTP/1.1 304 Not Modified";
      site.robots = new byte[0];
      for (int day = 1; day <= 2; day++) {
        site.restart();
        site.pass(Duration.ofDays(1));
        assertThat(failure(site.ask("/list", Use.PAGE))).isEqualTo(Failure.FORBIDDEN);
      }
      assertThat(site.asked()).containsOnly("/robots.txt").hasSize(3);
      assertThat(site.origin.asked().getFirst().header("If-None-Match")).isNull();
      assertThat(site.origin.asked().subList(1, 3))
          .allSatisfy(
              asked -> {
                assertThat(asked.header("If-None-Match")).isEqualTo("\"r1\"");
                assertThat(asked.header("If-Modified-Since"))
                    .isEqualTo("Sat, 1 Jan 2022 0:00:00 GMT");
                assertThat(asked.header("A-IM")).isNull();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 No", "403 Forbidden", "401 Who?", "410 Gone", "451 Law", "204 None"})
  void aSiteWithoutOneForbidsNothing(String status) throws Exception {
    try (RobotsBench site = RobotsBench.answering("HTTP/1.1 " + status)) {
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(site.asked()).containsExactly("/robots.txt", "/list", "/list");
    }
  }

  @Test
  void whatWasForbiddenIsAllowedOnceTheSiteHasNone() throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      site.ask("/list", Use.PAGE);
      site.head = NONE;
      site.pass(Duration.ofDays(1));
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "500 Broken",
        "503 Busy",
        "502 Bad Gateway",
        "301 Moved",
        "200 OK\nContent-Encoding: zstd"
      })
  void pagesAreLeftAloneWhileItCannotBeHad(String status) throws Exception {
    try (RobotsBench site = RobotsBench.answering("HTTP/1.1 " + status)) {
      site.robots = "User-agent: *".getBytes(StandardCharsets.UTF_8);
      assertThat(site.ask("/list", Use.PAGE))
          .isInstanceOfSatisfying(
              Failed.class,
              failed ->
                  assertThat(failed.message())
                      .startsWith(
                          "robots.txt of 127.0.0.1:" + site.origin.port() + " cannot be had (")
                      .endsWith("): its pages are not asked for"));
      assertThat(site.ask("/feed", Use.FEED)).as("feeds are").isInstanceOf(Fetched.class);
      assertThat(site.asked()).containsExactly("/robots.txt", "/feed");
    }
  }

  @Test
  void afterAFailureItIsAskedForAgainInAnHour() throws Exception {
    try (RobotsBench site = RobotsBench.answering(BROKEN)) {
      site.ask("/list", Use.PAGE);
      site.restart();
      site.pass(Duration.ofMinutes(59));
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(1);
      site.pass(Duration.ofMinutes(1));
      site.head = NONE;
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(times(site)).isEqualTo(2);
    }
  }

  @Test
  void retryAfterOfA503IsWaitedFor() throws Exception {
    try (RobotsBench site = RobotsBench.answering("HTTP/1.1 503 Busy\nRetry-After: 18000")) {
      site.ask("/list", Use.PAGE);
      site.pass(Duration.ofHours(4));
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(1);
      site.pass(Duration.ofHours(1));
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(2);
      assertThat(site.bench.pacing.holds).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "31, 31", "400, 31"})
  void retryAfterOfA503IsWaitedForAsOfAnyOtherUrl(int asked, int waited) throws Exception {
    long seconds = Duration.ofDays(asked).toSeconds();
    try (RobotsBench site = RobotsBench.answering("HTTP/1.1 503 Busy\nRetry-After: " + seconds)) {
      site.ask("/list", Use.PAGE);
      site.pass(Duration.ofDays(waited).minusMinutes(1));
      site.ask("/list", Use.PAGE);
      site.restart();
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(1);
      site.pass(Duration.ofMinutes(1));
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(2);
    }
  }

  @Test
  void a429HoldsTheHostAndThePagesWithIt() throws Exception {
    try (RobotsBench site = RobotsBench.answering("HTTP/1.1 429 No\nRetry-After: 7200")) {
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Failed.class);
      assertThat(site.bench.pacing.holds).containsEntry("127.0.0.1", Bench.NOW.plusSeconds(7200));
      assertThat(site.ask("/feed", Use.FEED)).isInstanceOf(Throttled.class);
      assertThat(site.asked()).containsExactly("/robots.txt");
    }
  }

  @Test
  void aHeldHostIsNotAskedForIt() throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      site.bench.pacing.hold("127.0.0.1", Bench.NOW.plusSeconds(60));
      assertThat(site.ask("/list", Use.PAGE)).isEqualTo(new Throttled(0, Duration.ofMinutes(1)));
      assertThat(site.asked()).isEmpty();
      assertThat(site.memory.copies).isEmpty();
    }
  }

  @Test
  void theLastGoodCopyCountsWhileItFails() throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      site.ask("/list", Use.PAGE);
      site.head = BROKEN;
      site.pass(Duration.ofDays(1));
      site.restart();
      assertThat(failure(site.ask("/list", Use.PAGE))).isEqualTo(Failure.FORBIDDEN);
      assertThat(site.ask("/other", Use.PAGE)).isInstanceOf(Fetched.class);
      assertThat(times(site)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterThirtyDaysOfFailingItCountsAsNone(boolean knownBefore) throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      if (knownBefore) {
        site.ask("/list", Use.PAGE);
        site.pass(Duration.ofDays(1));
      }
      site.head = BROKEN;
      for (int day = 0; day < 30; day++) {
        assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Failed.class);
        site.restart();
        site.pass(Duration.ofDays(1));
      }
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
      site.head = OK;
      site.pass(Duration.ofDays(1));
      assertThat(failure(site.ask("/list", Use.PAGE))).isEqualTo(Failure.FORBIDDEN);
    }
  }

  @Test
  void twoFailuresAMonthApartAreNoMonthOfFailing() throws Exception {
    try (RobotsBench site = RobotsBench.answering(BROKEN)) {
      site.ask("/list", Use.PAGE);
      site.pass(Duration.ofDays(31));
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Failed.class);
    }
  }

  @Test
  void aSiteThatCannotBeReachedIsLeftAlone() throws Exception {
    RobotsBench site = new RobotsBench();
    try (site) {
      site.origin.close();
      assertThat(site.ask("/list", Use.PAGE))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.message()).contains("no connection to"));
    }
  }

  @Test
  void aRobotsTxtThatNeverComesIsWaitedForOnce() throws Exception {
    try (Origin silent = new Origin((asked, out) -> out.flush());
        RobotsBench site = new RobotsBench()) {
      Source source = Source.of("a", silent.url("/list"));
      assertThat(site.ask(source, source.url(), Use.PAGE))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> assertThat(failed.message()).contains("no answer within 2 s"));
      assertThat(site.ask(source, source.url(), Use.PAGE)).isInstanceOf(Failed.class);
      assertThat(RobotsBench.asked(silent)).containsExactly("/robots.txt");
    }
  }

  @Test
  void aClockThatWasSetBackDoesNotKeepACopyForLonger() throws Exception {
    try (RobotsBench site = RobotsBench.saying(FORBIDDEN)) {
      site.ask("/list", Use.PAGE);
      site.pass(Duration.ofDays(-365));
      site.ask("/list", Use.PAGE);
      assertThat(times(site)).isEqualTo(2);
    }
  }

  /** An origin whose robots.txt is that many redirects away, each on another host and back. */
  private static Origin leading(int hops, String end) {
    return new Origin(
        (asked, out) -> {
          int hop =
              asked.path().equals("/robots.txt") ? 0 : Integer.parseInt(asked.path().substring(1));
          String port = Integer.toString(asked.socket().getLocalPort());
          String host = hop % 2 == 0 ? "other.test:" : "127.0.0.1:";
          String next = "HTTP/1.1 302 Found\nLocation: http://" + host + port + "/" + (hop + 1);
          if (hop == hops) {
            send(out, OK, end);
          } else {
            send(out, next, "");
          }
        });
  }

  private static void send(OutputStream out, String head, String body) throws IOException {
    Origin.send(out, head, body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"5, FORBIDDEN", "6, UNUSABLE"})
  void fiveRedirectsAreFollowedAlsoToOtherHosts(int hops, Failure failure) throws Exception {
    try (Origin far = leading(hops, FORBIDDEN);
        RobotsBench site = new RobotsBench()) {
      site.bench.names.put("other.test", "127.0.0.1");
      Source source = Bench.source(far.url("/list"), true, Map.of("X-Api-Key", "k"));
      assertThat(failure(site.ask(source, source.url(), Use.PAGE))).isEqualTo(failure);
      assertThat(RobotsBench.asked(far))
          .isEqualTo(List.of("/robots.txt", "/1", "/2", "/3", "/4", "/5"));
    }
  }

  @Test
  void itsRedirectToAPrivateHostIsRefused() throws Exception {
    try (Origin admin = new Origin("127.0.0.2", (asked, out) -> out.write(0));
        RobotsBench site =
            RobotsBench.answering("HTTP/1.1 302 Found\nLocation: " + admin.url("/"))) {
      assertThat(site.ask("/list", Use.PAGE))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.message()).contains("is not public"));
      assertThat(admin.connections()).isZero();
    }
  }

  @Test
  void aSourceThatMayNotReachAPrivateHostShutsItForNobodyElse() throws Exception {
    try (RobotsBench site = new RobotsBench()) {
      Source source = Source.of("a", "http://public.test/");
      assertThat(failure(site.ask(source, site.origin.url("/list"), Use.PAGE)))
          .isEqualTo(Failure.REFUSED);
      assertThat(site.origin.connections()).isZero();
      assertThat(site.ask("/list", Use.PAGE)).isInstanceOf(Fetched.class);
    }
  }
}
