package dev.transponder.store;

import java.util.List;

/**
 * Entries of one source that are to be judged by its rules as they are now.
 *
 * @param below entries with this number and higher are judged already
 * @param numbers of the entries, the newest first
 * @param last whether there are no more
 */
public record Unjudged(String sourceId, long below, List<Long> numbers, boolean last) {
  public Unjudged {
    numbers = List.copyOf(numbers);
  }

  /** Some of these, from a place on: those before it are judged by then. */
  public Unjudged part(int from, int most) {
    int to = Math.min(from + most, numbers.size());
    long begin = from == 0 ? below : numbers.get(from - 1);
    return new Unjudged(sourceId, begin, numbers.subList(from, to), last && to == numbers.size());
  }

  /** Down to which number the entries are judged once these are. */
  long down() {
    return numbers.isEmpty() ? below : numbers.getLast();
  }
}
