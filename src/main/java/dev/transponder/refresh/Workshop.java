package dev.transponder.refresh;

import dev.transponder.model.Budget;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The few threads on which documents are read, cleaned and compared, each document within a budget
 * of computing time. Fetching waits on virtual threads, any number of them; computing would take
 * those over for as long as it lasts, so it is done here. Thread safe.
 */
public final class Workshop implements AutoCloseable {
  /** For one document; ordinary ones take some milliseconds. */
  static final Duration BUDGET = Duration.ofSeconds(2);

  /** In bytes; the deepest documents are 200 elements deep and need a tenth of that. */
  private static final long STACK = 2 << 20;

  private final ExecutorService threads;
  private final LongSupplier cpuTime;

  /**
   * Opens a workshop.
   *
   * @param places how many documents are worked on at a time, at least 1
   * @param cpuTime what the current thread has used, in nanoseconds
   */
  public Workshop(int places, LongSupplier cpuTime) {
    this.cpuTime = cpuTime;
    this.threads =
        Executors.newFixedThreadPool(
            places, Thread.ofPlatform().daemon().name("reading-", 1).stackSize(STACK).factory());
  }

  /**
   * Waits for a place, does the work there and gives its result; what the work throws is thrown.
   *
   * @throws Budget.Spent if the work took more than its budget
   * @throws InterruptedException if this thread was interrupted; the work then ends at its next
   *     look at the budget; or if the workshop is closed
   */
  <T> T work(Function<Budget, T> work) throws InterruptedException {
    Future<T> result = submit(work);
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw thrown(e.getCause());
    } finally {
      result.cancel(true); // nothing to cancel, unless the wait was interrupted
    }
  }

  private <T> Future<T> submit(Function<Budget, T> work) throws InterruptedException {
    try {
      return threads.submit(() -> work.apply(new ComputingTime(BUDGET, cpuTime)));
    } catch (RejectedExecutionException e) {
      throw new InterruptedException("the program stops");
    }
  }

  private static RuntimeException thrown(@Nullable Throwable cause) {
    return switch (cause) {
      case Error error -> throw error;
      case RuntimeException bug -> bug;
      case null, default -> new IllegalStateException(cause);
    };
  }

  /** Ends what is under way; whoever waits for it should have been told before. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
