package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalLinkTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.example.org/a/, http://example.org/a",
    "https://example.org:443/a, http://EXAMPLE.org:80/a#top",
    "https://example.org/a?utm_source=x&utm_medium=y, https://example.org/a",
    "https://example.org/a?fbclid=1&b=2&a=1, https://example.org/a?a=1&b=2",
    "https://example.org/?p=1&mc_cid=7, https://example.org?p=1",
    "https://example.org/%7euser/%c3%a9, https://example.org/~user/%C3%A9",
    "https://example.org/a?ref=example.org, https://example.org/a",
    "https://user@example.org/a, https://example.org/a",
    "https://example.org./a, https://example.org/a",
  })
  void spellingsOfOneLinkAreEqual(String one, String other) {
    assertThat(CanonicalLink.of(one)).isEqualTo(CanonicalLink.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a, https://example.org/A",
    "https://example.org/?p=1, https://example.org/?p=2",
    "https://example.org/#!/a, https://example.org/#!/b",
    "https://example.org/#/a, https://example.org/#/b",
    "https://example.org:8080/a, https://example.org/a",
    "https://example.org/a?ref=1, https://example.org/a?ref=2",
    "https://www.org/, https://org/",
    "https://example.org/a%2Fb, https://example.org/a/b",
    "https://a.example.org/, https://b.example.org/",
  })
  void differentLinksStayDifferent(String one, String other) {
    assertThat(CanonicalLink.of(one)).isNotEqualTo(CanonicalLink.of(other));
  }

  @ParameterizedTest
  @CsvSource({"mailto:a@example.org", "urn:uuid:1", "''"})
  void whatIsNotOfTheWebStaysAsItIs(String url) {
    assertThat(CanonicalLink.of(url)).isEqualTo(url);
  }
}
