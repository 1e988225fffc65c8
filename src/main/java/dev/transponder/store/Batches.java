package dev.transponder.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what a statement asks for into portions that both databases take well. */
final class Batches {
  private static final int SIZE = 500;

  private Batches() {}

  static <T> List<List<T>> of(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < list.size(); from += SIZE) {
      batches.add(list.subList(from, Math.min(from + SIZE, list.size())));
    }
    return batches;
  }
}
