package dev.transponder.web;

import static dev.transponder.web.Http.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.publish.FilledStore;
import dev.transponder.publish.Publisher;
import dev.transponder.publish.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each feed and list of ours, as readers ask for it. */
final class FeedsIT {
  private final FilledStore filled;
  private final Publisher publisher;
  private Instant now = Samples.DAY;
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  FeedsIT(@TempDir Path folder) {
    filled = new FilledStore(folder);
    publisher = new Publisher(filled.store(), () -> now);
    server =
        WebServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), publisher, List::of);
  }

  @BeforeEach
  void publish() {
    filled.put(Samples.row("one", "机器 News"));
    filled.put(Samples.entry(1, "one"));
    publisher.publish(Samples.settings(), List.of());
  }

  @AfterEach
  void close() {
    server.close();
    client.close();
    filled.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/atom.xml, application/atom+xml; charset=utf-8",
    "/rss.xml, application/rss+xml; charset=utf-8",
    "/feed.json, application/feed+json",
    "/category/%E6%9C%BA%E5%99%A8-news/atom.xml, application/atom+xml; charset=utf-8",
    "/category/%E6%9C%BA%E5%99%A8-news/rss.xml, application/rss+xml; charset=utf-8",
    "/category/%E6%9C%BA%E5%99%A8-news/feed.json, application/feed+json",
    "/source/one/atom.xml, application/atom+xml; charset=utf-8",
    "/source/one/rss.xml, application/rss+xml; charset=utf-8",
    "/source/one/feed.json, application/feed+json",
    "/sources.opml, text/x-opml; charset=utf-8"
  })
  void isServedWithAllThatReadersNeed(String path, String type) throws Exception {
    HttpResponse<byte[]> first = get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    String document = new String(first.body(), UTF_8);
    assertThat(document).contains(path.endsWith("opml") ? "Notes of one" : "Entry 1");
    assertThat(header(first, "content-type")).isEqualTo(type);
    assertThat(header(first, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(first, "cache-control")).isEqualTo("public, max-age=60");
    assertThat(header(first, "access-control-allow-origin")).isEqualTo("*");
    String etag = header(first, "etag");
    assertThat(etag).matches("\"[-_A-Za-z0-9]+\"");

    HttpResponse<byte[]> gzip = get(path, "Accept-Encoding", "gzip");
    assertThat(header(gzip, "content-encoding")).isEqualTo("gzip");
    assertThat(header(gzip, "etag")).isNotEqualTo(etag);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(first.body());

    HttpResponse<byte[]> same = get(path, "If-None-Match", "\"x\", W/" + etag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(header(same, "etag")).isEqualTo(etag);
    assertThat(header(same, "access-control-allow-origin")).isEqualTo("*");

    HttpResponse<byte[]> head = send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "content-length")).isEqualTo("" + first.body().length);

    HttpResponse<byte[]> post = send("POST", path);
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(header(post, "allow")).isEqualTo("GET, HEAD");

    now = now.plusSeconds(5);
    filled.put(Samples.row("new", "机器 News"));
    filled.put(Samples.entry(2, "one"));
    publisher.publish(Samples.settings(), List.of());
    HttpResponse<byte[]> second = get(path, "If-None-Match", etag);
    assertThat(second.statusCode()).isEqualTo(200);
    String date = header(second, "last-modified");
    assertThat(date).isEqualTo("Sun, 22 Nov 2026 00:00:05 GMT");
    assertThat(get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
  }

  @Test
  void feedsThatAreNotThereAreMissing() throws Exception {
    for (String path :
        List.of(
            "/category/none/atom.xml",
            "/category//atom.xml",
            "/source/none/rss.xml",
            "/source/one/index.html",
            "/source/one%2F..%2Fone/atom.xml",
            "/source/ONE/atom.xml",
            "/feed.xml")) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void everyFeedIsLinkedFromThePages() throws Exception {
    Document front = page("/");
    assertThat(front.select("link[rel=alternate]").eachAttr("href"))
        .containsExactly("atom.xml", "rss.xml", "feed.json");
    List<String> links = page("/sources").select(".feeds a").eachAttr("abs:href");
    assertThat(links).hasSize(10);
    for (String link : links) {
      URI uri = URI.create(URI.create(link).toASCIIString());
      assertThat(get(uri.getRawPath()).statusCode()).as(link).isEqualTo(200);
    }
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(
        new String(get(path).body(), UTF_8), "http://127.0.0.1:" + server.port() + path);
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
