package dev.transponder.refresh;

import dev.transponder.model.Budget;
import dev.transponder.store.Store;
import dev.transponder.store.StoryTeller;
import dev.transponder.store.Unvisited;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares stored entries anew when {@code dedupe} of their source has changed, and those that an
 * older version of the program has stored: the newest first, in batches of one transaction each.
 * Until its batch is done an entry is in the story in which it was. Thread safe.
 */
public final class Retelling {
  private static final Logger log = LoggerFactory.getLogger(Retelling.class);

  /** Entries in one transaction. */
  private static final int BATCH = 50;

  private final Store store;
  private final Workshop workshop;

  public Retelling(Store store, Workshop workshop) {
    this.store = store;
    this.workshop = workshop;
  }

  /**
   * Compares entries that wait for it. Costs one look at an index if none do.
   *
   * @param batches how many at most
   * @return whether all are compared
   */
  public synchronized boolean tell(int batches) throws InterruptedException {
    return Rounds.all(store.revisits().untold(), batches, this::tellBatch);
  }

  private boolean tellBatch(String id) throws InterruptedException {
    Unvisited batch = store.revisits().untold(id, BATCH);
    StoryTeller teller;
    try {
      teller = workshop.work(budget -> NearStories.of(batch.entries(), batch.first(), budget));
    } catch (Budget.Spent e) {
      log.warn("{}: some entries are compared by their links alone: {}", id, e.reason());
      teller = NearStories.UNREAD;
    }
    boolean written = store.revisits().tell(batch, teller);
    if (written && batch.last()) {
      log.info("{}: its entries are compared anew with those of other sources", id);
    }
    return written && !batch.last();
  }
}
