package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsTest {
  @Test
  void whatFailsCostsOnlyItself() {
    Faults faults = new Faults("https://x.test/", () -> {});
    assertThat(faults.attempt(() -> "one")).isEqualTo("one");
    assertThat(faults.any()).isFalse();
    assertThat(
            faults.<String>attempt(
                () -> {
                  throw new IllegalStateException("a bug");
                }))
        .isNull();
    assertThat(faults.attempt(() -> "two")).isEqualTo("two");
    assertThat(faults.any()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.test/a?key=b, https://x.test/a",
    "https://me:key@x.test/a@b#c, https://x.test/a@b",
    "https://me@x.test, https://x.test",
    "https://x.test?a=b@c, https://x.test",
    "file, file"
  })
  void theLogKeepsSecrets(String url, String shown) {
    assertThat(Faults.withoutSecrets(url)).isEqualTo(shown);
  }
}
