package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.schedule.Sites.Answer;
import dev.transponder.schedule.Sites.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site asks for is what it gets, over days and restarts, as seen on the wire. */
final class SiteWishesIT {
  /** A Monday. */
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private final Map<String, Function<Request, Answer>> script = new ConcurrentHashMap<>();
  private VirtualService service;
  private Sites sites;
  private String site;

  @BeforeEach
  void open() throws IOException {
    Pace pace = new Pace(1, Duration.ofSeconds(1));
    service = new VirtualService(folder, START, new PacingRules(pace, Map.of()));
    sites = new Sites(service);
    site = sites.open("127.0.2.1", this::answer);
  }

  @AfterEach
  void close() {
    service.close();
    sites.close();
  }

  @Test
  void newValidatorsCountEvenIfTheDocumentIsTheSame() {
    script.put("/feed", r -> Answer.ok(feed(1), "ETag", "\"" + count("/feed") + "\""));
    follow("/feed");
    service.run(HOUR.multipliedBy(3));
    assertThat(sites.requests("/feed")).extracting(Request::etag).contains("\"1\"", "\"2\"");
  }

  @Test
  void noCacheAndNoStoreDoNotForbidToAskConditionally() {
    String[] never = {"Cache-Control", "no-cache, no-store", "Expires", "0", "ETag", "\"1\""};
    script.put("/feed", r -> r.conditional() ? Answer.of(304, never) : Answer.ok(feed(1), never));
    follow("/feed");
    service.run(HOUR.multipliedBy(3));
    assertThat(sites.requests("/feed")).hasSizeBetween(2, 3).last().matches(Request::conditional);
  }

  @Test
  void aDocumentThatCannotBeReadLeavesTheValidatorsOfTheLastOneThatCould() {
    script.put(
        "/feed",
        r ->
            count("/feed") == 2
                ? Answer.ok("<rss", "ETag", "\"bad\"")
                : Answer.ok(feed(1), "ETag", "\"good\""));
    follow("/feed");
    service.run(HOUR.multipliedBy(4));
    assertThat(sites.requests("/feed"))
        .hasSizeGreaterThan(2)
        .noneMatch(request -> "\"bad\"".equals(request.etag()))
        .last()
        .matches(request -> "\"good\"".equals(request.etag()));
  }

  @Test
  void aSiteThatNeverMatchesItsEtagIsAskedByTheDateAlone() {
    String date = "Mon, 23 Nov 2026 00:00:00 GMT";
    script.put(
        "/feed",
        r ->
            r.etag() == null && date.equals(r.date())
                ? Answer.of(304)
                : Answer.ok(feed(1), "ETag", "\"x-gzip\"", "Last-Modified", date));
    follow("/feed");
    service.run(HOUR.multipliedBy(12));
    List<Request> asked = sites.requests("/feed");
    assertThat(asked.subList(1, 4)).allMatch(request -> request.etag() != null);
    assertThat(asked.subList(4, asked.size()))
        .isNotEmpty()
        .allMatch(request -> request.etag() == null && date.equals(request.date()));
  }

  @Test
  void aMoveIsBelievedAfterAWeekAndTakenBackWhenItsTargetIsGone() {
    script.put("/old", r -> Answer.of(301, "Location", "/new"));
    script.put("/new", r -> Answer.ok(feed(1)));
    follow("/old");
    service.run(DAY.multipliedBy(6));
    assertThat(sites.requests("/old")).hasSameSizeAs(sites.requests("/new"));
    service.run(DAY.multipliedBy(2));
    sites.forget();
    service.restart();
    service.run(DAY);
    assertThat(sites.requests("/old")).isEmpty();
    assertThat(sites.requests("/new")).isNotEmpty();
    script.put("/new", r -> Answer.of(404));
    script.put("/old", r -> Answer.ok(feed(1)));
    service.run(DAY);
    sites.forget();
    service.run(DAY);
    assertThat(sites.requests("/new")).isEmpty();
    assertThat(sites.requests("/old")).isNotEmpty();
    assertThat(state("/old").state()).isEqualTo(State.OK);
  }

  @Test
  void aTargetInTroubleIsNotGoneBecauseItsFormerUrlIs() {
    script.put("/old", r -> Answer.of(301, "Location", "/new"));
    script.put("/new", r -> Answer.ok(feed(1)));
    follow("/old");
    service.run(DAY.multipliedBy(9));
    assertThat(state("/old").habits().movedTo()).isNotNull();
    script.put("/old", r -> Answer.of(410));
    script.put("/new", r -> Answer.of(500));
    service.run(DAY.multipliedBy(30));
    assertThat(state("/old").state()).isEqualTo(State.FAILING);
    script.put("/new", r -> Answer.ok(feed(2)));
    service.run(DAY.multipliedBy(2));
    assertThat(state("/old").state()).isEqualTo(State.OK);
    assertThat(service.store().totals().entries()).isEqualTo(2);
  }

