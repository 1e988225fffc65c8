package dev.transponder.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same manners over TLS and HTTP/2. */
final class HttpsIT {
  private static @Nullable Certificate certificate;

  private final MockWebServer server = new MockWebServer();
  private final Bench bench = new Bench(Bench.QUICK, certificate()::trustedBy);

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    certificate = Certificate.make(folder);
  }

  private static Certificate certificate() {
    return requireNonNull(certificate);
  }

  @BeforeEach
  void start() throws Exception {
    server.useHttps(certificate().sockets());
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    bench.names.put("nas.test", "127.0.0.1");
    bench.names.put("other.test", "127.0.0.1");
  }

  @AfterEach
  void stop() {
    bench.close();
    server.close();
  }

  private String url(String host) {
    return "https://" + host + ":" + server.getPort() + "/feed";
  }

  private void answer(MockResponse.Builder answer) {
    server.enqueue(answer.build());
  }

  @Test
  void aRequestHasGoneOutBeforeItsAnswerBegins() throws Exception {
    AtomicBoolean known = new AtomicBoolean();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            known.set(bench.pacing.awaitSent());
            return new MockResponse.Builder().body("hello").build();
          }
        });
    assertThat(bench.fetch(url("nas.test"))).isInstanceOf(Fetched.class);
    assertThat(known).isTrue();
  }

  @Test
  void aSiteThatOffersHttp2IsAskedOverHttp2() throws Exception {
    answer(new MockResponse.Builder().body("hello").addHeader("ETag", "W/\"a\""));
    answer(new MockResponse.Builder().code(304));
    Fetched fetched = (Fetched) bench.fetch(url("nas.test"));
    assertThat(fetched.document().bytes()).asString().isEqualTo("hello");
    bench.fetch(url("nas.test"), fetched.validators());
    RecordedRequest first = server.takeRequest();
    assertThat(first.getVersion()).isEqualTo("HTTP/2");
    assertThat(first.getHeaders().names())
        .containsExactlyInAnyOrder(
            ":scheme", ":authority", "accept", "accept-encoding", "user-agent");
    RecordedRequest second = server.takeRequest();
    assertThat(second.getHeaders().get("if-none-match")).isEqualTo("W/\"a\"");
    assertThat(second.getConnectionIndex()).as("the same connection").isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 421, 500})
  void aStatusIsAskedForOnce(int status) throws Exception {
    answer(new MockResponse.Builder().code(status).addHeader("Retry-After", "0"));
    assertThat(bench.fetch(url("nas.test"))).isInstanceOf(Failed.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void a503IsAskedForOnce() throws Exception {
    answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"));
    assertThat(bench.fetch(url("nas.test"))).isEqualTo(new Throttled(503, Duration.ZERO));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aHeaderFloodIsRefused() throws Exception {
    MockResponse.Builder flood = new MockResponse.Builder();
    for (int i = 0; i < 2000; i++) {
      flood.addHeader("x-" + i, "b".repeat(100));
    }
    answer(flood);
    assertThat(bench.fetch(url("nas.test")))
        .isEqualTo(new Failed(Failure.UNUSABLE, 0, "headers of more than 64 KB"));
  }

  @Test
  void aConnectionOfATrustedHostIsNotSharedWithAnotherNameOfItsCertificate() throws Exception {
    answer(new MockResponse.Builder().body("mine"));
    assertThat(bench.fetch(url("nas.test"))).isInstanceOf(Fetched.class);
    Outcome outcome =
        bench.fetcher.fetch(
            Source.of("a", "https://public.test/"), url("other.test"), Validators.NONE);
    assertThat(outcome)
        .isEqualTo(
            new Failed(
                Failure.REFUSED,
                0,
                "other.test: the address 127.0.0.1 is not public; allow-private: true would permit it"));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRedirectFromHttpsToHttpIsRefused() throws Exception {
    answer(new MockResponse.Builder().code(301).addHeader("Location", "http://nas.test/elsewhere"));
    assertThat(bench.fetch(url("nas.test")))
        .isEqualTo(new Failed(Failure.UNUSABLE, 0, "redirects from https to http"));
  }

  @Test
  void aRobotsTxtThatRedirectsToHttpIsNotAskedForAgainBeforeEachPage() throws Exception {
    answer(new MockResponse.Builder().code(301).addHeader("Location", "http://nas.test/robots"));
    answer(new MockResponse.Builder().code(404));
    Source source = Source.of("a", url("nas.test"));
    for (int i = 0; i < 2; i++) {
      Outcome page = bench.fetcher.fetch(source, source.url(), Use.PAGE, Validators.NONE, null);
      assertThat(page)
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> assertThat(failed.message()).contains("(redirects from https to http)"));
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsAFailure() throws Exception {
    try (Bench strict = new Bench()) {
      strict.names.put("nas.test", "127.0.0.1");
      assertThat(strict.fetch(url("nas.test")))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.failure()).isEqualTo(Failure.CONNECTION);
                assertThat(failed.message()).startsWith("no safe connection to nas.test (TLS): ");
              });
      assertThat(server.getRequestCount()).isZero();
    }
  }

  @Test
  void aCertificateOfAnotherNameIsAFailure() throws Exception {
    bench.names.put("wrong.test", "127.0.0.1");
    assertThat(bench.fetch(url("wrong.test")))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.message()).startsWith("no safe connection to wrong.test (TLS)"));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aSiteThatSpeaksHttp1OverTlsKeepsItsConnection() throws Exception {
    server.setProtocols(List.of(Protocol.HTTP_1_1));
    answer(new MockResponse.Builder().body("one"));
    answer(new MockResponse.Builder().body("two"));
    assertThat(bench.fetch(url("nas.test"))).isInstanceOf(Fetched.class);
    Fetched second = (Fetched) bench.fetch(url("nas.test"));
    assertThat(second.document().bytes()).asString().isEqualTo("two");
    assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/1.1");
    assertThat(server.takeRequest().getConnectionIndex()).isEqualTo(0);
  }
}
