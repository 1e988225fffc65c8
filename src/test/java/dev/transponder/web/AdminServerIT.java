package dev.transponder.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Source;
import dev.transponder.refresh.RefreshResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminServerIT implements Operations {
  private static final Instant NEXT = Instant.parse("2026-11-24T14:00:00Z");
  private static final String GOOD = "{\"refreshed\":1,\"failed\":1,\"new\":3}\n";

  private final List<String> asked = new ArrayList<>();
  private final AdminServer server =
      AdminServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this);

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  public List<Source> sources() {
    Source paused = Source.of("asleep", "https://asleep.example.org/");
    return List.of(
        Source.of("good", "https://good.example.org/"),
        Source.of("bad", "https://bad.example.org/"),
        new Source(
            paused.id(),
            paused.url(),
            null,
            null,
            1,
            null,
            null,
            0,
            paused.dedupe(),
            paused.headers(),
            false,
            true));
  }

  @Override
  public void refresh(List<Source> wanted, Consumer<RefreshResult> progress) {
    for (Source source : wanted) {
      asked.add(source.id());
      boolean good = source.id().equals("good");
      Instant next = good ? NEXT : Instant.MAX;
      String said = good ? "3 new" : "say \"404\"\n";
      progress.accept(
          new RefreshResult(source.id(), good, good ? 3 : 0, 0, said, next, "so it is"));
    }
  }

  @Override
  public String preview(String url) {
    asked.add(url);
    return "{\"kind\":\"feed\"}";
  }

  @Override
  public String status() {
    return "{\"sources\":[]}";
  }

  @Override
  public String stories() {
    return "{\"stories\":[]}";
  }

  @Override
  public String opml() {
    return "<opml/>\n";
  }

  @Test
  void aRefreshIsAnsweredWithItsSumsAndPausedSourcesAreLeftOut() throws IOException {
    assertThat(post("/refresh")).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n" + GOOD);
    assertThat(asked).containsExactly("good", "bad");
  }

  @Test
  void namedSourcesAreRefreshedInTheOrderOfTheFile() throws IOException {
    assertThat(post("/refresh?source=bad&source=good&source=bad")).endsWith(GOOD);
    assertThat(asked).containsExactly("good", "bad");
  }

  @Test
  void whoAsksForLinesGetsEachResultAndThenTheSums() throws IOException {
    String answer = post("/refresh", "Accept: application/x-ndjson");
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK")
        .contains("Content-Type: application/x-ndjson\r\n")
        .contains(
            "{\"source\":\"good\",\"ok\":true,\"new\":3,\"changed\":0,\"message\":\"3 new\","
                + "\"next\":\"2026-11-24T14:00:00Z\",\"reason\":\"so it is\"}\n")
        .contains(
            "{\"source\":\"bad\",\"ok\":false,\"new\":0,\"changed\":0,"
                + "\"message\":\"say \\\"404\\\"\\n\",\"next\":null,\"reason\":\"so it is\"}\n")
        .contains(GOOD);
  }

  @Test
  void anUnknownSourceIsNamedAndNothingIsRefreshed() throws IOException {
    assertThat(post("/refresh?source=good&source=%22x"))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("{\"error\":\"no source \\\"\\\"x\\\" in feeds.yml\",\"source\":\"\\\"x\"}\n");
    assertThat(post("/refresh?sources=good")).startsWith("HTTP/1.1 400 ").contains("source=ID");
    assertThat(asked).isEmpty();
  }

  @Test
  void aPreviewIsOfOneUrlOfTheWeb() throws IOException {
    assertThat(post("/preview?url=https%3A%2F%2Fe.example%2F%3Fa%3D1%26b"))
        .startsWith("HTTP/1.1 200 OK")
        .endsWith("\r\n\r\n{\"kind\":\"feed\"}\n");
    assertThat(asked).containsExactly("https://e.example/?a=1&b");
    for (String query :
        List.of(
            "",
            "?url=",
            "?url=file:feeds.yml",
            "?url=http://a/&url=http://b/",
            "?url=http://a/&x=1")) {
      assertThat(post("/preview" + query))
          .as(query)
          .startsWith("HTTP/1.1 400 ")
          .endsWith("{\"error\":\"a preview needs url=URL, one of http or https\"}\n");
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void onlyPostRefreshesAndOnlyGetReads() throws IOException {
    for (String method : List.of("GET", "HEAD", "PUT", "OPTIONS")) {
      for (String path : List.of("/refresh", "/preview?url=http://a/")) {
        assertThat(send(method, path, "Host: localhost"))
            .startsWith("HTTP/1.1 405 ")
            .contains("Allow: POST\r\n");
      }
    }
    assertThat(post("/status.json")).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD\r\n");
    assertThat(send("GET", "/status.json", "Host: localhost")).endsWith("\n{\"sources\":[]}\n");
    assertThat(post("/stories.json")).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD\r\n");
    assertThat(send("GET", "/stories.json", "Host: localhost")).endsWith("\n{\"stories\":[]}\n");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:8081",
        "Host: localhost.evil.example",
        "Host: 203.0.113.7",
        "Host: localhost\r\nOrigin: http://localhost:8080",
        "Host: localhost\r\nOrigin: null",
        "Host: localhost\r\nSec-Fetch-Site: cross-site",
        "Host: localhost\r\nSec-Fetch-Site: same-site"
      })
  void whatAWebPageCouldSendIsRefused(String headers) throws IOException {
    for (String request :
        List.of("POST /refresh", "POST /preview?url=http://a/", "GET /status.json")) {
      String[] words = request.split(" ", -1);
      assertThat(send(words[0], words[1], headers))
          .startsWith("HTTP/1.1 403 ")
          .contains("{\"error\":");
    }
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8081", "127.0.0.9", "[::1]:8081"})
  void everyNameOfThisMachineIsItsHost(String host) throws IOException {
    assertThat(send("POST", "/refresh", "Host: " + host)).endsWith(GOOD);
  }

  @Test
  void aBodyIsNotRead() throws IOException {
    assertThat(post("/refresh", "Content-Length: 4", "\r\nfour")).endsWith(GOOD);
    assertThat(post("/refresh", "Content-Length: 999999999999")).endsWith(GOOD);
  }

  private String post(String path, String... lines) throws IOException {
    return send("POST", path, "Host: localhost\r\n" + String.join("\r\n", lines));
  }

  private String send(String method, String path, String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String end = headers.endsWith("four") ? "" : headers.endsWith("\r\n") ? "\r\n" : "\r\n\r\n";
      String request = method + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + headers + end;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
