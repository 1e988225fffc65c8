package dev.transponder.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs of some words that stand once in each of two texts, the most that stand in one order. */
final class Anchors {
  private static final int NONE = -1;
  private static final int MANY = -2;

  private Anchors() {}

  static List<Alignment.Run> of(
      int[] a, int fromA, int toA, int[] b, int fromB, int toB, int size) {
    int countA = toA - fromA - size + 1;
    int countB = toB - fromB - size + 1;
    if (countA <= 0 || countB <= 0) {
      return List.of();
    }
    Places inA = new Places(a, fromA, countA, size);
    Places inB = new Places(b, fromB, countB, size);
    List<Alignment.Run> pairs = new ArrayList<>();
    for (int i = 0; i < countA; i++) {
      long run = run(a, fromA + i, size);
      int atB = inA.once(run) == NONE ? NONE : inB.once(run);
      if (atB != NONE) {
        pairs.add(new Alignment.Run(fromA + i, atB, size));
      }
    }
    return rising(pairs);
  }

  private static long run(int[] tokens, int at, int size) {
    long hash = 1;
    for (int i = 0; i < size; i++) {
      hash = hash * 0x5851F42D4C957F2DL + tokens[at + i];
    }
    return hash ^ (hash >>> 29);
  }

  /** Where each run stands in a text: a table with open addresses. */
  private static final class Places {
    private final long[] runs;
    private final int[] places;

    Places(int[] tokens, int from, int count, int size) {
      int capacity = Integer.highestOneBit(count) * 4;
      runs = new long[capacity];
      places = new int[capacity];
      Arrays.fill(places, NONE);
      for (int i = 0; i < count; i++) {
        long run = run(tokens, from + i, size);
        int slot = slot(run);
        places[slot] = places[slot] == NONE ? from + i : MANY;
        runs[slot] = run;
      }
    }

    private int slot(long run) {
      int slot = Tokens.mix(Long.hashCode(run)) & (runs.length - 1);
      while (places[slot] != NONE && runs[slot] != run) {
        slot = (slot + 1) & (runs.length - 1);
      }
      return slot;
    }

    /** The place of a run that stands there once. */
    int once(long run) {
      int place = places[slot(run)];
      return place == MANY ? NONE : place;
    }
  }

  /** The longest sequence of pairs, ordered by their first text, that rises in the second. */
  private static List<Alignment.Run> rising(List<Alignment.Run> pairs) {
    int[] ends = new int[pairs.size()]; // the last pair of the best sequence of each length
    int[] before = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(ends[middle]).b() < pairs.get(i).b()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? NONE : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    List<Alignment.Run> rising = new ArrayList<>();
    for (int i = length == 0 ? NONE : ends[length - 1]; i != NONE; i = before[i]) {
      rising.add(pairs.get(i));
    }
    return rising.reversed();
  }
}
