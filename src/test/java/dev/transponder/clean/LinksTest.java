package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private final Links links = new Links("https://example.org/a/b/c?q=1#f");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "d,https://example.org/a/b/d",
        "../d,https://example.org/a/d",
        "../../../../d,https://example.org/d",
        "./,https://example.org/a/b/",
        "..,https://example.org/a/",
        "/d/./e/../f?x=/../y,https://example.org/d/f?x=/../y",
        "?q=2,https://example.org/a/b/c?q=2",
        "#g,https://example.org/a/b/c?q=1#g",
        "//other.example/d,https://other.example/d",
        "\\\\other.example\\d,https://other.example/d",
        "HTTP://Other.example/D,http://Other.example/D",
        "http:/other.example/d,http://other.example/d",
        "http://other.example,http://other.example",
        "/a b\"<>,https://example.org/a%20b%22%3C%3E",
        "/日本?語=1,https://example.org/日本?語=1",
        "http://[2001:db8::1]:8080/,http://[2001:db8::1]:8080/",
        "https://user:pw@example.org/,https://user:pw@example.org/",
        "java%73cript:alert(1),https://example.org/a/b/java%73cript:alert(1)",
      })
  void urlsBecomeAbsolute(String url, String expected) {
    assertThat(links.web(url)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \u0001javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript\r:alert(1)",
        "vbscript:x",
        "data:text/html,<script>",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "feed:https://example.org/",
        "view-source:https://example.org/",
        "mailto:a@example.org",
        "http:",
        "http://",
        "https:javascript:alert(1)",
        "http://<script>/",
        "http://a b/",
        "http://a%00b/",
        "http://host:port/",
        "///",
      })
  void everythingElseIsRefused(String url) {
    assertThat(links.web(url)).isNull();
  }

  @Test
  void mailtoMayStandInAnAnchor() {
    assertThat(links.anchor("mailto:a@example.org")).isEqualTo("mailto:a@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file:///srv/feed.xml", "not a url", "urn:x"})
  void withoutABaseRelativeUrlsAreRefused(String base) {
    assertThat(new Links(base).web("/a")).isNull();
    assertThat(new Links(base).web("https://example.org/a")).isEqualTo("https://example.org/a");
  }

  @Test
  void aUrlOfMoreThanFourKilobytesIsRefused() {
    @Nullable String url = links.web("/" + "a".repeat(5000));
    assertThat(url).isNull();
  }
}
