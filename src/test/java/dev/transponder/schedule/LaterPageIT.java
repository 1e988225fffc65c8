package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Selectors;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState.State;
import dev.transponder.schedule.Sites.Answer;
import dev.transponder.schedule.Sites.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listing of two pages whose second one is too busy for days. */
final class LaterPageIT {
  private static final Duration DAY = Duration.ofDays(1);

  private volatile boolean busy = true;

  @Test
  void aBusyPageIsNotAskedForSoonerThanItWantsAndThoseBeforeItAreKept(@TempDir Path folder)
      throws IOException {
    PacingRules rules = new PacingRules(new Pace(1, Duration.ofSeconds(1)), Map.of());
    VirtualService service =
        new VirtualService(folder, Instant.parse("2026-11-23T00:00:00Z"), rules);
    Sites sites = new Sites(service);
    try (service) {
      service.start(List.of(listing(sites.open("127.0.2.1", this::answer) + "/list")));
      service.run(DAY);
      service.restart();
      service.run(DAY.multipliedBy(8));

      assertThat(sites.requests("/list/2")).hasSize(1);
      assertThat(service.store().totals().entries()).isEqualTo(1);
      assertThat(service.store().state("s").state()).isEqualTo(State.OK);
      assertThat(service.store().state("s").reason())
          .isEqualTo("the site asked for 10 d on a later page");
      assertThat(service.store().state("s").habits().silentUntil())
          .as("not by hand either")
          .isAfter(service.instant());

      busy = false;
      service.run(DAY.multipliedBy(3));
      assertThat(sites.requests("/list/2")).hasSizeGreaterThan(1);
      assertThat(service.store().totals().entries()).isEqualTo(2);
      assertThat(service.store().state("s").habits().silentUntil()).isNull();
    } finally {
      sites.close();
    }
  }

  private static Source listing(String url) {
    Selectors selectors = new Selectors("li", null, null, null, null, null, null, null, "a.next");
    return new Source(
        "s", url, null, null, 2, selectors, null, 0, Dedupe.OFF, Map.of(), false, false);
  }

  private Answer answer(Request request) {
    return switch (request.path()) {
      case "/list" -> Answer.ok(page(1, "<a class=next href=/list/2>Older</a>"));
      case "/list/2" ->
          busy
              ? Answer.of(503, "Retry-After", String.valueOf(DAY.multipliedBy(10).toSeconds()))
              : Answer.ok(page(2, ""));
      default -> Answer.of(404);
    };
  }

  private static String page(int number, String next) {
    return "<!doctype html><title>List</title><ul><li><a href=/e/%d>Entry %d</a></ul>%s"
        .formatted(number, number, next);
  }
}
