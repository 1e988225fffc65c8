package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Pacing.Granted;
import dev.transponder.model.Pacing.Held;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pace where other nodes ask the same hosts. */
@Timeout(20)
final class SharedPaceTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final PacingRules RULES = new PacingRules(Pace.DEFAULT, Map.of());

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  /** Instead of waiting, the clock moves. */
  private Duration jump(Duration wait) {
    now.updateAndGet(instant -> instant.plus(wait));
    return Duration.ZERO;
  }

  private Duration elapsed() {
    return Duration.between(START, now.get());
  }

  @Test
  void whatOtherNodesHoldIsHeldFromTheStartAndWhatIsHeldIsToldToThem() throws Exception {
    Remembered hosts = new Remembered();
    hosts.held.put("a.test", START.plusSeconds(90));
    HostPacer second = new HostPacer(() -> RULES, hosts, now::get, this::jump);
    assertThat(second.await("a.test")).isEqualTo(new Held(START.plusSeconds(90)));
    second.hold("b.test", START.plusSeconds(30));
    assertThat(hosts.held).containsEntry("b.test", START.plusSeconds(30));
  }

  @Test
  void aTurnThatAnotherNodeHasIsWaitedForAndGivenBackWhenItIsOver() throws Exception {
    Remembered hosts = new Remembered();
    hosts.answers.add(new SharedHosts.Later(START.plusSeconds(5)));
    HostPacer second = new HostPacer(() -> RULES, hosts, now::get, this::jump);
    Granted turn = (Granted) second.await("a.test");
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(5));
    assertThat(hosts.given).hasValue(0);
    turn.close();
    turn.close();
    assertThat(hosts.given).hasValue(1);
    ((Granted) second.await("a.test")).close();
    assertThat(elapsed()).as("a gap after the real start").isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void aHoldOfAnotherNodeTurnsAwayAndFreesThePlace() throws Exception {
    Remembered hosts = new Remembered();
    hosts.answers.add(new SharedHosts.Held(START.plusSeconds(5)));
    HostPacer second = new HostPacer(() -> RULES, hosts, now::get, this::jump);
    assertThat(second.await("a.test")).isEqualTo(new Held(START.plusSeconds(5)));
    assertThat(second.await("a.test")).isInstanceOf(Granted.class);
  }

  @Test
  void aHoldOfAnotherRequestReachesWhoWaitsForTheOtherNodes() throws Exception {
    AtomicInteger givenBack = new AtomicInteger();
    AtomicReference<HostPacer> here = new AtomicReference<>();
    SharedHosts hosts =
        new SharedHosts() {
          @Override
          public Map<String, Instant> held(Instant at) {
            return Map.of();
          }

          @Override
          public void hold(String host, Instant at, Instant until) {}

          @Override
          public Answer take(String host, Pace pace, InstantSource clock) {
            here.get().hold(host, START.plusSeconds(90));
            return new Taken(clock.instant(), _ -> givenBack.incrementAndGet());
          }
        };
    here.set(new HostPacer(() -> RULES, hosts, now::get, this::jump));
    assertThat(here.get().await("a.test")).isEqualTo(new Held(START.plusSeconds(90)));
    assertThat(givenBack).hasValue(1);
  }

  /** Hosts as another node has left them; first the planted answers, then every turn is free. */
  private static final class Remembered implements SharedHosts {
    private final Map<String, Instant> held = new HashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final AtomicInteger given = new AtomicInteger();

    @Override
    public Map<String, Instant> held(Instant now) {
      return held;
    }

    @Override
    public void hold(String host, Instant now, Instant until) {
      held.put(host, until);
    }

    @Override
    public Answer take(String host, Pace pace, InstantSource clock) {
      Answer planted = answers.poll();
      return planted == null ? new Taken(clock.instant(), _ -> given.incrementAndGet()) : planted;
    }
  }
}
