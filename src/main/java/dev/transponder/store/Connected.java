package dev.transponder.store;

import dev.transponder.store.StoryTeller.Tie;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Entries that ties connect, however many lie between: what is not connected cannot be one story.
 *
 * @param numbers in their order
 * @param ties between them
 */
record Connected(List<Long> numbers, List<Tie> ties) {

  /** Takes entries apart into those that are connected; in the order of their first entries. */
  static List<Connected> of(Collection<Long> numbers, List<Tie> ties) {
    Map<Long, List<Tie>> byEnd = new HashMap<>();
    for (Tie tie : ties) {
      byEnd.computeIfAbsent(tie.one(), _ -> new ArrayList<>()).add(tie);
      byEnd.computeIfAbsent(tie.other(), _ -> new ArrayList<>()).add(tie);
    }
    List<Connected> parts = new ArrayList<>();
    SortedSet<Long> left = new TreeSet<>(numbers);
    while (!left.isEmpty()) {
      parts.add(take(left.first(), left, byEnd));
    }
    return parts;
  }

  private static Connected take(long first, SortedSet<Long> left, Map<Long, List<Tie>> byEnd) {
    SortedSet<Long> part = new TreeSet<>();
    List<Tie> ties = new ArrayList<>();
    Deque<Long> next = new ArrayDeque<>(List.of(first));
    left.remove(first);
    while (!next.isEmpty()) {
      long number = next.remove();
      part.add(number);
      for (Tie tie : byEnd.getOrDefault(number, List.of())) {
        long other = tie.one() == number ? tie.other() : tie.one();
        if (tie.one() == number) {
          ties.add(tie);
        }
        if (left.remove(other)) {
          next.add(other);
        }
      }
    }
    return new Connected(List.copyOf(part), ties);
  }
}
