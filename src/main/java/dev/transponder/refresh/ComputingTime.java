package dev.transponder.refresh;

import dev.transponder.model.Budget;
import dev.transponder.text.Spans;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A budget of the processor's time, not of the clock's: a machine that is busy with other things
 * does not make a good document unreadable. Also ends the work of a thread that was interrupted.
 */
final class ComputingTime implements Budget {
  private final Duration limit;
  private final LongSupplier cpuTime;
  private final long start;

  /**
   * Begins to count.
   *
   * @param cpuTime what the current thread has used, in nanoseconds
   */
  ComputingTime(Duration limit, LongSupplier cpuTime) {
    this.limit = limit;
    this.cpuTime = cpuTime;
    this.start = cpuTime.getAsLong();
  }

  @Override
  public void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Spent("reading it was interrupted");
    }
    if (cpuTime.getAsLong() - start > limit.toNanos()) {
      throw new Spent("reading it took more than " + Spans.words(limit) + " of computing time");
    }
  }
}
