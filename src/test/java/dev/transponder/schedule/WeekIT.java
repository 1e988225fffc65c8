package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.schedule.Sites.Answer;
import dev.transponder.schedule.Sites.Request;
import dev.transponder.schedule.VirtualService.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many sources for a long time, with a restart every hour: no host sees two requests closer than
 * its gap, none earlier than it asked, and every source is read as often as it allows.
 *
 * <p>As built: 200 sources on 20 addresses for a day. {@code -Dweek} makes it 2,000 sources on 100
 * addresses for a week, {@code -Dweek=30} for thirty hours.
 */
final class WeekIT {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final Pace PACE = new Pace(1, Duration.ofSeconds(1));
  private static final boolean WHOLE = System.getProperty("week") != null;
  private static final int HOSTS = WHOLE ? 100 : 20;
  private static final int SOURCES = WHOLE ? 2_000 : 200;
  private static final int HOURS = WHOLE ? Integer.getInteger("week", 7 * 24) : 24;

  /** A tick, the thinning of a crowd, a gap behind others of the host. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  @TempDir Path folder;
  private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastSeen = new ConcurrentHashMap<>();
  private final List<String> offences = new CopyOnWriteArrayList<>();
  private VirtualService service;
  private Sites sites;

  @BeforeEach
  void open() {
    service = new VirtualService(folder, START, new PacingRules(PACE, Map.of()));
    sites = new Sites(service);
  }

  @AfterEach
  void close() {
    service.close();
    sites.close();
  }

  @Test
  void noSiteIsAskedTooOftenAndNoneTooRarely() throws Exception {
    service.start(sources());
    for (int hour = 0; hour < HOURS; hour++) {
      service.run(Duration.ofHours(1));
      service.restart();
    }
    assertThat(offences).isEmpty();
    assertThat(lastSeen).as("every source was read").hasSize(SOURCES);
    lastSeen.forEach(
        (path, last) ->
            assertThat(last)
                .as("the last request to %s", path)
                .isAfter(service.instant().minus(atMost(way(path)))));
    assertGaps(PACE.gap());
    assertThat(service.starts()).hasSize(sites.requests().size() + sites.robots());
    assertThat(sites.robots()).isLessThanOrEqualTo(HOSTS * (HOURS / 24 + 1));
  }

  private List<Source> sources() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (int host = 0; host < HOSTS; host++) {
      String url = sites.open("127.0.1." + (host + 1), this::answer);
      for (int i = host; i < SOURCES; i += HOSTS) {
        Way way = Way.values()[i / HOSTS % Way.values().length];
        sources.add(Source.of("s" + i, url + "/" + way + "/" + i));
      }
    }
    return sources;
  }

  /** What the sites of this world want. */
  private enum Way {
    PLAIN,
    MAX_AGE,
    TTL,
    NIGHT,
    BUSY,
    THROTTLING
  }

  private Answer answer(Request request) {
    Way way = way(request.path());
    Instant now = request.at();
    check(request, way, now);
    boolean first = lastSeen.put(request.path(), now) == null;
    if (!first && !request.conditional()) {
      offences.add(request + " is not conditional");
    }
    int hour = now.atZone(ZoneOffset.UTC).getHour();
    if (way == Way.BUSY && hour % 6 == 5) {
      notBefore.put(request.path(), now.plus(Duration.ofHours(3)));
      return Answer.of(503, "Retry-After", "10800");
    }
    if (way == Way.THROTTLING && hour == 7) {
      notBefore.put(request.host(), now.plus(Duration.ofHours(2)));
      return Answer.of(429, "Retry-After", "7200");
    }
    return switch (way) {
      case MAX_AGE -> {
        notBefore.put(request.path(), now.plus(Duration.ofHours(5)));
        yield document(request, "", "Cache-Control", "max-age=18000");
      }
      case TTL -> {
        notBefore.put(request.path(), now.plus(Duration.ofHours(4)));
        yield document(request, "<ttl>240</ttl>");
      }
      case NIGHT ->
          document(
              request,
              "<skipHours><hour>1</hour><hour>2</hour></skipHours>"
                  + "<skipDays><day>Saturday</day></skipDays>");
      case PLAIN, BUSY, THROTTLING -> document(request, "");
    };
  }

  /** A feed with an entry for each six hours; the same bytes until the next one. */
  private static Answer document(Request request, String wishes, String... headers) {
    long age = Duration.between(START, request.at()).toHours() / 6;
    StringBuilder entries = new StringBuilder();
    for (long i = Math.max(age - 10, -10); i <= age; i++) {
      Instant date = START.plus(Duration.ofHours(6 * i));
      entries.append(
          "<item><guid>%s-%d</guid><title>Entry %d</title><pubDate>%s</pubDate></item>"
              .formatted(request.path(), i, i, date));
    }
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("ETag", "\"" + age + "\""));
    if (("\"" + age + "\"").equals(request.etag())) {
      return new Answer(304, "", all);
    }
    String body =
        "<rss version='2.0'><channel><title>T</title>" + wishes + entries + "</channel></rss>";
    return new Answer(200, body, all);
  }

  private void check(Request request, Way way, Instant now) {
    for (String who : List.of(request.host(), request.path())) {
      Instant earliest = notBefore.get(who);
      if (earliest != null && now.isBefore(earliest)) {
        offences.add(request + " came before " + earliest);
      }
    }
    Instant last = lastSeen.get(request.path());
    if (last == null) {
      return;
    }
    if (now.isBefore(last.plus(Duration.ofHours(1)))) {
      offences.add(request + " came within an hour of " + last);
    }
    ZonedDateTime time = now.atZone(ZoneOffset.UTC);
    if (way == Way.NIGHT
        && (time.getHour() == 1
            || time.getHour() == 2
            || time.getDayOfWeek() == DayOfWeek.SATURDAY)) {
      offences.add(request + " came in an hour to be left out");
    }
    if (now.isAfter(last.plus(atMost(way)))) {
      offences.add(request + " came late, after " + last);
    }
  }

  private static Duration atMost(Way way) {
    return longest(way).plus(longest(way).dividedBy(10)).plus(SLACK);
  }

  private static Way way(String path) {
    return Way.valueOf(path.split("/", -1)[1]);
  }

  /** How long a source of that kind may be left alone; a held host costs each of its sources. */
  private static Duration longest(Way way) {
    Duration held = Duration.ofHours(3);
    return held.plus(
        switch (way) {
          case PLAIN, THROTTLING -> Duration.ofHours(1);
          case MAX_AGE -> Duration.ofHours(5);
          case TTL -> Duration.ofHours(4);
          case NIGHT -> Duration.ofHours(1 + 2 + 24);
          case BUSY -> Duration.ofHours(3 + 1);
        });
  }

  private void assertGaps(Duration gap) {
    Map<String, Instant> last = new HashMap<>();
    for (Start start : service.starts()) {
      Instant before = last.put(start.host(), start.at());
      if (before != null) {
        assertThat(Duration.between(before, start.at()))
            .as("between two requests to %s at %s", start.host(), start.at())
            .isGreaterThanOrEqualTo(gap);
      }
    }
    assertThat(last).hasSize(HOSTS);
  }
}
