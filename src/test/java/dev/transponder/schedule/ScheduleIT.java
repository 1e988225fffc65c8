package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ScheduleIT {
  private static final Duration TICK = Duration.ofMillis(10);

  @Test
  void aJobThatFailsRunsAgainAndDisturbsNoOther() throws InterruptedException {
    CountDownLatch failing = new CountDownLatch(3);
    CountDownLatch other = new CountDownLatch(3);
    Repeated bad =
        new Repeated(
            "bad",
            TICK,
            () -> {
              failing.countDown();
              throw new IllegalStateException("planted");
            });
    Repeated good = new Repeated("good", TICK, other::countDown);
    try (Schedule schedule =
        Schedule.start(List.of(bad, good), () -> Instant.parse("2026-11-22T12:00:00Z"))) {
      assertThat(failing.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(schedule.problem()).isEmpty();
    }
  }

  @Test
  void aSchedulerThatNoLongerTicksIsAProblem() throws InterruptedException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    CountDownLatch ticked = new CountDownLatch(1);
    Repeated once = new Repeated("once", Duration.ofDays(1), ticked::countDown);
    try (Schedule schedule = Schedule.start(List.of(once), now::get)) {
      assertThat(ticked.await(10, TimeUnit.SECONDS)).isTrue();
      now.set(now.get().plusSeconds(31));
      assertThat(schedule.problem()).hasValue("the scheduler has not ticked for 31 s");
    }
  }
}