  @Test
  void aFeedInTroubleIsNotMissingBecauseThePageThatNamedItIs() {
    script.put(
        "/page",
        r ->
            Answer.ok(
                "<!DOCTYPE html><title>P</title>"
                    + "<link rel=alternate type=application/rss+xml href=/feed>"));
    script.put("/feed", r -> Answer.ok(feed(1)));
    follow("/page");
    service.run(HOUR);
    script.put("/page", r -> Answer.of(404));
    script.put("/feed", r -> Answer.of(500));
    sites.forget();
    service.run(DAY.multipliedBy(30));
    assertThat(longestGap("/feed")).isLessThan(DAY.multipliedBy(2));
    assertThat(state("/page").lastResult()).startsWith("500");
  }

  @Test
  void aRedirectToALoginPageIsNoMove() {
    script.put("/old", r -> Answer.ok(feed(3)));
    follow("/old");
    service.run(HOUR);
    script.put("/old", r -> Answer.of(301, "Location", "/login"));
    script.put("/login", r -> Answer.ok("<!DOCTYPE html><title>Log in</title><form></form>"));
    service.run(DAY.multipliedBy(20));
    assertThat(state("/old").habits().movedTo()).isNull();
    script.put("/old", r -> Answer.ok(feed(4)));
    service.run(DAY.multipliedBy(2));
    assertThat(state("/old").state()).isEqualTo(State.OK);
  }

  @Test
  void goneIsConfirmedADayLaterAndThenNeverAskedAgain() {
    script.put("/feed", r -> Answer.of(410));
    follow("/feed");
    service.run(DAY.multipliedBy(60));
    List<Request> asked = sites.requests("/feed");
    assertThat(asked).hasSize(2);
    assertThat(Duration.between(asked.get(0).at(), asked.get(1).at())).isGreaterThanOrEqualTo(DAY);
  }

  @Test
  void whatIsMissingIsAskedForEverMoreRarelyAndNeverGivenUp() {
    script.put("/feed", r -> Answer.of(404));
    follow("/feed");
    service.run(DAY.multipliedBy(60));
    assertThat(longestGap("/feed")).isBetween(DAY.multipliedBy(7), DAY.multipliedBy(8));
    script.put("/feed", r -> Answer.ok(feed(1)));
    service.run(DAY.multipliedBy(8));
    assertThat(state("/feed").failures()).isZero();
  }

  @Test
  void aSiteInTroubleIsAskedForEverMoreRarelyUpToOnceADay() {
    script.put("/feed", r -> Answer.of(500));
    follow("/feed");
    service.run(DAY.multipliedBy(20));
    assertThat(longestGap("/feed")).isBetween(DAY, DAY.plus(DAY.dividedBy(8)));
    assertThat(sites.requests("/feed")).hasSizeGreaterThan(20);
  }

  @Test
  void tooManyRequestsSilencesAllSourcesOfTheHostOverRestarts() throws Exception {
    script.put("/busy", r -> Answer.of(429, "Retry-After", "86400"));
    script.put("/calm", r -> Answer.ok(feed(1)));
    String other = sites.open("127.0.2.2", r -> Answer.ok(feed(1)));
    service.start(
        List.of(
            Source.of("busy", site + "/busy"),
            Source.of("calm", site + "/calm"),
            Source.of("other", other + "/other")));
    service.run(Duration.ofMinutes(1));
    sites.forget();
    for (int hour = 0; hour < 23; hour++) {
      service.restart();
      service.run(HOUR);
    }
    assertThat(sites.requests()).isNotEmpty().allMatch(request -> request.path().equals("/other"));
    assertThat(service.store().state("calm").reason()).isEqualTo("its host asked for silence");
    script.put("/busy", r -> Answer.ok(feed(1)));
    service.run(HOUR.multipliedBy(5));
    assertThat(sites.requests("/busy")).isNotEmpty();
    assertThat(sites.requests("/calm")).isNotEmpty();
  }

  @Test
  void aBusySourceIsLeftAloneAndItsHostIsNot() {
    script.put("/busy", r -> Answer.of(503, "Retry-After", "36000"));
    script.put("/calm", r -> Answer.ok(feed(1)));
    follow("/busy", "/calm");
    service.run(HOUR.multipliedBy(8));
    assertThat(sites.requests("/busy")).hasSize(1);
    assertThat(sites.requests("/calm")).hasSizeGreaterThan(3);
  }

  @Test
  void maxAgeCountsOnA304AsWell() {
    String[] fresh = {"Cache-Control", "max-age=43200", "ETag", "\"1\""};
    script.put("/feed", r -> r.conditional() ? Answer.of(304, fresh) : Answer.ok(feed(1), fresh));
    follow("/feed");
    service.run(DAY.multipliedBy(3));
    assertThat(shortestGap("/feed")).isGreaterThanOrEqualTo(Duration.ofHours(12));
    assertThat(state("/feed").reason()).isEqualTo("the site asked for 12 h (max-age)");
  }

