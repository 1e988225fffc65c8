package dev.transponder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Pacing.Granted;
import dev.transponder.model.Pacing.Held;
import dev.transponder.model.Pacing.Turn;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class HostPacerTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration GAP = Duration.ofSeconds(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private volatile PacingRules rules =
      new PacingRules(Pace.DEFAULT, Map.of("fast.test", new Pace(2, Duration.ZERO)));
  private final HostPacer pacer =
      new HostPacer(() -> rules, SharedHosts.NONE, now::get, this::jump);

  /** Instead of waiting, the clock moves. */
  private Duration jump(Duration wait) {
    now.updateAndGet(instant -> instant.plus(wait));
    return Duration.ZERO;
  }

  private void ask(String host) throws InterruptedException {
    ((Granted) pacer.await(host)).close();
  }

  private Duration elapsed() {
    return Duration.between(START, now.get());
  }

  @Test
  void theLongerOfOurGapAndTheWishOfTheSiteCounts() throws Exception {
    pacer.slow("a.test", Duration.ofSeconds(10));
    ask("a.test");
    assertThat(elapsed()).isZero();
    ask("a.test");
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(10));
    pacer.slow("a.test", Duration.ofMillis(10));
    ask("a.test");
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(11));
    ask("b.test");
    assertThat(elapsed()).as("other hosts do not wait").isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void theStartsOfTwoRequestsToAHostAreAGapApart() throws Exception {
    ask("a.test");
    assertThat(elapsed()).isZero();
    ask("a.test");
    assertThat(elapsed()).isEqualTo(GAP);
    jump(Duration.ofMillis(400));
    ask("a.test");
    assertThat(elapsed()).as("the gap is from start to start").isEqualTo(GAP.multipliedBy(2));
    jump(Duration.ofMinutes(1));
    ask("a.test");
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(62));
  }

  @Test
  void theGapCountsFromTheMomentAtWhichTheRequestGoesOut() throws Exception {
    try (Granted slow = (Granted) pacer.await("a.test")) {
      jump(Duration.ofMillis(900));
      slow.sent();
    }
    ask("a.test");
    assertThat(elapsed()).isEqualTo(Duration.ofMillis(1_900));
  }

  @Test
  void hostsDoNotWaitForEachOther() throws Exception {
    for (int i = 0; i < 100; i++) {
      ask("host" + i + ".test");
    }
    assertThat(elapsed()).isZero();
  }

  @Test
  void aHostOfItsOwnRuleGoesByIt() throws Exception {
    ask("fast.test");
    ask("fast.test");
    assertThat(elapsed()).isZero();
  }

  @Test
  void newRulesHoldForTheNextRequest() throws Exception {
    ask("a.test");
    rules = new PacingRules(new Pace(1, Duration.ofSeconds(10)), Map.of());
    ask("a.test");
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void noMoreThanAllowedAreUnderWayAtOnce() throws Exception {
    Granted first = sent("fast.test");
    Granted second = sent("fast.test");
    Waiter third = new Waiter("fast.test");
    third.isWaiting();
    second.close();
    assertThat(third.turn()).isInstanceOf(Granted.class);
    first.close();
  }

  @Test
  void aTurnThatIsClosedTwiceFreesOnePlace() throws Exception {
    Granted first = sent("fast.test");
    Granted second = sent("fast.test");
    first.close();
    first.close();
    Granted third = sent("fast.test");
    Waiter fourth = new Waiter("fast.test");
    fourth.isWaiting();
    second.close();
    ((Granted) fourth.turn()).close();
    third.close();
  }

  @Test
  void firstComeIsFirstServed() throws Exception {
    Granted running = (Granted) pacer.await("a.test");
    List<Waiter> queue = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Waiter waiter = new Waiter("a.test");
      waiter.isWaiting();
      queue.add(waiter);
    }
    for (Waiter next : queue) {
      running.close();
      running = (Granted) next.turn();
      assertThat(queue.subList(queue.indexOf(next) + 1, queue.size()))
          .allMatch(later -> later.result.isEmpty());
    }
    running.close();
    assertThat(elapsed()).isEqualTo(GAP.multipliedBy(5));
  }

  @Test
  void whoIsInterruptedGivesItsPlaceToTheNext() throws Exception {
    Granted running = (Granted) pacer.await("a.test");
    Waiter first = new Waiter("a.test");
    first.isWaiting();
    Waiter second = new Waiter("a.test");
    second.isWaiting();
    first.thread.interrupt();
    assertThat(first.result.take()).isInstanceOf(InterruptedException.class);
    running.close();
    assertThat(second.turn()).isInstanceOf(Granted.class);
  }

  @Test
  void aHoldTurnsAwayThoseWhoWaitAndThoseWhoCome() throws Exception {
    Granted running = (Granted) pacer.await("a.test");
    Waiter waiter = new Waiter("a.test");
    waiter.isWaiting();
    Instant until = START.plusSeconds(90);
    pacer.hold("a.test", until);
    assertThat(waiter.turn()).isEqualTo(new Held(until));
    assertThat(pacer.await("a.test")).isEqualTo(new Held(until));
    running.close();
    assertThat(pacer.await("b.test")).isInstanceOf(Granted.class);
    jump(Duration.ofSeconds(90));
    assertThat(pacer.await("a.test")).isInstanceOf(Granted.class);
  }

  @Test
  void oneBusyUrlDoesNotSilenceItsHostAndTwoDo() throws Exception {
    Instant until = START.plusSeconds(90);
    pacer.busy("a.test", "http://a.test/1", until);
    pacer.busy("a.test", "http://a.test/1", until);
    ask("a.test");
    pacer.busy("a.test", "http://a.test/2", until);
    assertThat(pacer.await("a.test")).isEqualTo(new Held(until));
  }

  @Test
  void aBusyHostIsHeldUntilTheFirstOfItsUrlsMayBeAskedAgain() throws Exception {
    pacer.busy("a.test", "http://a.test/1", START.plusSeconds(90));
    pacer.busy("a.test", "http://a.test/2", START.plusSeconds(9_000));
    assertThat(pacer.await("a.test")).isEqualTo(new Held(START.plusSeconds(90)));
  }

  @Test
  void aHostThatAnswersInBetweenIsNotBusy() throws Exception {
    pacer.busy("a.test", "http://a.test/1", START.plusSeconds(90));
    pacer.answered("a.test");
    pacer.busy("a.test", "http://a.test/2", START.plusSeconds(90));
    ask("a.test");
  }

  @Test
  void ofTwoHoldsTheLaterCounts() throws Exception {
    pacer.hold("a.test", START.plusSeconds(90));
    pacer.hold("a.test", START.plusSeconds(30));
    assertThat(pacer.await("a.test")).isEqualTo(new Held(START.plusSeconds(90)));
  }

  @Test
  void aClockThatIsSetBackCostsOneGapAtMost() throws Exception {
    ask("a.test");
    jump(Duration.ofDays(-1));
    ask("a.test");
    assertThat(now.get()).isEqualTo(START.minus(Duration.ofDays(1)).plus(GAP));
  }

  @Test
  void aSilenceIsNoLongerBecauseTheClockWasSetBack() throws Exception {
    pacer.hold("a.test", START.plusSeconds(90));
    jump(Duration.ofDays(-365));
    assertThat(pacer.await("a.test")).isEqualTo(new Held(now.get().plusSeconds(90)));
    jump(Duration.ofSeconds(90));
    assertThat(pacer.await("a.test")).isInstanceOf(Granted.class);
  }

  @Test
  void hostsAreForgottenOnceNothingIsKnownOfThem() throws Exception {
    for (int i = 0; i < 10_000; i++) {
      ask("host" + i + ".test");
      jump(Duration.ofMillis(100));
    }
    assertThat(pacer.hosts()).isBetween(9, 11);
    pacer.hold("held.test", now.get().plusSeconds(100));
    jump(Duration.ofSeconds(2));
    assertThat(pacer.hosts()).isEqualTo(1);
    Granted open = (Granted) pacer.await("open.test");
    jump(Duration.ofSeconds(100));
    assertThat(pacer.hosts()).isEqualTo(1);
    open.close();
    assertThat(pacer.hosts()).isZero();
  }

  @Test
  void theGapCountsFromTheWireAlsoWhereSeveralRequestsMayBeUnderWay() throws Exception {
    rules = new PacingRules(new Pace(2, GAP), Map.of());
    Granted first = (Granted) pacer.await("a.test");
    jump(GAP.multipliedBy(5));
    Waiter second = new Waiter("a.test");
    second.isWaiting();
    Instant sent = now.get();
    first.sent();
    assertThat(second.turn()).isInstanceOf(Granted.class);
    assertThat(now.get()).isAfterOrEqualTo(sent.plus(GAP));
    first.close();
  }

  @Test
  void manySourcesAtOnceBreakNoRule() throws Exception {
    Map<String, AtomicInteger> running = new HashMap<>();
    List<String> broken = new CopyOnWriteArrayList<>();
    AtomicInteger served = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String host = "host" + i % 10 + ".test";
      AtomicInteger here = running.computeIfAbsent(host, _ -> new AtomicInteger());
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Granted _ = (Granted) pacer.await(host)) {
                      if (here.incrementAndGet() > 1) {
                        broken.add(host);
                      }
                      served.incrementAndGet();
                      here.decrementAndGet();
                    } catch (InterruptedException e) {
                      broken.add(e.toString());
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(broken).isEmpty();
    assertThat(served).hasValue(500);
    assertThat(elapsed()).isGreaterThanOrEqualTo(GAP.multipliedBy(49));
  }

  /** A request that is under way. */
  private Granted sent(String host) throws InterruptedException {
    Granted turn = (Granted) pacer.await(host);
    turn.sent();
    return turn;
  }

  @Test
  void realTimePassesAsWell() throws Exception {
    HostPacer real =
        new HostPacer(
            () -> new PacingRules(new Pace(1, Duration.ofMillis(30)), Map.of()),
            SharedHosts.NONE,
            InstantSource.system());
    long start = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      ((Granted) real.await("a.test")).close();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(59));
  }

  /** A thread that asks for a turn. */
  private final class Waiter {
    private final BlockingQueue<Object> result = new LinkedBlockingQueue<>();
    private final Thread thread;

    Waiter(String host) {
      this.thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      result.add(pacer.await(host));
                    } catch (InterruptedException e) {
                      result.add(e);
                    }
                  });
    }

    void isWaiting() {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertThat(result).isEmpty();
    }

    Turn turn() throws InterruptedException {
      return (Turn) result.take();
    }
  }
}
