package dev.transponder.publish;

import dev.transponder.model.StoredEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What publishing reads of the store. Thread safe; throws what the store throws. */
public interface Shelf {

  /** Differs after every change of entries. */
  long revision();

  /**
   * One entry for each story, newest rank first.
   *
   * @param offset how many stories are left out at the beginning
   * @param count the most that is given
   */
  List<StoredEntry> newest(long offset, int count);

  /** The entry with that number, null if there is none. */
  @Nullable StoredEntry entry(long number);

  Totals totals();

  List<SourceRow> sources();

  /** How much there is. */
  record Totals(long entries, long stories) {}
}
