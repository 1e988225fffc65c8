package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs a script of {@code http://localhost:3000/} may ask for. */
final class PartGateTest {
  private static final String HOME = "http://localhost:3000/notes/";
  private static final Outcome FURTHER = new Failed(Failure.FORBIDDEN, 0, "robots.txt");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:5432/",
        "http://localhost/",
        "https://localhost:3000/",
        "http://LOCALHOST:5432/",
        "http://me:secret@localhost:5432/"
      })
  void anotherPortOrSchemeOfItsOwnHostIsShut(String url) throws Exception {
    assertThat(refusal(HOME, HOME, false, url))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(Failure.REFUSED);
              assertThat(failed.message())
                  .startsWith("localhost:")
                  .endsWith(" is not the port of the page (allow-private: true would permit it)")
                  .doesNotContain("secret");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000/data.json",
        "http://localhost:3000/",
        "http://example.org/",
        "http://127.0.0.1:5432/"
      })
  void itsOwnOriginAndOtherHostsAreForTheNextGateToJudge(String url) throws Exception {
    assertThat(refusal(HOME, HOME, false, url)).isEqualTo(FURTHER);
  }

  @Test
  void theOriginToWhichThePageWasRedirectedIsOpenAsWell() throws Exception {
    String page = "http://localhost:3001/notes/";
    assertThat(refusal(HOME, page, false, "http://localhost:3001/data")).isEqualTo(FURTHER);
    assertThat(refusal(HOME, page, false, "http://localhost:3002/data")).isNotEqualTo(FURTHER);
  }

  @Test
  void aSourceThatMayReachPrivateAddressesReachesAllPorts() throws Exception {
    assertThat(refusal(HOME, HOME, true, "http://localhost:5432/")).isEqualTo(FURTHER);
  }

  private static @Nullable Outcome refusal(String home, String page, boolean anyPort, String url)
      throws InterruptedException {
    return new PartGate(HttpUrl.parse(home), HttpUrl.parse(page), anyPort, _ -> FURTHER)
        .refusal(HttpUrl.get(url));
  }
}
