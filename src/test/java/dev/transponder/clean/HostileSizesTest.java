package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may cost is bounded. A quadratic cleaner would take minutes for each of these. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileSizesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<iframe ",
        "<iframe>",
        "</iframe ",
        "<!--",
        "<a href='",
        "<a href=b>",
        "<img src=b>",
        "<a b",
        "&",
        "<p>",
        "<math>",
        "<math><mi>"
      })
  void manyRepeatedBeginningsAreCleanedToAnEnd(String beginning) {
    String clean = Cleaned.html("One" + beginning.repeat(2_000_000 / beginning.length()));
    assertThat(clean).startsWith("One").hasSizeLessThan(1_100_000);
    assertThat(Cleaner.plainText("One" + beginning.repeat(100_000))).startsWith("One");
  }

  @Test
  void framesWithoutEndTagHideNothing() {
    assertThat(Cleaner.plainText("One<IFRAME src='a'/>Two<iframe >Three<iframe"))
        .isEqualTo("OneTwoThree");
  }
}
