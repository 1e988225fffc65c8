package dev.transponder.refresh;

import dev.transponder.model.Outcome;
import dev.transponder.model.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells our own outage from theirs: if nearly all hosts that were asked of late did not answer, it
 * is our network that is down, and no source is to be punished for it. With fewer than three hosts
 * there is no telling. Thread safe.
 */
final class Network {
  /** What was seen before says nothing of now. */
  private static final Duration LATE = Duration.ofMinutes(10);

  private static final int FEWEST_HOSTS = 3;
  private static final double NEARLY_ALL = 0.8;
  private static final Duration BETWEEN_PROBES = Duration.ofMinutes(1);

  private final Map<String, Contact> hosts = new HashMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private @Nullable Instant probed;

  /** What a look says of the network. */
  enum Sign {
    REACHED,
    NOT_REACHED,
    NONE
  }

  static Sign sign(Look look) {
    return switch (look) {
      case Look.Missed(Outcome.Failed failed) ->
          switch (failed.failure()) {
            case UNKNOWN_HOST, CONNECTION, TIMEOUT ->
                failed.status() == 0 ? Sign.NOT_REACHED : Sign.REACHED;
            case STATUS -> Sign.REACHED;
            case UNUSABLE, REFUSED, FORBIDDEN -> Sign.NONE;
          };
      case Look.Missed(Outcome.Throttled throttled) ->
          throttled.status() == 0 ? Sign.NONE : Sign.REACHED;
      case Look.Missed _, Look.Nothing _, Look.Withheld _, Look.Seen _, Look.Unchanged _ ->
          Sign.REACHED;
    };
  }

  private record Contact(boolean reached, Instant at) {}

  /**
   * A refresh that ended without any answer.
   *
   * @param before what was known of the source before it
   * @param at when it ended, as stored with its result
   */
  record Failure(SourceState before, Instant at) {}

  /** A host answered, whatever it said. */
  synchronized void reached(String host, Instant at) {
    hosts.put(host, new Contact(true, at));
    failures.removeIf(failure -> isOld(failure.at(), at));
  }

  /**
   * A host did not answer. Only that of a source which could be read the last time says something
   * of our network: others may have been dead for months, or have never been there.
   *
   * @return the failures that were no fault of their sources, each once; empty while it seems to be
   *     theirs
   */
  synchronized List<Failure> missed(String host, Failure failure) {
    SourceState before = failure.before();
    if (before.failures() == 0 && before.bodyHash() != null) {
      hosts.put(host, new Contact(false, failure.at()));
    }
    failures.removeIf(earlier -> isOld(earlier.at(), failure.at()));
    failures.add(failure);
    if (!isDown(failure.at())) {
      return List.of();
    }
    List<Failure> forgiven = List.copyOf(failures);
    failures.clear();
    return forgiven;
  }

  /** Whether our network seems to be down. */
  synchronized boolean isDown(Instant now) {
    hosts.values().removeIf(contact -> isOld(contact.at(), now));
    long silent = hosts.values().stream().filter(contact -> !contact.reached()).count();
    return silent >= FEWEST_HOSTS && silent > NEARLY_ALL * hosts.size();
  }

  /** Whether to try one source although the network is down; true once a minute. */
  synchronized boolean mayProbe(Instant now) {
    boolean may =
        probed == null || Duration.between(probed, now).abs().compareTo(BETWEEN_PROBES) >= 0;
    if (may) {
      probed = now;
    }
    return may;
  }

  private static boolean isOld(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(LATE) > 0;
  }
}
