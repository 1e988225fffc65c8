package dev.transponder.store;

import dev.transponder.model.StoredEntry;
import java.util.List;

/**
 * Some entries of one source that are to be judged by its rules as they are now.
 *
 * @param below entries with this number and higher are judged already
 * @param entries the next ones, the newest first
 * @param last whether there are no more
 */
public record Unjudged(String sourceId, long below, List<StoredEntry> entries, boolean last) {
  public Unjudged {
    entries = List.copyOf(entries);
  }

  /** Down to which number the entries are judged once these are. */
  long down() {
    return entries.isEmpty() ? below : entries.getLast().number();
  }
}
