package dev.transponder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineInterfaceTest {
  private static final String FEEDS =
      """
      sources:
        - https://example.org/feed
        - {url: https://example.net/, id: net, paused: true}
        - {url: https://example.com/notes, keep: {title: a}}
      websub: {hub: https://hub.example.org/}
      """;

  @TempDir private Path folder;
  private Session session;

  @BeforeEach
  void open() throws IOException {
    session = new Session(folder, FEEDS);
  }

  @Test
  void serveIsTheCommandOfWhoNamesNone() {
    assertThat(session.run()).isZero();
    assertThat(session.run("serve")).isZero();
    assertThat(session.asked).containsExactly("serve feeds.yml", "serve feeds.yml");
    assertThat(session.err()).isEqualTo("feeds.yml:5:1: websub has no effect in this version\n");
  }

  @Test
  void theFileMayBeNamedBeforeTheCommandToo() {
    assertThat(session.runBare("--config", session.file.toString(), "check")).isZero();
    assertThat(session.out()).endsWith("feeds.yml: 3 sources, no mistakes\n");
  }

  @Test
  void aBrokenFileIsTwoWithOneLineForEachMistake() throws IOException {
    session = new Session(folder, "titel: x\nsources:\n  - example.org\n");
    for (String command : List.of("serve", "check", "refresh", "status")) {
      assertThat(session.run(command)).isEqualTo(2);
      assertThat(session.err())
          .isEqualTo(
              """
              feeds.yml:1:1: unknown key "titel" (did you mean "title"?)
              feeds.yml:3:5: a URL begins with http:// or https:// (did you mean https://example.org?)
              """);
    }
    assertThat(session.asked).isEmpty();
    assertThat(folder).isDirectoryNotContaining("glob:**/db");
  }

  @Test
  void checkNamesWhatWouldBeRefusedLater() throws IOException {
    session =
        new Session(
            folder,
            """
            database: jdbc:h2:file:./db/t;INIT=x
            sources:
              - file:nowhere.xml
            """);
    assertThat(session.run("check")).isEqualTo(2);
    assertThat(session.err())
        .contains("feeds.yml: Change the database URL: \"INIT\" is not one of its allowed");
    Files.writeString(session.file, "sources:\n  - file:nowhere.xml\n");
    assertThat(session.run("check")).isZero();
    assertThat(session.err()).isEqualTo("feeds.yml:2:5: there is no file nowhere.xml yet\n");
  }

  @Test
  void aMissingFileIsTwo() {
    assertThat(session.runBare("check", "--config", "nowhere.yml")).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo("nowhere.yml: not found; create it, or name another file with --config FILE\n");
  }

  @Test
  void wrongSelectorsAreNamedWithTheirPlacesTogetherWithTheOtherMistakes() throws IOException {
    Files.writeString(
        session.file,
        """
        titel: A
        sources:
          - url: https://example.org/
            scrape:
              entry: "[["
              link: a
              title: "[[x"
            limit: many
        """);
    assertThat(session.run("check")).isEqualTo(2);
    assertThat(session.err().lines())
        .hasSize(4)
        .contains(
            "feeds.yml:5:14: entry is no selector: \"[[\" opens nothing",
            "feeds.yml:7:14: title is no selector: \"[[\" opens nothing")
        .anyMatch(line -> line.startsWith("feeds.yml:1:1: unknown key \"titel\""))
        .anyMatch(line -> line.startsWith("feeds.yml:8:12: limit "));
    assertThat(session.out()).isEmpty();
    assertThat(session.run("serve")).as("nothing starts with them").isEqualTo(2);
  }

  @Test
  void wrongUsageIsOneLine() {
    for (String[] wrong :
        List.of(
            new String[] {"chekc"},
            new String[] {"--nonsense"},
            new String[] {"refresh", "--source"},
            new String[] {"preview"},
            new String[] {"preview", "--list", "x"},
            new String[] {"preview", "--json", "--list", "/nowhere/list.jsonl"})) {
      assertThat(session.runBare(wrong)).as(wrong[0]).isEqualTo(2);
      assertThat(session.err().lines()).as(wrong[0]).hasSize(1);
    }
    assertThat(session.asked).isEmpty();
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(session.runBare("--help")).isZero();
    assertThat(session.out())
        .contains("serve", "check", "refresh", "status", "preview", "--config");
  }

  @Test
  void withoutATerminalEachSourceIsALine() {
    session.results =
        Map.of(
            "example-org-feed", Session.result("example-org-feed", true, 3, 1, "3 new, 1 changed"),
            "example-com-notes",
                Session.result("example-com-notes", false, 0, 0, "\u001b[31m404\nNot Found"));
    assertThat(session.run("refresh")).isEqualTo(1);
    assertThat(session.out())
        .isEqualTo(
            """
            example-org-feed   3 new, 1 changed
            example-com-notes  failed: 404 Not Found
            1 refreshed, 1 not; 3 new, 1 changed
            """);
    assertThat(session.asked)
        .containsExactly("refresh example-org-feed", "refresh example-com-notes");
  }

  @Test
  void onATerminalABarIsShownAndThenTheFailures() {
    session.interactive = true;
    session.results =
        Map.of("example-com-notes", Session.result("example-com-notes", false, 0, 0, "404"));
    assertThat(session.run("refresh")).isEqualTo(1);
    assertThat(session.err()).contains("Refreshing");
    assertThat(session.out())
        .isEqualTo(
            """
            example-com-notes  failed: 404
            1 refreshed, 1 not; 0 new, 0 changed
            """);
  }

  @Test
  void oneSourceCanBeNamedEvenIfPaused() {
    assertThat(session.run("refresh", "--source", "net")).isZero();
    assertThat(session.asked).containsExactly("refresh net");
    assertThat(session.run("refresh", "--source", "nte")).isEqualTo(2);
    assertThat(session.err()).contains("no source \"nte\"");
  }

  @Test
  void aPortInUseIsOneLine() {
    session.failure = new CannotStart("127.0.0.1:8080 is in use; name another with \"listen\"");
    assertThat(session.run("serve")).isEqualTo(2);
    assertThat(session.err()).endsWith("127.0.0.1:8080 is in use; name another with \"listen\"\n");
  }

  @Test
  void aMistakeOfOursIsOneLineAndAsksForAReport() {
    session.failure = new IllegalStateException("x\ny");
    assertThat(session.run("serve")).isEqualTo(1);
    assertThat(session.err())
        .endsWith(
            "this is a mistake of Transponder, please report it:"
                + " java.lang.IllegalStateException: x y\n");
  }
}
