package dev.transponder.store;

import dev.transponder.store.StoryTeller.Tie;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * The ties between the entries of one story, followed from one entry to all others: on the best
 * way, that whose weakest tie is strongest. A shared link is stronger than any likeness.
 */
final class Ways {
  private static final double LINK = 2;

  /** Where one has come to, and the weakest tie on the way. */
  private record Step(long number, double weakest) {}

  private final Map<Long, Map<Long, Double>> ties = new HashMap<>();

  /**
   * The ways among some entries.
   *
   * @param links of each of them, what its link says that it tells
   * @param likenesses ties by likeness; those that lead elsewhere do not count
   */
  Ways(Map<Long, UUID> links, List<Tie> likenesses) {
    Map<UUID, Long> holders = new HashMap<>();
    links.forEach(
        (number, link) -> {
          ties.put(number, new HashMap<>());
          // Each to one of those that share the link: on two shared links one comes to any of them.
          Long holder = holders.putIfAbsent(link, number);
          if (holder != null) {
            tie(holder, number, LINK);
          }
        });
    for (Tie tie : likenesses) {
      if (tie.match() != null && ties.containsKey(tie.one()) && ties.containsKey(tie.other())) {
        tie(tie.one(), tie.other(), tie.match().likeness());
      }
    }
  }

  private void tie(long one, long other, double strength) {
    ties.computeIfAbsent(one, _ -> new HashMap<>()).merge(other, strength, Math::max);
    ties.computeIfAbsent(other, _ -> new HashMap<>()).merge(one, strength, Math::max);
  }

  /** Why each entry that can be reached is in one story with this one. */
  Map<Long, Reason> from(long start) {
    Map<Long, Reason> reasons = new HashMap<>();
    Map<Long, Double> direct = ties.getOrDefault(start, Map.of());
    reached(start)
        .forEach(
            (number, weakest) -> {
              if (weakest >= LINK) {
                reasons.put(number, Reason.LINK);
              } else if (direct.containsKey(number)) {
                reasons.put(number, new Reason(false, direct.get(number), true));
              } else {
                reasons.put(number, new Reason(false, weakest, false));
              }
            });
    reasons.remove(start);
    return reasons;
  }

  /** The weakest tie that is needed on the ways from an entry to each that can be reached. */
  Map<Long, Double> reached(long start) {
    Map<Long, Double> reached = new HashMap<>();
    PriorityQueue<Step> next =
        new PriorityQueue<>(Comparator.comparingDouble(Step::weakest).reversed());
    next.add(new Step(start, LINK));
    while (!next.isEmpty()) {
      Step step = next.remove();
      if (reached.putIfAbsent(step.number(), step.weakest()) == null) {
        ties.getOrDefault(step.number(), Map.of())
            .forEach(
                (other, strength) -> next.add(new Step(other, Math.min(step.weakest(), strength))));
      }
    }
    return reached;
  }

  /** The reason that a strength is. */
  static Reason reason(double strength) {
    return strength >= LINK ? Reason.LINK : new Reason(false, strength, true);
  }
}
