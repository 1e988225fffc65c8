package dev.transponder.model;

/**
 * What reading one document may still cost, asked before each step by those who read. Used by one
 * thread at a time.
 */
@FunctionalInterface
public interface Budget {
  /**
   * Lets the next step begin.
   *
   * @throws Spent if nothing is left for it
   */
  void check();

  /** Ends the reading of a document that costs too much. */
  final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param reason in words, for the user
     */
    public Spent(String reason) {
      super(reason, null, false, false);
    }

    /** In words, for the user. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
