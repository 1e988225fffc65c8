package dev.transponder.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * When each job last came to its end, by a clock that nobody sets: a wall clock that is set back
 * would make every silence look short. Thread safe.
 */
final class Heartbeats {
  /** A job that did not end for so long, beyond its interval, is stuck. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final LongSupplier nanos;
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  /**
   * All jobs count as ended just now.
   *
   * @param nanos monotonic
   */
  Heartbeats(List<Repeated> jobs, LongSupplier nanos) {
    this.nanos = nanos;
    jobs.forEach(this::beat);
  }

  void beat(Repeated job) {
    last.put(job.name(), nanos.getAsLong());
  }

  /** How long the job has been silent. */
  Duration silence(Repeated job) {
    long now = nanos.getAsLong();
    return Duration.ofNanos(now - last.getOrDefault(job.name(), now));
  }

  /** The first job that is stuck, in words; empty if none is. */
  Optional<String> problem(List<Repeated> jobs) {
    return jobs.stream()
        .filter(job -> silence(job).compareTo(job.interval().plus(SILENCE)) > 0)
        .map(job -> "\"" + job.name() + "\" has not run for " + silence(job).toSeconds() + " s")
        .findFirst();
  }
}
