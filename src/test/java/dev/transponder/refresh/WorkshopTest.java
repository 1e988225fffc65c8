package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.model.Budget;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work on few threads within a budget; the computing time is played. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class WorkshopTest {
  private final AtomicLong cpuTime = new AtomicLong();
  @AutoClose private final Workshop workshop = new Workshop(2, cpuTime::get);

  @Test
  void workWithinItsBudgetGivesItsResult() throws InterruptedException {
    assertThat(workshop.<String>work(budget -> spend(budget, Workshop.BUDGET.toNanos())))
        .isEqualTo("done");
  }

  @Test
  void workThatCostsMoreEndsAndSaysWhy() {
    assertThatThrownBy(() -> workshop.work(budget -> spend(budget, Workshop.BUDGET.toNanos() + 1)))
        .isInstanceOf(Budget.Spent.class)
        .hasMessage("reading it took more than 2 s of computing time");
  }

  @Test
  void eachPieceOfWorkHasABudgetOfItsOwn() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      assertThat(workshop.<String>work(budget -> spend(budget, Workshop.BUDGET.toNanos())))
          .isEqualTo("done");
    }
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    IllegalStateException bug = new IllegalStateException("a bug");
    assertThatThrownBy(
            () ->
                workshop.work(
                    _ -> {
                      throw bug;
                    }))
        .isSameAs(bug);
    assertThatThrownBy(() -> workshop.work(_ -> endless(0))).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void allWorkIsDoneOnAsManyThreadsAsThereArePlaces() throws InterruptedException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    Thread[] callers = new Thread[20];
    for (int i = 0; i < callers.length; i++) {
      callers[i] =
          Thread.startVirtualThread(
              () -> {
                try {
                  workshop.work(_ -> seen.add(Thread.currentThread()));
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(seen).hasSizeBetween(1, 2).noneMatch(Thread::isVirtual);
  }

  @Test
  void whoIsInterruptedWhileWaitingGoesAndTheWorkEnds() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Class<?>> thrown = new AtomicReference<>();
    Thread caller =
        Thread.startVirtualThread(
            () -> {
              try {
                workshop.work(budget -> forEver(budget, begun, ended));
              } catch (InterruptedException e) {
                thrown.set(e.getClass());
              }
            });
    begun.await();
    caller.interrupt();
    caller.join();
    ended.await();
    assertThat(thrown.get()).isEqualTo(InterruptedException.class);
    assertThat(workshop.<String>work(_ -> "free again")).isEqualTo("free again");
  }

  private String spend(Budget budget, long nanos) {
    budget.check();
    cpuTime.addAndGet(nanos);
    budget.check();
    return "done";
  }

  private static String forEver(Budget budget, CountDownLatch begun, CountDownLatch ended) {
    begun.countDown();
    try {
      while (true) {
        budget.check();
        Thread.onSpinWait();
      }
    } finally {
      ended.countDown();
    }
  }

  private static int endless(int depth) {
    return depth < 0 ? depth : 1 + endless(depth + 1);
  }
}
