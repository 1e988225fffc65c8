package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Habits;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Validators;
import dev.transponder.refresh.Network.Sign;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class NetworkTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Network network = new Network();

  @Test
  void threeSilentHostsAndNoneThatAnswersMeanThatItIsUs() {
    assertThat(network.missed("a", failure("a", 0))).isEmpty();
    assertThat(network.missed("b", failure("b", 10))).isEmpty();
    assertThat(network.isDown(NOW.plusSeconds(10))).isFalse();
    assertThat(network.missed("c", failure("c", 20)))
        .containsExactly(failure("a", 0), failure("b", 10), failure("c", 20));
    assertThat(network.missed("d", failure("d", 21))).containsExactly(failure("d", 21));
    assertThat(network.isDown(NOW.plusSeconds(21))).isTrue();
  }

  @Test
  void oneHostThatIsSilentManyTimesIsOneHost() {
    for (int second = 0; second < 50; second++) {
      assertThat(network.missed("a", failure("a" + second, second))).isEmpty();
    }
  }

  @Test
  void silentHostsAmongManyThatAnswerAreTheirOwnMatter() {
    for (int host = 0; host < 10; host++) {
      network.reached("well" + host, NOW);
    }
    for (int host = 0; host < 10; host++) {
      assertThat(network.missed("dead" + host, failure("s" + host, host))).isEmpty();
    }
  }

  @Test
  void hostsThatHaveLongBeenDeadSayNothingOfOurNetwork() {
    for (String host : new String[] {"a", "b", "c", "d"}) {
      assertThat(network.missed(host, failure(host, 0, 7, true))).isEmpty();
    }
    assertThat(network.isDown(NOW)).isFalse();
  }

  @Test
  void sourcesThatWereNeverReadSayNothingAndAreForgivenWithTheOthers() {
    for (String host : new String[] {"a", "b", "c", "d"}) {
      assertThat(network.missed(host, failure(host, 0, 0, false))).isEmpty();
    }
    network.missed("x", failure("x", 1));
    network.missed("y", failure("y", 1));
    assertThat(network.missed("z", failure("z", 1))).hasSize(7);
  }

  @Test
  void anAnswerThatBreaksOffIsAnAnswer() {
    assertThat(sign(new Failed(Failure.CONNECTION, 200, "broke off"))).isEqualTo(Sign.REACHED);
    assertThat(sign(new Failed(Failure.TIMEOUT, 200, "drips"))).isEqualTo(Sign.REACHED);
    assertThat(sign(new Failed(Failure.CONNECTION, 0, "refused"))).isEqualTo(Sign.NOT_REACHED);
    assertThat(sign(new Failed(Failure.STATUS, 500, "500"))).isEqualTo(Sign.REACHED);
    assertThat(sign(new Failed(Failure.REFUSED, 0, "private"))).isEqualTo(Sign.NONE);
  }

  private static Sign sign(Failed failed) {
    return Network.sign(new Look.Missed(failed));
  }

  @Test
  void theNetworkIsUpAgainWhenHostsAnswer() {
    for (String host : new String[] {"a", "b", "c"}) {
      network.missed(host, failure(host, 0));
    }
    network.reached("a", NOW.plusSeconds(60));
    assertThat(network.isDown(NOW.plusSeconds(60))).isFalse();
  }

  @Test
  void whatWasLongAgoDoesNotCount() {
    network.missed("a", failure("a", 0));
    network.missed("b", failure("b", 0));
    assertThat(network.missed("c", failure("c", 3_600))).isEmpty();
  }

  @Test
  void whileItIsDownOneSourceAMinuteIsTried() {
    assertThat(network.mayProbe(NOW)).isTrue();
    assertThat(network.mayProbe(NOW.plusSeconds(59))).isFalse();
    assertThat(network.mayProbe(NOW.plusSeconds(60))).isTrue();
    assertThat(network.mayProbe(NOW.minus(Duration.ofDays(1)))).as("clock set back").isTrue();
  }

  private static Network.Failure failure(String source, int second) {
    return failure(source, second, 0, true);
  }

  private static Network.Failure failure(String source, int second, int failures, boolean read) {
    SourceState before =
        new SourceState(
            source,
            "https://e.org/",
            null,
            "feed",
            State.OK,
            Validators.NONE,
            null,
            read ? "hash" : null,
            NOW,
            "",
            null,
            null,
            failures,
            Habits.NONE);
    return new Network.Failure(before, NOW.plusSeconds(second));
  }
}
