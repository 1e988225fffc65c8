package dev.transponder.schedule;

import static dev.transponder.schedule.SiteWishesIT.feed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState.State;
import dev.transponder.schedule.Sites.Answer;
import dev.transponder.schedule.Sites.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When it is not the sites: outages of our own network, and a clock that jumps. */
final class OutageIT {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private VirtualService service;
  private Sites sites;

  @BeforeEach
  void open() {
    Pace pace = new Pace(1, Duration.ofSeconds(1));
    service = new VirtualService(folder, START, new PacingRules(pace, Map.of()));
    sites = new Sites(service);
  }

  @AfterEach
  void close() {
    service.close();
    sites.close();
  }

  @Test
  void ourOwnOutageIsNobodysFault() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String url = sites.open("127.0.3." + (i + 1), r -> Answer.ok(feed(1)));
      sources.add(Source.of("s" + i, url + "/feed"));
    }
    service.start(sources);
    service.run(Duration.ofMinutes(10));
    sites.shut();
    service.run(HOUR.multipliedBy(9));
    assertThat(sources).allMatch(source -> service.store().state(source.id()).failures() <= 1);
    sites.forget();
    sites.reopen();
    service.run(Duration.ofMinutes(30));
    assertThat(sites.requests()).extracting(Request::host).containsOnlyOnceElementsOf(hosts(5));
    assertThat(sources).allMatch(source -> service.store().state(source.id()).state() == State.OK);
  }

  @Test
  void aHostThatHasTheFeedsOfManySitesIsOneHost() throws IOException {
    String feeds = sites.open("127.0.5.9", r -> Answer.ok(feed(1)));
    List<Source> sources = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      String page =
          "<!DOCTYPE html><title>P</title><link rel=alternate type=application/rss+xml href="
              + feeds
              + "/"
              + i
              + ">";
      String url = sites.open("127.0.5." + i, r -> Answer.ok(page));
      sources.add(mayBePrivate("s" + i, url + "/page"));
    }
    service.start(sources);
    service.run(Duration.ofMinutes(10));
    assertThat(sites.requests()).extracting(Request::path).contains("/1", "/2", "/3", "/4");
    sites.shut("127.0.5.9");
    service.run(HOUR.multipliedBy(9));
    assertThat(sources).allMatch(source -> service.store().state(source.id()).failures() > 1);
  }

  @Test
  void filesAreReadInAnOutageAndAreNoProbesOfTheNetwork() throws IOException {
    Files.writeString(folder.resolve("feed.xml"), feed(1));
    List<Source> asked = new ArrayList<>();
    List<Source> files = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String url = sites.open("127.0.3." + (i + 1), r -> Answer.ok(feed(1)));
      asked.add(Source.of("s" + i, url + "/feed"));
    }
    for (int i = 0; i < 150; i++) {
      files.add(Source.of("file" + i, folder.resolve("feed.xml").toUri().toString()));
    }
    service.start(Stream.concat(asked.stream(), files.stream()).toList());
    service.run(Duration.ofMinutes(10));
    sites.shut();
    service.run(HOUR.multipliedBy(6));
    Instant lately = service.instant().minus(Duration.ofMinutes(75));
    assertThat(files)
        .extracting(file -> service.store().state(file.id()).lastAt())
        .allMatch(at -> at != null && at.isAfter(lately));
    assertThat(asked).allMatch(site -> service.store().state(site.id()).failures() <= 1);
  }

  @Test
  void aClockThatJumpsForwardBringsNoHerd() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (int host = 0; host < 30; host++) {
      String url = sites.open("127.0.4." + (host + 1), r -> Answer.ok(feed(1)));
      for (int i = 0; i < 10; i++) {
        sources.add(Source.of("s" + host + "-" + i, url + "/" + i));
      }
    }
    service.start(sources);
    service.run(Duration.ofMinutes(30));
    service.jump(DAY.multipliedBy(9));
    sites.forget();
    service.run(Duration.ofMinutes(1));
    assertThat(sites.requests()).hasSizeBetween(60, 180);
    service.run(Duration.ofMinutes(15));
    assertThat(sites.requests()).hasSize(300);
  }

  private static Source mayBePrivate(String id, String url) {
    return new Source(id, url, null, null, 1, null, null, 0, Dedupe.NEAR, Map.of(), true, false);
  }

  private static List<String> hosts(int count) {
    List<String> hosts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      hosts.add("127.0.3." + i);
    }
    return hosts;
  }
}
