package dev.transponder.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.Throttled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the origin answers, one attempt is one request on the wire. */
final class OneRequestIT {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 407, 408, 421, 425, 500, 501, 502, 504})
  void aStatusIsAskedForOnce(int status) throws Exception {
    try (Origin origin =
        Origin.saying(
            "HTTP/1.1 "
                + status
                + " Whatever\nRetry-After: 0\nWWW-Authenticate: Basic realm=x"
                + "\nProxy-Authenticate: Basic realm=x",
            "")) {
      assertThat(bench.fetch(origin.url("/")))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.failure()).isEqualTo(Failure.STATUS);
                assertThat(failed.status()).isEqualTo(status);
              });
      assertThat(origin.asked()).hasSize(1);
      assertThat(bench.pacing.awaited).hasSize(1);
    }
  }

  @Test
  void a503ThatSaysRetryAtOnceIsAskedForOnce() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 503 Busy\nRetry-After: 0", "")) {
      assertThat(bench.fetch(origin.url("/"))).isEqualTo(new Throttled(503, Duration.ZERO));
      assertThat(origin.asked()).hasSize(1);
    }
  }

  @Test
  void aConnectionThatIsClosedWithoutAnAnswerIsAskedForOnce() throws Exception {
    try (Origin origin = new Origin((asked, _) -> asked.socket().close())) {
      assertThat(bench.fetch(origin.url("/")))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.CONNECTION));
      assertThat(origin.asked()).hasSize(1);
    }
  }

  @Test
  void aKeptConnectionIsUsedAgain() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "hello")) {
      bench.fetch(origin.url("/1"));
      bench.fetch(origin.url("/2"));
      assertThat(origin.asked()).hasSize(2);
      assertThat(origin.connections()).isEqualTo(1);
    }
  }

  @Test
  void aKeptConnectionThatTheOtherSideClosedIsNotUsed() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              Origin.send(out, "HTTP/1.1 200 OK", new byte[0]);
              out.flush();
              asked.socket().close();
              closed.countDown();
            })) {
      assertThat(bench.fetch(origin.url("/1"))).isInstanceOf(Fetched.class);
      closed.await();
      assertThat(bench.fetch(origin.url("/2"))).isInstanceOf(Fetched.class);
      assertThat(origin.asked()).hasSize(2);
      assertThat(origin.connections()).isEqualTo(2);
    }
  }

  @Test
  void aServerThatSpeaksFirstIsNotAsked() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = server.accept()) {
                  socket.getOutputStream().write("220 mail.test ESMTP\r\n".getBytes(US_ASCII));
                  socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                  // the client went away
                }
              });
      assertThat(bench.fetch("http://127.0.0.1:" + server.getLocalPort() + "/"))
          .isInstanceOf(Failed.class);
    }
  }

  @Test
  void thePacingIsToldWhenEachRequestHasGoneOut() throws Exception {
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              Origin.send(
                  out,
                  asked.path().equals("/1")
                      ? "HTTP/1.1 302 Found\nLocation: /2"
                      : "HTTP/1.1 404 Not Found",
                  new byte[0]);
            })) {
      bench.fetch(origin.url("/1"));
    }
    assertThat(bench.pacing.sent).containsExactly("127.0.0.1", "127.0.0.1");
  }

  /** Else a slow answer would keep others from being asked, however many may be. */
  @Test
  void aRequestHasGoneOutBeforeItsAnswerBegins() throws Exception {
    AtomicBoolean known = new AtomicBoolean();
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              known.set(bench.pacing.awaitSent());
              Origin.send(out, "HTTP/1.1 200 OK", new byte[0]);
            })) {
      assertThat(bench.fetch(origin.url("/"))).isInstanceOf(Fetched.class);
      assertThat(known).isTrue();
    }
  }
}
