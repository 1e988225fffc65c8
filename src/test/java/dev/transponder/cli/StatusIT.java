package dev.transponder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.config.Config;
import dev.transponder.config.FeedsFile;
import dev.transponder.model.Habits;
import dev.transponder.model.Plan;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Validators;
import dev.transponder.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatusIT {
  private static final String FEEDS =
      """
      sources:
        - https://example.org/feed
        - {url: "https://user:secret@example.net/", id: net, name: Net, paused: true}
        - https://example.com/notes
      """;

  @TempDir private Path folder;

  @Test
  void everySourceIsALineWithItsNextCheckAndTheReason() throws Exception {
    Session session = new Session(folder, FEEDS);
    Config config = FeedsFile.load(session.file, Map.of());
    try (Store store = Store.open(config.settings().database())) {
      store.sync(config.sources().subList(0, 2), Session.NOW);
      Instant last = Session.NOW.minus(Duration.ofHours(2));
      store.claimNow("test", "example-org-feed", last, Duration.ofMinutes(15));
      store.apply(
          "test",
          new Plan(
              new SourceState(
                  "example-org-feed",
                  "https://example.org/feed",
                  null,
                  "feed",
                  State.OK,
                  Validators.NONE,
                  null,
                  null,
                  Session.NOW.plus(Duration.ofDays(1)),
                  "the site asked for 26 h (max-age)",
                  last,
                  "nothing new \u001b[2J",
                  0,
                  Habits.NONE),
              null,
              List.of(),
              List.of()));
    }

    assertThat(session.run("status")).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            SOURCE             STATE   ENTRIES  LAST RESULT        NEXT CHECK
            example-org-feed   ok      0        12:00 nothing new  Nov 23 14:00: the site asked for 26 h (max-age)
            net                paused  0        -                  never: paused in feeds.yml
            example-com-notes  new     0        -                  now: never read before
            3 sources, 0 entries, 0 stories
            """);

    assertThat(session.run("--json", "status")).isEqualTo(2);
    assertThat(session.run("status", "--json")).isZero();
    assertThat(session.out())
        .startsWith(
            "{\"sources\":[{\"id\":\"example-org-feed\",\"name\":null,"
                + "\"url\":\"https://example.org/feed\",\"kind\":\"feed\",\"state\":\"ok\","
                + "\"entries\":0,\"last\":{\"at\":\"2026-11-22T12:00:00Z\",\"result\":\"nothing new"
                + " \\u001B[2J\"},\"next\":\"2026-11-23T14:00:00Z\",\"reason\":\"the site asked for"
                + " 26 h (max-age)\"},{\"id\":\"net\",\"name\":\"Net\",\"url\":\"https://example.net/\","
                + "\"kind\":null,\"state\":\"paused\",\"entries\":0,\"last\":null,\"next\":null,")
        .endsWith("\"entries\":0,\"stories\":0}\n")
        .doesNotContain("secret");
  }

  @Test
  void aLongResultIsCutWhereSomebodyLooksAndWholeWhereItIsPiped() throws Exception {
    Session session = new Session(folder, FEEDS);
    Config config = FeedsFile.load(session.file, Map.of());
    String result = "no feed found, and the page lists nothing that looks like entries";
    try (Store store = Store.open(config.settings().database())) {
      store.sync(config.sources(), Session.NOW);
      store.claimNow("test", "example-org-feed", Session.NOW, Duration.ofMinutes(15));
      SourceState state = store.state("example-org-feed").withResult(result);
      Instant next = Session.NOW.plusSeconds(3_600);
      store.apply("test", new Plan(read(state, next), null, List.of(), List.of()));
    }
    assertThat(session.run("status")).isZero();
    assertThat(session.out()).contains("14:00 " + result + "  15:00: ");
    session.interactive = true;
    assertThat(session.run("status")).isZero();
    assertThat(session.out())
        .doesNotContain(result)
        .contains("14:00 no feed found, and the page lists nothi…  15:00: ");
  }

  private static SourceState read(SourceState fresh, Instant next) {
    return new SourceState(
        fresh.sourceId(),
        fresh.firstUrl(),
        null,
        null,
        State.FAILING,
        Validators.NONE,
        null,
        null,
        next,
        "after failing once",
        Session.NOW,
        fresh.lastResult(),
        1,
        Habits.NONE);
  }

  @Test
  void withoutAStoreAllIsNewAndNothingIsCreated() throws Exception {
    Session session = new Session(folder, FEEDS);
    assertThat(session.run("status", "--json")).isZero();
    assertThat(session.out())
        .contains("\"id\":\"example-org-feed\"", "\"state\":\"new\"", "\"state\":\"paused\"")
        .endsWith("\"entries\":0,\"stories\":0}\n");
    assertThat(session.err())
        .isEqualTo("no store yet at db/transponder.mv.db; start \"serve\" or \"refresh\" first\n");
    assertThat(session.run("status")).isZero();
    assertThat(session.out()).endsWith("3 sources, 0 entries, 0 stories\n");
    assertThat(folder.resolve("db")).doesNotExist();
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws Exception {
    Config config = FeedsFile.load(new Session(folder, FEEDS).file, Map.of());
    StatusReport report = StatusReport.ofNothing(config.sources(), Session.NOW);
    assertThat(StatusReport.parse(report.json())).isEqualTo(report);
    for (String other : List.of("", "[]", "{}", "{\"sources\":[1],\"entries\":0,\"stories\":0}")) {
      assertThatThrownBy(() -> StatusReport.parse(other))
          .as(other)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aStoreThatAnotherHoldsIsThreeWhereNoServiceAnswers() throws Exception {
    Session session = new Session(folder, "admin: 127.0.0.1:1\n" + FEEDS);
    Config config = FeedsFile.load(session.file, Map.of());
    try (Store store = Store.open(config.settings().database())) {
      store.sync(config.sources(), Session.NOW);
      assertThat(session.run("status")).isEqualTo(3);
      assertThat(session.err().lines()).hasSize(1);
      assertThat(session.err())
          .contains("open already")
          .endsWith("nobody answers on 127.0.0.1:1.\n");
    }
  }

  @Test
  void aStoreThatIsNoneIsThree() throws Exception {
    Session session = new Session(folder, "database: jdbc:h2:file:./x\n" + FEEDS);
    Files.writeString(folder.resolve("x.mv.db"), "no database");
    assertThat(session.run("status")).isEqualTo(3);
    assertThat(session.err().lines()).hasSize(1);
    assertThat(folder.resolve("x.mv.db")).hasContent("no database");
  }
}
