package dev.transponder.web;

import static dev.transponder.web.Http.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.model.StoredEntry;
import dev.transponder.publish.FilledStore;
import dev.transponder.publish.Publisher;
import dev.transponder.publish.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebServerIT {
  private final FilledStore filled;
  private final Publisher publisher;
  private Instant now = Samples.DAY;
  private final List<String> problems = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  WebServerIT(@TempDir Path folder) {
    filled = new FilledStore(folder);
    publisher = new Publisher(filled.store(), () -> now);
    server = start(publisher);
  }

  private WebServer start(Publisher published) {
    return WebServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        published,
        () -> List.copyOf(problems));
  }

  @BeforeEach
  void publish() {
    filled.put(Samples.row("one"));
    publisher.publish(Samples.settings(), List.of());
    now = now.plus(Duration.ofHours(1));
    filled.put(
        IntStream.rangeClosed(1, 50)
            .mapToObj(number -> Samples.entry(number, "one"))
            .toArray(StoredEntry[]::new));
    publisher.publish(Samples.settings(), List.of());
  }

  @AfterEach
  void close() {
    server.close();
    client.close();
    filled.close();
  }

  @Test
  void theFeedIsServedWithAllThatReadersNeed() throws Exception {
    HttpResponse<byte[]> response = get("/atom.xml");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(header(response, "etag")).matches("\"[-_A-Za-z0-9]+\"");
    assertThat(header(response, "last-modified")).isEqualTo("Sun, 22 Nov 2026 01:00:00 GMT");
    assertThat(header(response, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(response, "cache-control")).isEqualTo("public, max-age=60");
    assertThat(header(response, "access-control-allow-origin")).isEqualTo("*");
    assertThat(header(response, "content-length"))
        .isEqualTo(Integer.toString(response.body().length));
    assertThat(response.headers().firstValue("server")).isEmpty();
    assertThat(new String(response.body(), UTF_8)).contains("<title>Entry 50</title>");
  }

  @Test
  void gzipHasItsOwnETagAndTheSameDocument() throws Exception {
    HttpResponse<byte[]> plain = get("/atom.xml");
    HttpResponse<byte[]> gzip = get("/atom.xml", "Accept-Encoding", "br, gzip;q=0.5");
    assertThat(header(gzip, "content-encoding")).isEqualTo("gzip");
    assertThat(header(gzip, "etag")).isNotEqualTo(header(plain, "etag"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @Test
  void whoHasTheBytesGets304WithoutThem() throws Exception {
    HttpResponse<byte[]> first = get("/atom.xml");
    String etag = header(first, "etag");
    for (String tag : List.of(etag, "\"x\", " + etag, "W/" + etag, "*")) {
      HttpResponse<byte[]> again = get("/atom.xml", "If-None-Match", tag);
      assertThat(again.statusCode()).as(tag).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "etag")).isEqualTo(etag);
      assertThat(header(again, "vary")).isEqualTo("Accept-Encoding");
      assertThat(header(again, "cache-control")).isEqualTo("public, max-age=60");
    }
    String date = header(first, "last-modified");
    assertThat(get("/atom.xml", "If-Modified-Since", date).statusCode()).isEqualTo(304);
    assertThat(get("/atom.xml", "If-Modified-Since", date, "If-None-Match", "\"x\"").statusCode())
        .as("the ETag decides alone")
        .isEqualTo(200);
  }

  @Test
  void headIsGetWithoutTheBody() throws Exception {
    for (String path : List.of("/", "/page/2", "/entry/7", "/atom.xml", "/style.css", "/nothing")) {
      HttpResponse<byte[]> get = get(path);
      HttpResponse<byte[]> head = send("HEAD", path);
      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      assertThat(head.body()).isEmpty();
      for (String name : List.of("content-length", "content-type", "cache-control")) {
        assertThat(header(head, name)).as(path + " " + name).isEqualTo(header(get, name));
      }
    }
  }

  @Test
  void everyPageSaysWhatItMayLoad() throws Exception {
    for (String path : List.of("/", "/entry/7", "/atom.xml", "/livez", "/nothing", "/page/0")) {
      HttpResponse<byte[]> response = get(path);
      assertThat(header(response, "content-security-policy")).startsWith("default-src 'none';");
      assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
      assertThat(header(response, "referrer-policy")).isEqualTo("no-referrer");
    }
  }

  @Test
  void pagesThatAreNotThereAreMissing() throws Exception {
    for (String path :
        List.of(
            "/page/0",
            "/page/6",
            "/page/01",
            "/page/2/",
            "/entry/51",
            "/entry/x",
            "/a/b/c",
            "/page/999999999999999999",
            "/entry/99999999999999999999")) {
      HttpResponse<byte[]> response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(header(response, "content-type")).isEqualTo("text/html; charset=utf-8");
    }
    assertThat(get("/page/5").statusCode()).isEqualTo(200);
    assertThat(get("/page/1").statusCode()).isEqualTo(301);
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
      HttpResponse<byte[]> response = send(method, "/");
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(header(response, "allow")).isEqualTo("GET, HEAD");
    }
  }

  @Test
  void readinessSaysInWordsWhatIsWrong() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
    problems.add("the database cannot be reached");
    HttpResponse<byte[]> response = get("/readyz");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(new String(response.body(), UTF_8)).isEqualTo("the database cannot be reached\n");
    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void aTakenPortIsOnePlainSentence() {
    int port = server.port();
    assertThatThrownBy(
            () ->
                WebServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    publisher,
                    () -> List.of()))
        .isInstanceOf(ListenException.class)
        .hasMessage("cannot listen on localhost:" + port + ": Address already in use");
  }

  @Test
  void anotherServerOfTheSameStateGivesTheSameBytesAndETags() throws Exception {
    String feed = header(get("/atom.xml"), "etag");
    String page = header(get("/"), "etag");
    server.close();
    Publisher restarted =
        new Publisher(filled.store(), InstantSource.fixed(Samples.DAY.plusSeconds(9)));
    restarted.publish(Samples.settings(), List.of());
    server = start(restarted);
    assertThat(header(get("/atom.xml"), "etag")).isEqualTo(feed);
    assertThat(header(get("/"), "etag")).isEqualTo(page);
  }

  @Test
  void beforeTheFirstEntryThePageSaysWhatWillHappen(@TempDir Path other) throws Exception {
    server.close();
    try (FilledStore nothing = new FilledStore(other)) {
      Publisher empty = new Publisher(nothing.store(), InstantSource.fixed(Samples.DAY));
      server = start(empty);
      assertThat(get("/atom.xml").statusCode()).isEqualTo(503);
      assertThat(new String(get("/readyz").body(), UTF_8)).isEqualTo("nothing is published yet\n");
      empty.publish(Samples.settings(), List.of());
      assertThat(get("/readyz").statusCode()).isEqualTo(200);
      assertThat(new String(get("/").body(), UTF_8))
          .contains("Nothing received yet")
          .contains("Add the first URL to <code>feeds.yml</code>");
      assertThat(new String(get("/atom.xml").body(), UTF_8)).contains("<feed");
    }
  }

  @Test
  void whatIsMadeIsServedWithoutTheStore() throws Exception {
    assertThat(get("/page/2").statusCode()).isEqualTo(200);
    filled.close();
    assertThat(get("/page/2").statusCode()).isEqualTo(200);
    assertThat(get("/atom.xml").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> response = get("/page/3");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(header(response, "content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(new String(response.body(), UTF_8)).isEqualTo("500 Server Error\n");
    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void aHeaderThatIsTooLargeIsRefusedInPlainWords() throws Exception {
    HttpResponse<byte[]> response = get("/", "X-Large", "x".repeat(20_000));
    assertThat(response.statusCode()).isEqualTo(431);
    assertThat(new String(response.body(), UTF_8)).startsWith("431 ").doesNotContain("etty");
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    return Http.send(client, server.port(), method, path, headers);
  }
}
