package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Origins that break the rules: bounded time and memory, and words for the user. */
@Timeout(20)
final class BadOriginsIT {
  private static final Duration SHORT = Duration.ofMillis(400);

  static final Limits HASTY = new Limits(SHORT, 1 << 20, 2 << 20, 100, 1 << 16, 64 << 10, 5, false);

  private final Bench bench = new Bench();
  private final Bench hasty = new Bench(HASTY, UnaryOperator.identity());

  @Test
  void aDripFeedIsCutAtTheDeadline() throws Exception {
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
              drip(asked, out);
            })) {
      assertThat(hasty.fetch(origin.url("/")))
          .as("the answer began")
          .isEqualTo(new Failed(Failure.TIMEOUT, 200, "no answer within 400 ms"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-5", "999999999999999999999999", "4, 5", "0x4", "+4"})
  void aLengthThatIsNoneIsAnAnswerThatCannotBeUsed(String length) throws Exception {
    String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + length;
    try (Origin origin = new Origin((_, out) -> out.write(ascii(head + "\r\n\r\nbody")))) {
      assertThat(bench.fetch(origin.url("/")))
          .isEqualTo(unusable(0, "the answer says a length that is none"));
    }
  }

  @Test
  void chunksSayWhereABodyEndsWhateverLengthIsSaid() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n";
    try (Origin origin =
        new Origin((_, out) -> out.write(ascii(head + "4\r\nbody\r\n0\r\n\r\n")))) {
      assertThat(bench.fetch(origin.url("/")))
          .isInstanceOfSatisfying(
              Outcome.Fetched.class, fetched -> assertThat(fetched.document().size()).isEqualTo(4));
    }
  }

  @Test
  void aSlowHeaderIsCutAtTheDeadline() throws Exception {
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nX-Slow: "));
              drip(asked, out);
            })) {
      assertThat(hasty.fetch(origin.url("/"))).isEqualTo(tooSlow());
    }
  }

  @Test
  void anOriginThatNeverAnswersIsCutAtTheDeadline() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(hasty.fetch("http://127.0.0.1:" + deaf.getLocalPort() + "/")).isEqualTo(tooSlow());
    }
  }

  @Test
  void redirectsShareOneDeadline() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              await(never, SHORT.dividedBy(3));
              int next = Integer.parseInt(asked.path().substring(1)) + 1;
              Origin.send(out, "HTTP/1.1 302 Found\nLocation: /" + next, new byte[0]);
            })) {
      assertThat(hasty.fetch(origin.url("/0"))).isEqualTo(tooSlow());
      assertThat(origin.asked()).hasSizeLessThan(5);
    }
  }

  @Test
  void anEndlessBodyIsCutAtTheLimit() throws Exception {
    try (Origin origin =
        new Origin(
            (_, out) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
              while (true) {
                out.write(new byte[8192]);
              }
            })) {
      assertThat(bench.fetch(origin.url("/"))).isEqualTo(unusable(0, "larger than 1 MB"));
    }
  }

  @Test
  void anAnnouncedHugeBodyIsNotEvenRead() throws Exception {
    try (Origin origin =
        new Origin(
            (_, out) ->
                out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")))) {
      assertThat(bench.fetch(origin.url("/"))).isEqualTo(unusable(0, "larger than 1 MB"));
    }
  }

  @Test
  void aSmallBodyThatUnpacksToManyMegabytesIsCutAtTheLimit() throws Exception {
    byte[] bomb = gzip(new byte[200 << 20]);
    assertThat(bomb.length).isBetween(150_000, 250_000);
    try (Origin origin =
            new Origin(
                (_, out) -> Origin.send(out, "HTTP/1.1 200 OK\nContent-Encoding: gzip", bomb));
        Bench usual = new Bench(Limits.USUAL, UnaryOperator.identity())) {
      assertThat(usual.fetch(origin.url("/")))
          .isEqualTo(unusable(200, "unpacks to more than 100 times what was sent"));
    }
  }

  @Test
  void aHeaderFloodIsRefused() throws Exception {
    try (Origin much = flooding(100_000);
        Origin tooMuch = flooding(50_000_000)) {
      assertThat(bench.fetch(much.url("/"))).isEqualTo(unusable(0, "headers of more than 64 KB"));
      assertThat(bench.fetch(tooMuch.url("/")))
          .isEqualTo(
              new Failed(
                  Failure.CONNECTION, 0, "the headers from 127.0.0.1 broke off or had no end"));
    }
  }

  @Test
  void aResetInMidBodyIsABrokenConnection() throws Exception {
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
              out.flush();
              asked.socket().setSoLinger(true, 0);
              asked.socket().close();
            })) {
      assertBroken(bench.fetch(origin.url("/")));
    }
  }

  @Test
  void aBodyShorterThanItsLengthIsABrokenConnection() throws Exception {
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
              out.flush();
              asked.socket().close();
            })) {
      assertBroken(bench.fetch(origin.url("/")));
    }
  }

  @Test
  void aBodyLongerThanItsLengthEndsWhereItSaid() throws Exception {
    try (Origin origin =
        new Origin(
            (_, out) ->
                out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhalf more")))) {
      Fetched fetched = (Fetched) bench.fetch(origin.url("/"));
      assertThat(fetched.document().bytes()).asString().isEqualTo("half");
    }
  }

  @Test
  void chunksThatBreakOffAreABrokenConnection() throws Exception {
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              out.write(
                  ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"));
              out.flush();
              asked.socket().close();
            })) {
      assertBroken(bench.fetch(origin.url("/")));
    }
  }

  @Test
  void somethingThatIsNotHttpIsABrokenConnection() throws Exception {
    try (Origin origin = new Origin((_, out) -> out.write(ascii("220 ftp.example.org\r\n\r\n")))) {
      assertBroken(bench.fetch(origin.url("/")));
    }
  }

  @Test
  void anInterruptedFetchEndsAtOnceAndGivesItsTurnBack() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    AtomicReference<Object> result = new AtomicReference<>();
    try (Origin origin =
        new Origin(
            (_, _) -> {
              asked.countDown();
              await(new CountDownLatch(1), Duration.ofSeconds(30));
            })) {
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      result.set(bench.fetch(origin.url("/")));
                    } catch (InterruptedException e) {
                      result.set(e);
                    }
                  });
      asked.await();
      thread.interrupt();
      thread.join();
      assertThat(result.get()).isInstanceOf(InterruptedException.class);
      assertThat(bench.pacing.open).hasValue(0);
    }
  }

  private static Origin flooding(int bytes) {
    return new Origin(
        (_, out) -> {
          out.write(ascii("HTTP/1.1 200 OK\r\n"));
          for (int sent = 0; sent < bytes; sent += 104) {
            out.write(ascii("X-" + "a".repeat(50) + ": " + "b".repeat(48) + "\r\n"));
          }
          out.write(ascii("Content-Length: 0\r\n\r\n"));
        });
  }

  private static void drip(Origin.Asked asked, OutputStream out) throws IOException {
    while (!asked.socket().isClosed()) {
      out.write('a');
      out.flush();
      await(new CountDownLatch(1), Duration.ofMillis(20));
    }
  }

  private static void await(CountDownLatch latch, Duration time) throws IOException {
    try {
      boolean over = latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(over).isFalse();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static Outcome tooSlow() {
    return new Failed(Failure.TIMEOUT, 0, "no answer within 400 ms");
  }

  private static Outcome unusable(int status, String message) {
    return new Failed(Failure.UNUSABLE, status, message);
  }

  private static void assertBroken(Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(Failure.CONNECTION);
              assertThat(failed.message()).startsWith("the connection to 127.0.0.1 broke");
            });
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
