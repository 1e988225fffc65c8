package dev.transponder.store;

import dev.transponder.model.StoredEntry;
import java.util.List;

/**
 * Some entries of one source that a {@link Walk} still has to come to.
 *
 * @param below entries with this number and higher were visited
 * @param entries the next ones, the newest first
 * @param last whether there are no more
 */
public record Unvisited(String sourceId, long below, List<StoredEntry> entries, boolean last) {
  public Unvisited {
    entries = List.copyOf(entries);
  }

  /** Whether these are the newest of all. */
  public boolean first() {
    return below > Long.MAX_VALUE / 2;
  }

  /** Down to which number the entries are visited once these are. */
  long down() {
    return entries.isEmpty() ? below : entries.getLast().number();
  }
}
