package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Gone;
import dev.transponder.model.Outcome.Throttled;
import dev.transponder.model.Validators;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThrottledIT {
  private final Bench bench = new Bench();

  private Outcome answering(String head) throws Exception {
    try (Origin origin = Origin.saying(head, "")) {
      return bench.fetch(origin.url("/"));
    }
  }

  @Test
  void a429HoldsTheHostAsLongAsItAsks() throws Exception {
    assertThat(answering("HTTP/1.1 429 Slow Down\nRetry-After: 86400"))
        .isEqualTo(new Throttled(429, Duration.ofDays(1)));
    assertThat(bench.pacing.holds).containsEntry("127.0.0.1", Bench.NOW.plusSeconds(86400));
  }

  @Test
  void a429ThatDoesNotSayHowLongHoldsTheHostForAnHour() throws Exception {
    assertThat(answering("HTTP/1.1 429 Slow Down")).isEqualTo(new Throttled(429, null));
    assertThat(bench.pacing.holds).containsEntry("127.0.0.1", Bench.NOW.plusSeconds(3600));
  }

  @Test
  void a503IsTheSourcesOwnMatter() throws Exception {
    assertThat(answering("HTTP/1.1 503 Busy\nRetry-After: 120"))
        .isEqualTo(new Throttled(503, Duration.ofMinutes(2)));
    assertThat(bench.pacing.holds).isEmpty();
  }

  @Test
  void thePacingIsToldWhichUrlIsBusy() throws Exception {
    answering("HTTP/1.1 503 Busy\nRetry-After: 120");
    assertThat(bench.pacing.busy.values()).containsExactly(Bench.NOW.plusSeconds(120));
    assertThat(bench.pacing.answered).isEmpty();
  }

  @Test
  void aHostOfWhichADocumentWasHadIsNotBusy() throws Exception {
    answering("HTTP/1.1 200 OK");
    try (Origin origin = Origin.saying("HTTP/1.1 304 Not Modified", "")) {
      bench.fetch(origin.url("/"), new Validators("\"a\"", null));
    }
    assertThat(bench.pacing.answered).containsExactly("127.0.0.1", "127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"301 Moved\nLocation: /", "404 Nix da", "410 Gone", "500 Broken"})
  void anyOtherAnswerDoesNotSayThatAHostIsNotBusy(String status) throws Exception {
    answering("HTTP/1.1 " + status);
    assertThat(bench.pacing.answered).isEmpty();
  }

  @Test
  void aHeldHostIsNotAsked() throws Exception {
    try (Origin origin = Origin.saying("HTTP/1.1 200 OK", "")) {
      bench.pacing.hold("127.0.0.1", Bench.NOW.plusSeconds(60));
      assertThat(bench.fetch(origin.url("/"))).isEqualTo(new Throttled(0, Duration.ofMinutes(1)));
      assertThat(origin.connections()).isZero();
    }
  }

  @Test
  void a429WithinARedirectHoldsTheHostThatSaidIt() throws Exception {
    bench.names.put("busy.test", "127.0.0.1");
    try (Origin busy = Origin.saying("HTTP/1.1 429 No", "");
        Origin origin =
            Origin.saying(
                "HTTP/1.1 302 Found\nLocation: http://busy.test:" + busy.port() + "/", "")) {
      bench.fetcher.fetch(
          Bench.source(origin.url("/"), true, Map.of()), origin.url("/"), Validators.NONE);
      assertThat(bench.pacing.holds).containsOnlyKeys("busy.test");
    }
  }

  @Test
  void a410IsGoneForGood() throws Exception {
    assertThat(answering("HTTP/1.1 410 Gone")).isEqualTo(new Gone());
  }

  @Test
  void otherStatusesAreFailuresInWords() throws Exception {
    assertThat(answering("HTTP/1.1 404 Nix da"))
        .isEqualTo(new Failed(Failure.STATUS, 404, "404 Not Found"));
    assertThat(answering("HTTP/1.1 403 Forbidden\ncf-mitigated: challenge"))
        .isEqualTo(new Failed(Failure.STATUS, 403, "403 Forbidden: the site admits browsers only"));
    assertThat(answering("HTTP/1.1 202 Accepted"))
        .isEqualTo(new Failed(Failure.UNUSABLE, 202, "202 Accepted instead of a document"));
  }
}
