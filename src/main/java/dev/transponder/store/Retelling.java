package dev.transponder.store;

import dev.transponder.model.Fingerprint;
import dev.transponder.model.StoredEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    Set<Long> numbers = asRead(batch);
    Map<Long, Fingerprint> prints = new LinkedHashMap<>();
    for (Long number : numbers) {
      Fingerprint print = teller.known().get(number);
      if (print != null) {
        prints.put(number, print);
      }
    }
    Stories stories = new Stories(handle, batch.sourceId(), teller);
    stories.note();
    long moreLeading = stories.settle(numbers, Set.of(), prints, lastNumber);
    if (moreLeading != 0 || stories.moved()) {
      publication.advance(lastNumber, moreLeading);
    }
    return true;
  }

  /** Those that nobody has rewritten since: who did has compared them as well. */
  private Set<Long> asRead(Unvisited batch) {
    Map<Long, StoredEntry> read = new HashMap<>();
    batch.entries().forEach(entry -> read.put(entry.number(), entry));
    Set<Long> same = new LinkedHashSet<>();
    for (StoredEntry now : new Entries(handle).entries(batch.sourceId(), read.keySet()).values()) {
      if (now.equals(read.get(now.number()))) {
        same.add(now.number());
      }
    }
    return same;
  }
}
