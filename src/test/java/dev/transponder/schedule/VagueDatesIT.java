package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.schedule.Sites.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that says its dates from the present, day after day. */
final class VagueDatesIT {
  private static final Instant START = Instant.parse("2026-11-23T09:30:00Z");
  private static final List<String> TITLES =
      List.of("The lamp is lit", "Fares go up", "Pier two opens", "Fog until noon", "A new crane");

  @TempDir Path folder;
  private VirtualService service;
  private Sites sites;
  private volatile String suffix = "";

  @BeforeEach
  void open() throws IOException {
    Pace pace = new Pace(1, Duration.ofSeconds(1));
    service = new VirtualService(folder, START, new PacingRules(pace, Map.of()));
    sites = new Sites(service);
    String url = sites.open("127.0.5.2", _ -> page());
    service.start(List.of(Source.of("page", url + "/")));
    service.run(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    service.close();
    sites.close();
  }

  @Test
  void aDateThatMovesWithThePresentIsNoChange() {
    List<StoredEntry> before = entries();
    assertThat(before)
        .hasSize(5)
        .extracting(entry -> entry.entry().published())
        .contains(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-18T00:00:00Z"));
    long asked = sites.requests().size();
    for (int day = 0; day < 9; day++) {
      service.run(Duration.ofDays(1));
      service.restart();
    }
    assertThat(sites.requests().size() - asked).as("the page was read again").isGreaterThan(8);
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void anEntryThatReallyChangesKeepsTheDateItCameWith() {
    List<StoredEntry> before = entries();
    service.run(Duration.ofDays(5));
    suffix = " (corrected)";
    service.run(Duration.ofDays(3));
    assertThat(entries())
        .hasSize(5)
        .allMatch(entry -> String.valueOf(entry.entry().title()).endsWith(" (corrected)"))
        .extracting(entry -> entry.entry().published())
        .isEqualTo(before.stream().map(entry -> entry.entry().published()).toList());
  }

  private List<StoredEntry> entries() {
    return service.store().newest(0, 100);
  }

  /** Cards without and with an excerpt that says the date as well. */
  private Answer page() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><title>Notes</title><main>");
    for (int n = 0; n < TITLES.size(); n++) {
      long days = Duration.between(START, service.instant()).toDays() + n + 1;
      String ago =
          days < 7
              ? (days == 1 ? "yesterday" : days + " days ago")
              : days < 14 ? "1 week ago" : days / 7 + " weeks ago";
      html.append(
          """
          <div class="card"><h2><a href="/notes/%1$d">%2$s%3$s</a></h2><i class="when">%4$s</i>
          <p>Written down %4$s by the keeper, at some length, and with an end.</p></div>
          """
              .formatted(n, TITLES.get(n), suffix, ago));
    }
    return Answer.ok(html + "</main>");
  }
}
