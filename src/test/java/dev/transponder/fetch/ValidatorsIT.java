package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.NotModified;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidatorsIT {
  private final Bench bench = new Bench();

  @Test
  void aFirstRequestIsUnconditionalAndKeepsBothValidators() throws Exception {
    try (Origin origin =
        Origin.saying("HTTP/1.1 200 OK\nETag: \"a\"\nLast-Modified: yesterday", "hello")) {
      Fetched fetched = (Fetched) bench.fetch(origin.url("/f"));
      assertThat(fetched.validators()).isEqualTo(new Validators("\"a\"", "yesterday"));
      assertThat(fetched.document().bytes()).asString().isEqualTo("hello");
      assertThat(fetched.document().url()).isEqualTo(origin.url("/f"));
      assertThat(origin.asked()).hasSize(1);
      assertThat(origin.asked().getFirst().header("If-None-Match")).isNull();
      assertThat(origin.asked().getFirst().header("If-Modified-Since")).isNull();
      assertThat(bench.pacing.open).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\"",
        "W/\"a\"",
        "W/ \"odd\"",
        "no quotes at all",
        "\"x-gzip\"",
        "\"grüße\"",
        "\"日本\"",
        "\"a,b\"",
        "\"tab\there\""
      })
  void anEtagIsEchoedByteForByte(String etag) throws Exception {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nETag: " + etag + "\r\nContent-Length: 0\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    try (Origin origin = new Origin((_, out) -> out.write(head))) {
      Validators first = ((Fetched) bench.fetch(origin.url("/"))).validators();
      bench.fetch(origin.url("/"), first);
      String asLatin1 =
          new String(etag.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertThat(origin.asked().getLast().header("If-None-Match")).isEqualTo(asLatin1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sat, 1 Jan 2022 0:00:00 GMT", "2022-01-01", "0", "not a date"})
  void aLastModifiedIsEchoedAsItIs(String date) throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK\nLast-Modified: " + date, "")) {
      Validators first = ((Fetched) bench.fetch(origin.url("/"))).validators();
      bench.fetch(origin.url("/"), first);
      assertThat(origin.asked().getLast().header("If-Modified-Since")).isEqualTo(date);
    }
  }

  @Test
  void anEtagThatIsNotUtf8IsLeftOutAndTheDateStillSent() throws Exception {
    try (Origin origin =
        Origin.saying("HTTP/1.1 200 OK\nETag: \"gr\u00fc\u00dfe\"\nLast-Modified: x", "")) {
      Validators first = ((Fetched) bench.fetch(origin.url("/"))).validators();
      assertThat(bench.fetch(origin.url("/"), first)).isInstanceOf(Fetched.class);
      assertThat(origin.asked().getLast().header("If-None-Match")).isNull();
      assertThat(origin.asked().getLast().header("If-Modified-Since")).isEqualTo("x");
    }
  }

  @Test
  void aStoredValueWithALineBreakIsNotSent() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "")) {
      bench.fetch(origin.url("/"), new Validators("\"a\"\r\nX-Evil: 1", "b\nX-Evil: 2"));
      assertThat(origin.asked().getFirst().header("X-Evil")).isNull();
      assertThat(origin.asked().getFirst().header("If-None-Match")).isNull();
    }
  }

  @Test
  void a200WithoutAValidatorForgetsIt() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK\nETag: \"new\"", "")) {
      Fetched fetched =
          (Fetched) bench.fetch(origin.url("/"), new Validators("\"old\"", "old date"));
      assertThat(fetched.validators()).isEqualTo(new Validators("\"new\"", null));
    }
  }

  @Test
  void a304ReplacesWhatItCarriesAndKeepsTheRest() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 304 Not Modified\nETag: \"new\"", "")) {
      Outcome outcome = bench.fetch(origin.url("/"), new Validators("\"old\"", "old date"));
      assertThat(outcome).isEqualTo(new NotModified(new Validators("\"new\"", "old date"), null));
    }
  }

  @Test
  void a304ThatNobodyAskedForIsAFailure() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 304 Not Modified", "")) {
      assertThat(bench.fetch(origin.url("/"))).isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void theyGoToTheUrlTheyCameFromAndNowhereElse() throws Exception {
    Validators known = new Validators("\"b\"", null);
    try (Origin origin =
        new Origin(
            (asked, out) -> {
              switch (asked.path()) {
                case "/robots.txt" -> Origin.send(out, "HTTP/1.1 404 Not Found", new byte[0]);
                case "/a" -> Origin.send(out, "HTTP/1.1 302 Found\nLocation: /b", new byte[0]);
                default -> Origin.send(out, "HTTP/1.1 304 Not Modified", new byte[0]);
              }
            })) {
      Outcome outcome =
          bench.fetcher.fetch(
              Source.of("a", origin.url("/a")),
              origin.url("/a"),
              Use.UNKNOWN,
              known,
              origin.url("/b"));
      assertThat(outcome).isEqualTo(new NotModified(known, null));
      assertThat(origin.asked().stream().map(asked -> asked.header("If-None-Match")).toList())
          .isEqualTo(Arrays.asList(null, null, "\"b\""));
      assertThat(List.copyOf(bench.pacing.awaited)).containsOnly("127.0.0.1").hasSize(3);
    }
  }
}
