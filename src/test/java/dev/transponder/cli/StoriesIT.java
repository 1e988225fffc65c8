package dev.transponder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.cli.StoriesReport.Line;
import dev.transponder.cli.StoriesReport.Told;
import dev.transponder.config.Config;
import dev.transponder.config.FeedsFile;
import dev.transponder.config.SyntaxCheck;
import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import dev.transponder.model.Plan;
import dev.transponder.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoriesIT {
  private static final String FEEDS =
      """
      sources:
        - {url: "https://paper.example/feed", id: paper}
        - {url: "https://blog.example/feed", id: blog}
      """;

  @TempDir private Path folder;

  @Test
  void everyStoryNamesItsEntriesAndTheReason() throws Exception {
    Session session = new Session(folder, FEEDS);
    fill(session);
    assertThat(session.run("status", "--stories")).isZero();
    assertThat(session.out())
        .isEqualTo(
            """
            WHY          SOURCE  LINK
            shared link  paper   https://paper.example/1
                         blog    https://paper.example/1?from=blog
            1 story of more than one source
            """);
    assertThat(session.run("status", "--stories", "--json")).isZero();
    assertThat(session.out())
        .isEqualTo(
            "{\"stories\":[{\"entries\":[{\"source\":\"paper\",\"id\":\"paper:1\","
                + "\"link\":\"https://paper.example/1\"},{\"source\":\"blog\",\"id\":null,"
                + "\"link\":\"https://paper.example/1?from=blog\"}],"
                + "\"reason\":\"shared link\",\"likeness\":1.0}],\"complete\":true}\n");
  }

  @Test
  void aSourceThatTheFileNoLongerNamesIsLeftOutAndWithItAStoryOfItAndOneOther() throws Exception {
    fill(new Session(folder, FEEDS));
    Session fewer =
        new Session(folder, "sources: [{url: \"https://paper.example/feed\", id: paper}]\n");
    assertThat(fewer.run("status", "--stories", "--json")).isZero();
    assertThat(fewer.out()).isEqualTo("{\"stories\":[],\"complete\":true}\n");
  }

  @Test
  void withoutAStoreThereAreNoneAndNothingIsCreated() throws Exception {
    Session session = new Session(folder, FEEDS);
    assertThat(session.run("status", "--stories", "--json")).isZero();
    assertThat(session.out()).isEqualTo("{\"stories\":[],\"complete\":true}\n");
    assertThat(session.err()).startsWith("no store yet at ");
    assertThat(folder.resolve("db")).doesNotExist();
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    StoriesReport report =
        new StoriesReport(
            List.of(
                new Line(
                    List.of(new Told("a", "1", null), new Told("b", null, "https://b.example/")),
                    "likeness 0.93",
                    .93),
                new Line(List.of(), "shared link", 1)),
            false);
    assertThat(StoriesReport.parse(report.json())).isEqualTo(report);
    for (String other : List.of("", "{}", "{\"stories\":[{}],\"complete\":true}")) {
      assertThatThrownBy(() -> StoriesReport.parse(other))
          .as(other)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static void fill(Session session) throws Exception {
    Config config = FeedsFile.load(session.file, Map.of(), SyntaxCheck.NONE);
    try (Store store = Store.open(config.settings().database())) {
      store.sync(config.sources(), Session.NOW);
      Entry.Builder entry = Entry.builder().title("Ferry");
      bring(store, "paper", entry.guid(new Guid("paper:1", Guid.Kind.TEXT)), "1");
      bring(store, "blog", entry.guid(null), "1?from=blog");
    }
  }

  private static void bring(Store store, String source, Entry.Builder entry, String path) {
    store.claimNow("test", source, Session.NOW, Duration.ofMinutes(15));
    Plan.Insert insert =
        new Plan.Insert(
            source,
            "urn:" + source,
            "paper.example/1",
            Session.NOW,
            Session.NOW,
            Session.NOW,
            "v1",
            entry.link("https://paper.example/" + path).build());
    store.apply("test", new Plan(store.state(source), null, List.of(insert), List.of()));
  }
}
