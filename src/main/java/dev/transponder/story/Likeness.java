package dev.transponder.story;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** First version: the share of the shorter text's shingles that the other has. */
public record Likeness(double value, boolean same, boolean strong) {
  public static Likeness of(Telling a, Repeats repeatsOfA, Telling b, Repeats repeatsOfB) {
    Set<Integer> one = shingles(a);
    Set<Integer> other = shingles(b);
    double smaller = Math.min(one.size(), other.size());
    one.retainAll(other);
    double value = smaller == 0 ? 0 : one.size() / smaller;
    boolean same = smaller > 16 && value >= 0.9;
    return new Likeness(value, same, same && smaller > 40);
  }

  private static Set<Integer> shingles(Telling telling) {
    return Arrays.stream(Shingles.of(telling.text()))
        .filter(hash -> hash != 0)
        .boxed()
        .collect(Collectors.toSet());
  }
}
