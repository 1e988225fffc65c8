package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Validators;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What arrives at a site, and what never does. */
final class RequestHeadersIT {
  private final Bench bench = new Bench();

  @Test
  void aRequestSaysWhoAsksAndNothingThatTracks() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK\nSet-Cookie: id=1\nETag: \"a\"", "hello")) {
      Validators first = ((Fetched) bench.fetch(origin.url("/feed?x=1"))).validators();
      bench.fetch(origin.url("/feed?x=1"), first);
      assertThat(origin.asked())
          .extracting(Origin.Asked::line)
          .containsExactly("GET /feed?x=1 HTTP/1.1", "GET /feed?x=1 HTTP/1.1");
      assertThat(names(origin.asked().getFirst()))
          .containsExactlyInAnyOrder(
              "User-Agent", "Accept", "Accept-Encoding", "Host", "Connection");
      assertThat(names(origin.asked().getLast()))
          .containsExactlyInAnyOrder(
              "User-Agent",
              "Accept",
              "Accept-Encoding",
              "Host",
              "Connection",
              "If-None-Match",
              "A-IM");
      assertThat(origin.asked().getFirst().header("User-Agent"))
          .isEqualTo("Transponder/1 (+mailto:me@example.org)");
      assertThat(origin.asked().getFirst().header("Accept-Encoding"))
          .isEqualTo("br, gzip, deflate");
    }
  }

  @Test
  void theSourcesHeadersReplaceOurs() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "")) {
      bench.fetcher.fetch(
          Bench.source(origin.url("/"), false, Map.of("accept", "text/html", "X-Name", "Jürgen")),
          origin.url("/"),
          Validators.NONE);
      assertThat(origin.asked().getFirst().header("Accept")).isEqualTo("text/html");
      assertThat(names(origin.asked().getFirst())).containsOnlyOnce("accept");
      assertThat(origin.asked().getFirst().header("X-Name")).isEqualTo("J\u00c3\u00bcrgen");
    }
  }

  @Test
  void credentialsInAUrlAreSentAsBasicAuthenticationAndNeverShown() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "")) {
      String url = origin.url("/").replace("http://", "http://me:secret@");
      Fetched fetched = (Fetched) bench.fetch(url);
      assertThat(origin.asked().getFirst().header("Authorization")).isEqualTo("Basic bWU6c2VjcmV0");
      assertThat(fetched.document().url()).isEqualTo(origin.url("/"));
    }
    assertThat(bench.fetch("http://me:secret@127.0.0.1:1/?token=t"))
        .isEqualTo(new Failed(Failure.CONNECTION, 0, "no connection to 127.0.0.1:1"));
  }

  @Test
  void onlyHttpHttpsAndFileAreUnderstood() throws Exception {
    for (String url : List.of("ftp://example.org/", "javascript:alert(1)", "nonsense", "")) {
      assertThat(bench.fetch(url))
          .isEqualTo(new Failed(Failure.REFUSED, 0, "not an http or https URL"));
    }
  }

  @Test
  void theNewPartOfAFeedIsTakenWhenItWasAskedFor() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 226 IM Used\nIM: feed\nETag: \"b\"", "new")) {
      Fetched fetched = (Fetched) bench.fetch(origin.url("/"), new Validators("\"a\"", null));
      assertThat(fetched.partial()).isTrue();
      assertThat(fetched.validators()).isEqualTo(new Validators("\"b\"", null));
      assertThat(origin.asked().getFirst().header("A-IM")).isEqualTo("feed");
      assertThat(bench.fetch(origin.url("/"))).isInstanceOf(Failed.class);
    }
    try (Origin origin = Origin.saying("HTTP/1.1 226 IM Used\nIM: diffe", "patch")) {
      assertThat(bench.fetch(origin.url("/"), new Validators("\"a\"", null)))
          .isInstanceOf(Failed.class);
    }
  }

  private static List<String> names(Origin.Asked asked) {
    return asked.lines().stream().skip(1).map(line -> line.split(":", 2)[0]).toList();
  }
}
