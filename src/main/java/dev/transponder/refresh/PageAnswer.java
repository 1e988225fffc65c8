package dev.transponder.refresh;

/** What the page of an entry gave. */
sealed interface PageAnswer {

  /**
   * The full text.
   *
   * @param html clean
   */
  record Had(String html) implements PageAnswer {}

  /** Nothing that could stand for the content, in words. */
  record Missed(String reason) implements PageAnswer {}
}
