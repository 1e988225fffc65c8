package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may reach an address that is not public. */
final class GuardIT {
  private final Bench bench = new Bench();

  /** A source somewhere else that has led us to the URL. */
  private Outcome comingFromOutside(String url) throws InterruptedException {
    return bench.fetcher.fetch(Source.of("a", "http://public.test/"), url, Validators.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "2130706433",
        "127.1",
        "0x7f.1",
        "017700000001",
        "①②⑦.⓪.⓪.①",
        "[::ffff:7f00:1]",
        "[::ffff:127.0.0.1]",
        "[::7f00:1]",
        "[::1]",
        "0",
        "0.0.0.0",
        "127.0.0.1\\@e.org",
        "a@b:80@127.0.0.1",
        "evil.test",
        "EVIL.test.",
        "127.0.0.1%23.example.org"
      })
  void noSpellingOfLoopbackIsReachedFromOutside(String host) throws Exception {
    bench.names.put("evil.test", "127.0.0.1");
    bench.names.put("evil.test.", "127.0.0.1");
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "secret")) {
      String authority =
          host.contains("\\")
              ? host.replace("\\", ":" + origin.port() + "\\")
              : host + ":" + origin.port();
      Outcome outcome = comingFromOutside("http://" + authority + "/");
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Failed.class,
              failed ->
                  assertThat(failed.failure())
                      .isIn(Failure.REFUSED, Failure.UNKNOWN_HOST, Failure.CONNECTION));
      assertThat(origin.asked()).isEmpty();
      assertThat(origin.connections()).isZero();
    }
  }

  @Test
  void httpsIsGuardedAsWell() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "secret")) {
      Outcome outcome = comingFromOutside("https://127.0.0.1:" + origin.port() + "/");
      assertThat(outcome)
          .isEqualTo(
              new Failed(
                  Failure.REFUSED,
                  0,
                  "127.0.0.1: the address 127.0.0.1 is not public; allow-private: true would permit it"));
      assertThat(origin.connections()).isZero();
    }
  }

  @Test
  void theSourcesOwnUrlMayBePrivate() throws Exception {
    bench.names.put("nas.test", "127.0.0.1");
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "mine")) {
      assertThat(bench.fetch("http://nas.test:" + origin.port() + "/")).isInstanceOf(Fetched.class);
    }
  }

  @Test
  void anotherUrlOfTheSourcesOwnHostMayBePrivate() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "mine")) {
      Source source = Source.of("a", "http://127.0.0.1:1/");
      assertThat(bench.fetcher.fetch(source, origin.url("/page/2"), Validators.NONE))
          .isInstanceOf(Fetched.class);
    }
  }

  @Test
  void aRedirectToAnotherPrivateHostIsRefused() throws Exception {
    try (Origin admin = new Origin("127.0.0.2", (_, out) -> out.write(0));
        Origin origin =
            Origin.saying("HTTP/1.1 301 Moved\nLocation: " + admin.url("/delete"), "")) {
      assertThat(bench.fetch(origin.url("/")))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.REFUSED));
      assertThat(admin.connections()).isZero();
    }
  }

  @Test
  void aSourceThatAllowsItMayBeLedToPrivateHosts() throws Exception {
    try (Origin there =
            new Origin("127.0.0.2", (_, out) -> Origin.send(out, "HTTP/1.1 200 OK", new byte[0]));
        Origin origin = Origin.saying("HTTP/1.1 302 Found\nLocation: " + there.url("/"), "")) {
      assertThat(
              bench.fetcher.fetch(
                  Bench.source(origin.url("/"), true, Map.of()), origin.url("/"), Validators.NONE))
          .isInstanceOf(Fetched.class);
    }
  }

  @Test
  void aConnectionThatATrustedRequestOpenedIsOfNoUseToOthers() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "secret")) {
      assertThat(bench.fetch(origin.url("/"))).isInstanceOf(Fetched.class);
      assertThat(comingFromOutside(origin.url("/")))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.REFUSED));
      assertThat(bench.fetch(origin.url("/"))).isInstanceOf(Fetched.class);
      assertThat(origin.asked()).hasSize(2);
      assertThat(origin.connections()).isEqualTo(1);
    }
  }

  @Test
  void aNameThatChangesItsAddressBetweenRequestsIsCheckedEachTime() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "secret")) {
      bench.names.put("rebound.test", "Name or service not known");
      String url = "http://rebound.test:" + origin.port() + "/";
      assertThat(comingFromOutside(url)).isInstanceOf(Failed.class);
      bench.names.put("rebound.test", "127.0.0.1");
      assertThat(comingFromOutside(url))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.REFUSED));
      assertThat(origin.connections()).isZero();
    }
  }

  @Test
  void everyWayToMakeASocketIsGuarded() throws Exception {
    Sockets sockets = new Sockets(true, 1000);
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "");
        Socket socket = sockets.createSocket()) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      int port = origin.port();
      assertRefused(() -> socket.connect(new InetSocketAddress(loopback, port)));
      assertRefused(() -> sockets.createSocket("127.0.0.1", port));
      assertRefused(() -> sockets.createSocket("127.0.0.1", port, loopback, 0));
      assertRefused(() -> sockets.createSocket(loopback, port));
      assertRefused(() -> sockets.createSocket(loopback, port, loopback, 0));
      assertThat(origin.connections()).isZero();
    }
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(AddressRefused.class);
  }

  @Test
  void aConnectionDeliversNoMoreThanItMay() throws Exception {
    try (Origin origin =
            new Origin(
                (_, out) -> {
                  while (true) {
                    out.write(new byte[100]);
                  }
                });
        Socket socket = new Sockets(false, 1000).createSocket("127.0.0.1", origin.port())) {
      socket.getOutputStream().write("GET /\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
          .isInstanceOf(IOException.class)
          .hasMessage("it sent more than a connection may");
    }
  }
}
