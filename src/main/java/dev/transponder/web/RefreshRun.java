package dev.transponder.web;

import dev.transponder.model.Source;
import dev.transponder.refresh.RefreshResult;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A refresh that runs on a thread of its own and leaves its results in a queue, so that a client
 * which goes away or reads slowly neither stops it nor slows it.
 */
final class RefreshRun {
  private static final Logger log = LoggerFactory.getLogger(RefreshRun.class);

  /** What happens in a run; {@link Ended} is the last. */
  sealed interface Event {}

  record Finished(RefreshResult result) implements Event {}

  /**
   * The end.
   *
   * @param problem why it came early, null if all sources were looked at
   */
  record Ended(@Nullable String problem) implements Event {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private RefreshRun() {}

  static RefreshRun start(Operations operations, List<Source> wanted) {
    RefreshRun run = new RefreshRun();
    Thread.ofVirtual().name("admin-refresh").start(() -> run.run(operations, wanted));
    return run;
  }

  private void run(Operations operations, List<Source> wanted) {
    String problem = "the program failed, its log says how";
    try {
      operations.refresh(wanted, result -> events.add(new Finished(result)));
      problem = null;
    } catch (InterruptedException | RejectedExecutionException e) {
      problem = "the program stops";
    } catch (RuntimeException e) {
      log.error("refresh on request", e);
    } finally {
      events.add(new Ended(problem));
    }
  }

  /** Waits for what happens next. */
  Event next() throws InterruptedException {
    return events.take();
  }
}