  @Test
  void theWishesOfADocumentHoldWhileItIsNotSentAgain() {
    String wishes = "<ttl>360</ttl><skipHours><hour>7</hour><hour>8</hour></skipHours>";
    script.put(
        "/feed",
        r ->
            r.conditional()
                ? Answer.of(304)
                : Answer.ok(feed(1).replace("<item>", wishes + "<item>"), "ETag", "\"1\""));
    follow("/feed");
    service.run(DAY.multipliedBy(5));
    assertThat(shortestGap("/feed")).isGreaterThanOrEqualTo(Duration.ofHours(6));
    assertThat(sites.requests("/feed"))
        .hasSizeGreaterThan(12)
        .noneMatch(r -> List.of(7, 8).contains(r.at().atZone(ZoneOffset.UTC).getHour()));
  }

  @Test
  void aSourceThatHasFallenSilentIsReadOnceADay() {
    script.put("/feed", r -> Answer.ok(feed(1)));
    follow("/feed");
    service.run(DAY.multipliedBy(40));
    sites.forget();
    service.run(DAY.multipliedBy(10));
    assertThat(sites.requests("/feed")).hasSizeBetween(9, 11);
  }

  @Test
  void theNewPartOfAFeedIsAddedAndWhatIsNotInItStays() {
    script.put(
        "/feed",
        r ->
            "\"1\"".equals(r.etag())
                ? new Answer(226, feed(2), List.of("IM", "feed", "ETag", "\"2\""))
                : r.etag() == null ? Answer.ok(feed(1), "ETag", "\"1\"") : Answer.of(304));
    follow("/feed");
    service.run(HOUR.multipliedBy(4));
    assertThat(service.store().totals().entries()).isEqualTo(2);
    assertThat(sites.requests("/feed")).last().extracting(Request::etag).isEqualTo("\"2\"");
  }

  @Test
  void aClockThatIsSetBackStopsNobody() {
    script.put("/1", r -> Answer.ok(feed(1)));
    script.put("/2", r -> Answer.ok(feed(1)));
    follow("/1", "/2");
    service.run(HOUR.multipliedBy(2));
    service.jump(DAY.multipliedBy(-30));
    sites.forget();
    service.run(HOUR.multipliedBy(25));
    assertThat(sites.requests("/1")).isNotEmpty();
    assertThat(sites.requests("/2")).isNotEmpty();
  }

  @Test
  void aDiscoveredFeedThatIsGoneIsGone() {
    script.put(
        "/page",
        r ->
            Answer.ok(
                "<!DOCTYPE html><title>P</title>"
                    + "<link rel=alternate type=application/rss+xml href=/feed>"));
    script.put("/feed", r -> Answer.ok(feed(1)));
    follow("/page");
    service.run(HOUR);
    sites.forget();
    script.put("/feed", r -> Answer.of(410));
    service.run(DAY.multipliedBy(30));
    assertThat(sites.requests("/feed")).hasSize(2);
    assertThat(state("/page").state()).isEqualTo(State.GONE);
    assertThat(state("/page").nextCheck()).isEqualTo(Instant.MAX);
  }

  @Test
  void aFeedThatNamesItsQuietHoursIsLeftAloneInThemAlsoAfterAStop() {
    String quiet = "<skipHours><hour>7</hour><hour>8</hour></skipHours>";
    script.put("/feed", r -> Answer.ok(feed(1).replace("<item>", quiet + "<item>")));
    follow("/feed");
    service.run(HOUR.multipliedBy(5));
    service.jump(HOUR.multipliedBy(2).plusMinutes(10));
    sites.forget();
    service.run(HOUR.multipliedBy(1));
    assertThat(sites.requests("/feed")).isEmpty();
    service.run(HOUR.multipliedBy(3));
    assertThat(sites.requests("/feed")).isNotEmpty();
  }

  private Answer answer(Request request) {
    return script.getOrDefault(request.path(), r -> Answer.of(404)).apply(request);
  }

  private void follow(String... paths) {
    List<Source> sources = new ArrayList<>();
    for (String path : paths) {
      sources.add(Source.of(path.substring(1), site + path));
    }
    service.start(sources);
  }

  private SourceState state(String path) {
    return service.store().state(path.substring(1));
  }

  private int count(String path) {
    return sites.requests(path).size();
  }

  private Duration shortestGap(String path) {
    return gaps(path).stream().min(Duration::compareTo).orElseThrow();
  }

  private Duration longestGap(String path) {
    return gaps(path).stream().max(Duration::compareTo).orElseThrow();
  }

  private List<Duration> gaps(String path) {
    List<Request> asked = sites.requests(path);
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < asked.size(); i++) {
      gaps.add(Duration.between(asked.get(i - 1).at(), asked.get(i).at()));
    }
    return gaps;
  }

  /** A feed of one entry, of the first day. */
  static String feed(int number) {
    return "<rss version='2.0'><channel><title>T</title><item><guid>%d</guid><title>E</title>"
            .formatted(number)
        + "<pubDate>"
        + START
        + "</pubDate></item></channel></rss>";
  }
}
