package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.LearnedList;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.schedule.Sites.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose list was found by itself, and what happens when it becomes another page. */
final class DriftIT {
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir Path folder;
  private VirtualService service;
  private Sites sites;
  private String url;
  private volatile Answer answer = list("card", 1);

  @BeforeEach
  void open() throws IOException {
    Pace pace = new Pace(1, Duration.ofSeconds(1));
    service = new VirtualService(folder, START, new PacingRules(pace, Map.of()));
    sites = new Sites(service);
    url = sites.open("127.0.5.1", _ -> answer);
    service.start(List.of(Source.of("page", url + "/")));
    service.run(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    service.close();
    sites.close();
  }

  @Test
  void whatWasFoundIsKeptOverRestartsAndUsedAgain() {
    LearnedList found = Objects.requireNonNull(state().habits().list());
    assertThat(state().kind()).isEqualTo("listing");
    assertThat(entries()).isEqualTo(10);
    answer = list("card", 3);
    service.restart();
    service.run(Duration.ofDays(2));
    assertThat(entries()).isEqualTo(12);
    assertThat(Objects.requireNonNull(state().habits().list()).rule()).isEqualTo(found.rule());
  }

  @Test
  void anotherMarkupOfTheSameEntriesIsLearnedAnewAndSaid() {
    LearnedList found = Objects.requireNonNull(state().habits().list());
    answer = list("teaser", 2);
    service.run(Duration.ofDays(2));
    assertThat(entries()).isEqualTo(11);
    assertThat(state().state()).isEqualTo(State.OK);
    assertThat(Objects.requireNonNull(state().habits().list()).rule()).isNotEqualTo(found.rule());
    sites.forget();
    service.run(Duration.ofDays(2));
    assertThat(entries()).isEqualTo(11);
  }

  @Test
  void aListOfSomethingElseIsDriftAndChangesNothing() {
    LearnedList found = Objects.requireNonNull(state().habits().list());
    answer = list("product", 500);
    service.run(Duration.ofDays(3));
    assertThat(entries()).isEqualTo(10);
    assertThat(state().state()).isEqualTo(State.DRIFTED);
    assertThat(state().lastResult())
        .startsWith("the page lists nothing that is known of it any more; ");
    assertThat(state().habits().list()).isEqualTo(found);
    answer = list("card", 2);
    service.run(Duration.ofDays(3));
    assertThat(state().state()).isEqualTo(State.OK);
    assertThat(entries()).isEqualTo(11);
  }

  @Test
  void anErrorPageIsDriftAndNeverAnEntry() {
    answer =
        Answer.ok(
            "<!DOCTYPE html><title>Sorry</title><h1>Something went wrong</h1>"
                + "<p>We are working on it. Please come back in an hour or two.</p>"
                + "<a href='/'>Start page</a> <a href='/help'>Help</a>");
    service.run(Duration.ofDays(3));
    assertThat(entries()).isEqualTo(10);
    assertThat(state().state()).isEqualTo(State.DRIFTED);
  }

  private SourceState state() {
    return service.store().state("page");
  }

  private long entries() {
    return service.store().totals().entries();
  }

  /** Ten cards, the first one with that number; a number gives the same entry in every markup. */
  private static Answer list(String name, int first) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html><title>Notes</title><main>");
    for (int n = first + 9; n >= first; n--) {
      String date = n > 99 ? "2020-01-%02d".formatted(n - 499) : "2026-10-%02d".formatted(n);
      html.append(
          """
          <div class="%1$s"><h2><a href="/%2$s/%3$d">%2$s number %3$d of the harbour</a></h2>
          <time datetime="%4$s">%4$s</time><p>It tells of ships and of the weather, at some length,
          and then it ends.</p></div>
          """
              .formatted(name, n > 99 ? "offer" : "note", n, date));
    }
    return Answer.ok(html + "</main>");
  }
}
