package dev.transponder.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.publish.Renditions;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionsTest {
  private static final Instant DATE = Instant.parse("2026-11-22T08:49:37Z");
  private final Renditions feed = Renditions.of("text/plain", "bytes".getBytes(UTF_8), DATE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|gzip", "deflate, GZIP;q=0.1|gzip", "x-gzip|gzip", "*|gzip", "br, *;q=0.5|gzip",
        "gzip;q=0|plain", "gzip;q=0.000, *|plain", "*;q=0|plain", "br|plain", "identity|plain",
        "identity;q=0|plain", ",;|plain"
      })
  void whoAcceptsGzipGetsIt(String header, String encoding) {
    HttpFields request = HttpFields.build().add("Accept-Encoding", header);
    String chosen = Conditions.accepted(request, feed).encoding();
    assertThat(chosen == null ? "plain" : chosen).isEqualTo(encoding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 22 Nov 2026 08:49:37 GMT",
        "Sunday, 22-Nov-26 08:49:37 GMT",
        "Sun Nov 22 08:49:37 2026"
      })
  void allThreeFormsOfADateAreUnderstood(String date) {
    assertThat(unchanged("If-Modified-Since", date)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 22 Nov 2026 08:49:36 GMT",
        "Sun, 22 Nov 2026 08:49:38 GMT",
        "yesterday",
        "",
        "0"
      })
  void anyOtherDateProvesNothing(String date) {
    assertThat(unchanged("If-Modified-Since", date)).isFalse();
  }

  @Test
  void severalLinesOfETagsAreOneList() {
    HttpFields request =
        HttpFields.build()
            .add("If-None-Match", "\"a\"")
            .add("If-None-Match", "\"b\" , W/" + feed.identity().etag());
    assertThat(Conditions.unchanged(request, feed.identity(), DATE)).isTrue();
  }

  @Test
  void anEmptyETagListIsNotADate() {
    HttpFields request =
        HttpFields.build()
            .add("If-None-Match", "")
            .add("If-Modified-Since", "Sun, 22 Nov 2026 08:49:37 GMT");
    assertThat(Conditions.unchanged(request, feed.identity(), DATE)).isFalse();
  }

  @Test
  void theETagOfAnotherEncodingIsAnotherOne() {
    assertThat(unchanged("If-None-Match", feed.gzip().etag())).isFalse();
  }

  private boolean unchanged(String name, String value) {
    return Conditions.unchanged(HttpFields.build().add(name, value), feed.identity(), DATE);
  }
}
