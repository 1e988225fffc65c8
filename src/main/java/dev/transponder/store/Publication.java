package dev.transponder.store;

import org.jdbi.v3.core.Handle;

/**
 * The one row that says how far the store has come. Whoever changes what outputs can show locks it
 * first, before any row of a source: so such changes come one after the other, cannot deadlock, and
 * numbers grow in the order of the commits.
 */
final class Publication {
  private final Handle handle;

  Publication(Handle handle) {
    this.handle = handle;
  }

  long revision() {
    return column("revision");
  }

  /** How many entries lead their story. */
  long stories() {
    return column("stories");
  }

  /**
   * Waits for everybody who changes something; held until the transaction ends.
   *
   * @return the number of the last entry
   */
  long lock() {
    return handle
        .createQuery("select last_number from publication for update")
        .mapTo(Long.class)
        .one();
  }

  /**
   * Makes a new revision; the row must be locked.
   *
   * @param moreLeading how many entries more, or fewer, lead their story
   */
  void advance(long lastNumber, long moreLeading) {
    handle
        .createUpdate(
            """
            update publication set revision = revision + 1, last_number = :lastNumber,
              stories = stories + :moreLeading
            """)
        .bind("lastNumber", lastNumber)
        .bind("moreLeading", moreLeading)
        .execute();
  }

  private long column(String name) {
    return handle.createQuery("select " + name + " from publication").mapTo(Long.class).one();
  }
}
