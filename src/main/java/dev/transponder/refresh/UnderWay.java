package dev.transponder.refresh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The refreshes that run in this process, so that whoever wants one of them waits for its result
 * instead of asking the site once more. Thread safe.
 */
final class UnderWay {
  /** What came of trying to begin. */
  sealed interface Attempt {}

  /** The claim was got; {@link #end} is called when it is over. */
  record Begun() implements Attempt {}

  /**
   * It runs here.
   *
   * @param result empty if it ended without one
   */
  record Running(Future<Optional<RefreshResult>> result) implements Attempt {}

  /** Somebody else has the claim. */
  record Elsewhere() implements Attempt {}

  // Held while claiming: a claim that this process has got is in the map before anyone looks.
  private final ReentrantLock claiming = new ReentrantLock();
  private final Map<String, CompletableFuture<Optional<RefreshResult>>> running = new HashMap<>();

  /**
   * Begins all that are claimed and do not run already.
   *
   * @param claim is told what runs
   */
  List<String> begin(Function<Set<String>, List<String>> claim) {
    claiming.lock();
    try {
      return claim.apply(Set.copyOf(running.keySet())).stream()
          .filter(id -> running.putIfAbsent(id, new CompletableFuture<>()) == null)
          .toList();
    } finally {
      claiming.unlock();
    }
  }

  /** Begins one, unless it runs or the claim is not got. */
  Attempt begin(String id, BooleanSupplier claim) {
    claiming.lock();
    try {
      CompletableFuture<Optional<RefreshResult>> other = running.get(id);
      if (other != null) {
        return new Running(other);
      }
      if (!claim.getAsBoolean()) {
        return new Elsewhere();
      }
      running.put(id, new CompletableFuture<>());
      return new Begun();
    } finally {
      claiming.unlock();
    }
  }

  /** Ends one and tells those who wait for it. */
  void end(String id, Optional<RefreshResult> result) {
    claiming.lock();
    try {
      CompletableFuture<Optional<RefreshResult>> one = running.remove(id);
      if (one != null) {
        one.complete(result);
      }
    } finally {
      claiming.unlock();
    }
  }
}
