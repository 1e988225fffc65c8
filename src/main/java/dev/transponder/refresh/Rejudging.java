package dev.transponder.refresh;

import dev.transponder.model.Source;
import dev.transponder.store.Store;
import dev.transponder.store.Unvisited;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges stored entries anew when the rules of their source have changed: the newest first, in
 * batches of one transaction each, so that nobody waits for it and a program that ends goes on
 * after its next start. Until its batch is done an entry is shown, or not, as before. Thread safe.
 */
public final class Rejudging {
  private static final Logger log = LoggerFactory.getLogger(Rejudging.class);

  /** Entries in one transaction: of the largest ones, some 100 MB. */
  private static final int BATCH = 100;

  private final Store store;
  private final Function<String, @Nullable Source> sources;

  /**
   * @param sources the configured source of an id, null if it is no longer there
   */
  public Rejudging(Store store, Function<String, @Nullable Source> sources) {
    this.store = store;
    this.sources = sources;
  }

  /**
   * Judges entries that wait for it. Costs one look at an index if none do.
   *
   * @param batches how many at most
   * @return whether all that could be judged are
   */
  public synchronized boolean judge(int batches) {
    return Rounds.all(store.revisits().unjudged(), batches, this::judgeBatch);
  }

  private boolean judgeBatch(String id) {
    Source source = sources.apply(id);
    if (source == null) {
      return false;
    }
    Unvisited batch = store.revisits().unjudged(id, BATCH);
    boolean written = store.revisits().judge(batch, Judged.of(source.rules(), batch.entries()));
    if (written && batch.last()) {
      log.info("{}: all entries are judged by its changed rules", id);
    }
    return written && !batch.last();
  }
}
