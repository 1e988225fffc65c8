package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.Gone;
import dev.transponder.model.Outcome.Moved;
import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectsIT {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @ValueSource(ints = {301, 308})
  void aPermanentRedirectIsAMove(int status) throws Exception {
    try (Origin origin = redirecting(status + " /b", "ok")) {
      Moved moved = (Moved) bench.fetch(origin.url("/0"));
      assertThat(moved.to()).isEqualTo(origin.url("/b"));
      assertThat(((Fetched) moved.there()).document().url()).isEqualTo(origin.url("/b"));
      assertThat(bench.pacing.awaited).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307})
  void aTemporaryRedirectIsFollowedAndForgotten(int status) throws Exception {
    try (Origin origin = redirecting(status + " /b", "ok")) {
      assertThat(bench.fetch(origin.url("/0"))).isInstanceOf(Fetched.class);
    }
  }

  @Test
  void oneTemporaryHopMakesTheWholeWayTemporary() throws Exception {
    try (Origin origin = redirecting("301 /1", "302 /2", "308 /3", "ok")) {
      Fetched fetched = (Fetched) bench.fetch(origin.url("/0"));
      assertThat(fetched.document().url()).isEqualTo(origin.url("/3"));
    }
  }

  @Test
  void whatTheNewPlaceSaysIsTold() throws Exception {
    try (Origin origin = redirecting("301 /1", "410 /")) {
      assertThat(bench.fetch(origin.url("/0"))).isEqualTo(new Moved(origin.url("/1"), new Gone()));
    }
  }

  @Test
  void fiveAreFollowedAndASixthIsNot() throws Exception {
    try (Origin five = redirecting("302 /1", "302 /2", "302 /3", "302 /4", "302 /5", "ok");
        Origin six =
            redirecting("302 /1", "302 /2", "302 /3", "302 /4", "302 /5", "302 /6", "ok")) {
      assertThat(bench.fetch(five.url("/0"))).isInstanceOf(Fetched.class);
      assertThat(bench.fetch(six.url("/0")))
          .isEqualTo(new Failed(Failure.UNUSABLE, 0, "more than 5 redirects"));
      assertThat(six.asked()).hasSize(6);
    }
  }

  @Test
  void aCircleEndsWhenItCloses() throws Exception {
    try (Origin origin = redirecting("301 /1#again", "301 /0")) {
      assertThat(bench.fetch(origin.url("/0")))
          .isEqualTo(new Failed(Failure.UNUSABLE, 0, "redirects in a circle"));
      assertThat(origin.asked()).hasSize(2);
    }
  }

  @Test
  void anotherHostSeesNeitherHeadersNorValidatorsNorCredentials() throws Exception {
    try (Origin there = Origin.saying("HTTP/1.1 200 OK", "");
        Origin here =
            Origin.saying(
                "HTTP/1.1 302 Found\nLocation: http://other.test:" + there.port() + "/", "")) {
      bench.names.put("here.test", "127.0.0.1");
      bench.names.put("other.test", "127.0.0.1");
      String url = "http://me:secret@here.test:" + here.port() + "/";
      Map<String, String> secrets = Map.of("X-Api-Key", "k", "Cookie", "c=1");
      bench.fetcher.fetch(
          Bench.source(url, true, secrets), url, new Validators("\"a\"", "some day"));

      Origin.Asked home = here.asked().getFirst();
      assertThat(home.header("X-Api-Key")).isEqualTo("k");
      assertThat(home.header("Cookie")).isEqualTo("c=1");
      assertThat(home.header("If-None-Match")).isEqualTo("\"a\"");
      assertThat(home.header("Authorization")).isEqualTo("Basic bWU6c2VjcmV0");
      Origin.Asked abroad = there.asked().getFirst();
      assertThat(abroad.lines())
          .noneMatch(
              line -> line.matches("(?i)(x-api-key|cookie|authorization|if-|a-im|referer).*"));
    }
  }

  @Test
  void anotherPortOfTheHostDoesNotSeeTheHeadersOfTheSource() throws Exception {
    try (Origin there = Origin.saying("HTTP/1.1 200 OK", "");
        Origin here = Origin.saying("HTTP/1.1 302 Found\nLocation: " + there.url("/"), "")) {
      bench.fetcher.fetch(
          Bench.source(here.url("/"), false, Map.of("X-Api-Key", "k")),
          here.url("/"),
          Validators.NONE);
      assertThat(there.asked().getFirst().header("X-Api-Key")).isNull();
    }
  }

  @Test
  void aUrlThatIsNotTheSourcesOwnDoesNotGetItsHeaders() throws Exception {
    try (Origin there = Origin.saying("HTTP/1.1 200 OK", "")) {
      Source source = Bench.source("http://here.test/", true, Map.of("X-Api-Key", "k"));
      bench.fetcher.fetch(source, there.url("/"), Validators.NONE);
      assertThat(there.asked().getFirst().header("X-Api-Key")).isNull();
    }
  }

  @Test
  void aRedirectCannotBringCredentials() throws Exception {
    try (Origin origin =
        new Origin(
            (asked, out) ->
                Origin.send(
                    out,
                    asked.path().equals("/b")
                        ? "HTTP/1.1 200 OK"
                        : "HTTP/1.1 301 Moved\nLocation: http://a:b@" + authority(asked) + "/b#x",
                    new byte[0]))) {
      Moved moved = (Moved) bench.fetch(origin.url("/"));
      assertThat(moved.to()).isEqualTo(origin.url("/b"));
      assertThat(origin.asked().getLast().header("Authorization")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "gopher://x"})
  void onlyHttpAndHttpsAreFollowed(String location) throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 301 Moved\nLocation: " + location, "")) {
      assertThat(bench.fetch(origin.url("/")))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.UNUSABLE));
    }
  }

  @Test
  void aRedirectThatLeadsNowhereIsAStatus() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 302 Found", "")) {
      assertThat(bench.fetch(origin.url("/")))
          .isEqualTo(new Failed(Failure.STATUS, 302, "302 Found without a place to go"));
    }
  }

  @Test
  void aTargetWhoseHostIsHeldIsNotAskedAndNotAMove() throws Exception {
    try (Origin here = Origin.saying("HTTP/1.1 301 Moved\nLocation: http://held.test/", "")) {
      bench.pacing.holds.put("held.test", Bench.NOW.plusSeconds(90));
      Outcome outcome = bench.fetch(here.url("/"));
      assertThat(outcome).isEqualTo(new Throttled(0, Duration.ofSeconds(90)));
    }
  }

  private static String authority(Origin.Asked asked) {
    return String.valueOf(asked.header("Host"));
  }

  /** Step N answers path /N: "301 /1" redirects there, "410 /" is a status, "ok" a document. */
  private static Origin redirecting(String... steps) {
    return new Origin(
        (asked, out) -> {
          String name = asked.path().substring(1);
          int step = name.equals("b") ? 1 : Integer.parseInt(name);
          answer(out, steps[step]);
        });
  }

  private static void answer(OutputStream out, String step) throws IOException {
    if (step.equals("ok")) {
      Origin.send(out, "HTTP/1.1 200 OK", new byte[] {'x'});
    } else {
      String[] parts = step.split(" ", -1);
      Origin.send(out, "HTTP/1.1 " + parts[0] + " X\nLocation: " + parts[1], new byte[0]);
    }
  }
}
