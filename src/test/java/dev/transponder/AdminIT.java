package dev.transponder;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running service and the commands that ask it, each in a process of its own. */
final class AdminIT {
  @TempDir Path folder;
  private Path feeds;
  private Origin origin;

  @BeforeEach
  void site() throws IOException {
    origin = new Origin().put("/one", rss("one", 2)).put("/two", rss("two", 3));
    feeds = folder.resolve("feeds.yml");
    Files.writeString(
        feeds,
        """
        pacing: {gap: 0s, parallel: 4}
        sources:
          - {url: "%s", id: one}
          - {url: "%s", id: two}
          - {url: "http://127.0.0.1:1/", id: asleep, paused: true}
        """
            .formatted(origin.url("/one"), origin.url("/two")));
  }

  @AfterEach
  void closeSite() {
    origin.close();
  }

  @Test
  void refreshPrintsTheSameWhoeverHasTheStore() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(5);
      origin.put("/one", rss("one", 4));
      Ran refresh = Ran.command(folder, "refresh");
      assertThat(refresh.exit()).as(refresh.err()).isZero();
      assertThat(refresh.out().lines())
          .containsExactlyInAnyOrder(
              "one  2 new", "two  nothing new", "2 refreshed, 0 not; 2 new, 0 changed");
      Ran one = Ran.command(folder, "refresh", "--source", "two");
      assertThat(one.out()).isEqualTo("two  nothing new\n1 refreshed, 0 not; 0 new, 0 changed\n");
      Ran paused = Ran.command(folder, "refresh", "--source", "asleep");
      assertThat(paused.exit()).isEqualTo(1);
      program.endByTerm();
      Ran alone = Ran.command(folder, "refresh", "--source", "asleep");
      assertThat(paused.out()).isEqualTo(alone.out());
    }
  }

  @Test
  void statusIsTheSameFromTheServiceAndFromTheStore() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(5);
      String table = Ran.command(folder, "status").out();
      String json = Ran.command(folder, "status", "--json").out();
      HttpResponse<String> served = program.send(program.admin("/status.json"));
      assertThat(served.body()).isEqualTo(json).contains("\"entries\":5,\"stories\":5}");
      program.endByTerm();
      assertThat(Ran.command(folder, "status", "--json").out()).isEqualTo(json);
      assertThat(Ran.command(folder, "status").out()).isEqualTo(table).contains("asleep  paused");
    }
  }

  @Test
  void storiesAreTheSameFromTheServiceAndFromTheStore() throws Exception {
    origin.put("/two", rss("one", 3));
    try (Running program = Running.serve(feeds)) {
      program.await(() -> program.get("/atom.xml").contains("rel=\"related\""));
      Ran asked = Ran.command(folder, "status", "--stories", "--json");
      assertThat(asked.out())
          .startsWith("{\"stories\":[{\"entries\":[{\"source\":\"")
          .contains("\"reason\":\"shared link\",\"likeness\":1.0}")
          .endsWith("],\"complete\":true}\n");
      assertThat(program.send(program.admin("/stories.json")).body()).isEqualTo(asked.out());
      String table = Ran.command(folder, "status", "--stories").out();
      assertThat(table).startsWith("WHY").endsWith("\n2 stories of more than one source\n");
      program.endByTerm();
      assertThat(Ran.command(folder, "status", "--stories", "--json").out()).isEqualTo(asked.out());
      assertThat(Ran.command(folder, "status", "--stories").out()).isEqualTo(table);
    }
  }

  @Test
  void theListOfSourcesIsTheSameFromTheServiceFromTheStoreAndOnTheSite() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(5);
      Ran served = Ran.command(folder, "export", "opml");
      assertThat(served.exit()).isZero();
      assertThat(served.out()).contains("<opml version=\"2.0\">", "xmlUrl=");
      assertThat(program.get("/sources.opml")).isEqualTo(served.out());
      program.endByTerm();
      assertThat(Ran.command(folder, "export", "opml").out()).isEqualTo(served.out());
    }
    assertThat(Ran.command(folder, "export", "site").exit()).isEqualTo(2);
  }

  @Test
  void aSourceIsAskedOnceHoweverManyWantIt() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    origin.hold("/one", open);
    try (Running program = Running.serve(feeds)) {
      program.await(() -> origin.arrived("/one") == 1);
      program.awaitEntries(3);
      CompletableFuture<HttpResponse<String>> first =
          program.begin(refresh(program, "?source=one"));
      CompletableFuture<HttpResponse<String>> second = program.begin(refresh(program, ""));
      program.await(() -> origin.arrived("/two") == 2);
      open.countDown();
      assertThat(first.get(30, SECONDS).body())
          .isEqualTo("{\"refreshed\":1,\"failed\":0,\"new\":2}\n");
      assertThat(second.get(30, SECONDS).body()).startsWith("{\"refreshed\":2,\"failed\":0,");
      assertThat(origin.arrived("/one")).isEqualTo(1);
    }
  }

  @Test
  void aClientThatGoesAwayDoesNotStopTheRefresh() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(5);
      CountDownLatch open = new CountDownLatch(1);
      origin.put("/one", rss("one", 4)).hold("/one", open);
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), program.adminPort())) {
        String request =
            "POST /refresh HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n\r\n";
        client.getOutputStream().write(request.getBytes(US_ASCII));
        program.await(() -> origin.arrived("/one") == 2);
      }
      open.countDown();
      program.awaitEntries(7);
      assertThat(program.send(refresh(program, "")).body())
          .isEqualTo("{\"refreshed\":2,\"failed\":0,\"new\":0}\n");
    }
  }

  @Test
  void sigtermEndsARefreshInTimeAndGivesItsClaimsBack() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(5);
      CountDownLatch open = new CountDownLatch(1);
      origin.put("/one", rss("one", 4)).hold("/one", open);
      CompletableFuture<HttpResponse<String>> refresh = program.begin(refresh(program, ""));
      program.await(() -> origin.arrived("/one") == 2);
      program.endByTerm();
      HttpResponse<String> answer = refresh.get(30, SECONDS);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).isEqualTo("{\"error\":\"the program stops\"}\n");
      open.countDown();
    }
    Ran refresh = Ran.command(folder, "refresh");
    assertThat(refresh.out()).contains("one  2 new", "2 refreshed, 0 not");
  }

  @Test
  void whereNoServiceAnswersTheCommandsSaySo() throws Exception {
    try (Running program = Running.serve(feeds)) {
      program.awaitEntries(5);
      String elsewhere = Files.readString(feeds).replaceAll("(?m)^admin:.*", "admin: 127.0.0.1:1");
      Files.writeString(feeds, elsewhere);
      for (String command : new String[] {"refresh", "status"}) {
        Ran ran = Ran.command(folder, command);
        assertThat(ran.exit()).as(command).isEqualTo(3);
        assertThat(ran.err())
            .startsWith("Another process has the store ")
            .endsWith("nobody answers on 127.0.0.1:1.\n");
      }
      String other = origin.url("").replace("http://", "");
      Files.writeString(feeds, elsewhere.replace("127.0.0.1:1\n", other + "\n"));
      Ran ran = Ran.command(folder, "refresh");
      assertThat(ran.exit()).isEqualTo(3);
      assertThat(ran.err()).endsWith("something else answers on " + other + ".\n");
    }
  }

  private static HttpRequest.Builder refresh(Running program, String query) {
    return program.admin("/refresh" + query).POST(BodyPublishers.noBody());
  }

  private static String rss(String name, int entries) {
    return IntStream.range(0, entries)
        .mapToObj(
            entry ->
                "<item><guid>%1$s-%2$d</guid><link>https://%1$s.example.org/%2$d</link></item>"
                    .formatted(name, entry))
        .collect(Collectors.joining("", "<rss version='2.0'><channel>", "</channel></rss>"));
  }
}
