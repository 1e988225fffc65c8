package dev.transponder.refresh;

import java.util.List;

/** Goes through sources batch by batch, with so many batches at a time. */
final class Rounds {
  private Rounds() {}

  /** What is done with one source. */
  @FunctionalInterface
  interface Step<E extends Exception> {
    /** Does the next batch; whether there is more to do, and this may go on. */
    boolean next(String sourceId) throws E;
  }

  /**
   * Does the batches of one source after those of the other.
   *
   * @param batches how many at most
   * @return whether all were done
   */
  static <E extends Exception> boolean all(List<String> sources, int batches, Step<E> step)
      throws E {
    int left = batches;
    for (String source : sources) {
      boolean going = true;
      while (going) {
        if (left == 0) {
          return false;
        }
        left--;
        going = step.next(source);
      }
    }
    return true;
  }
}
