package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    try (Schedule schedule = Schedule.start(List.of(bad, good))) {
      assertThat(failing.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(schedule.problem()).isEmpty();
    }
  }

  @Test
  void aJobThatIsStuckIsAProblemAlsoWhileOthersRun() throws InterruptedException {
    AtomicLong nanos = new AtomicLong();
    CountDownLatch running = new CountDownLatch(3);
    CountDownLatch end = new CountDownLatch(1);
    Repeated stuck = new Repeated("stuck", TICK, () -> await(end));
    Repeated good = new Repeated("good", TICK, running::countDown);
    try (Schedule schedule = Schedule.start(List.of(good, stuck), nanos::get)) {
      assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(schedule.problem()).isEmpty();
      nanos.addAndGet(Duration.ofSeconds(31).toNanos());
      assertThat(schedule.problem()).hasValueSatisfying(p -> assertThat(p).contains("31 s"));
      end.countDown();
    }
  }

  /** Quartz would wait for the day to pass, as it would after its clock was set back by a day. */
  @Test
  void aJobThatIsLateIsWokenWhateverTheWallClockSays() throws InterruptedException {
    AtomicLong nanos = new AtomicLong();
    CountDownLatch runs = new CountDownLatch(2);
    Repeated daily = new Repeated("daily", Duration.ofDays(1), runs::countDown);
    try (Schedule schedule = Schedule.start(List.of(daily), nanos::get)) {
      while (runs.getCount() == 2) {
        Thread.onSpinWait();
      }
      schedule.wakeLate();
      nanos.addAndGet(Duration.ofDays(1).plusSeconds(6).toNanos());
      schedule.wakeLate();
      assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
