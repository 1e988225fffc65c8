package dev.transponder.store;

import dev.transponder.model.Fingerprint;
import dev.transponder.model.StoredEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Compares entries anew that were stored before, inside one transaction. */
final class Retelling {
  private final Handle handle;
  private final StoryTeller teller;

  Retelling(Handle handle, StoryTeller teller) {
    this.handle = handle;
    this.teller = teller;
  }

  /** False if somebody else was there first. */
  boolean write(Unvisited batch) {
    Publication publication = new Publication(handle);
    long lastNumber = publication.lock();
    if (!Walk.telling(handle).advance(batch)) {
      return false;
    }
    List<Long> read = batch.entries().stream().map(StoredEntry::number).toList();
    Set<Long> numbers = new Entries(handle).numbersAmong(batch.sourceId(), read);
    Map<Long, Fingerprint> prints = new LinkedHashMap<>();
    for (Long number : numbers) {
      Fingerprint print = teller.known().get(number);
      if (print != null) {
        prints.put(number, print);
      }
    }
    Stories stories = new Stories(handle, batch.sourceId(), teller);
    stories.note();
    long moreLeading = stories.settle(numbers, prints);
    if (moreLeading != 0 || stories.moved()) {
      publication.advance(lastNumber, moreLeading);
    }
    return true;
  }
}
