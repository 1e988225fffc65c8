package dev.transponder.store;

import dev.transponder.model.StoredEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Reads the newest entries of some sources: for each of them by an index, so that the cost grows
 * with the sources and with what is read of them, never with what they have written in all.
 */
final class NewestAmong {
  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparingLong(Place::rank).thenComparingLong(Place::number).reversed();

  private record Place(long number, long rank) {}

  private final Handle handle;
  private final Map<String, Integer> shares;
  private final boolean backlog;

  /**
   * Of some sources.
   *
   * @param shares how many entries at most, by source id
   * @param backlog whether what was old when it came belongs to them
   */
  NewestAmong(Handle handle, Map<String, Integer> shares, boolean backlog) {
    this.handle = handle;
    this.shares = shares;
    this.backlog = backlog;
  }

  List<StoredEntry> read(int count) {
    List<Place> places = new ArrayList<>();
    shares.forEach((source, share) -> places.addAll(of(source, Math.min(share, count))));
    places.sort(NEWEST_FIRST);
    return entries(places.stream().limit(count).map(Place::number).toList());
  }

  /** A story belongs to the source that leads it, else to the one that had it first of these. */
  private List<Place> of(String source, int count) {
    return handle
        .createQuery(
            """
            select e.number, e.rank from entry e
            where e.source_id = :source and e.dropped_by is null and (:backlog or not e.backlog)
              and (e.leads or not exists (
                select 1 from entry o
                where o.story_hash = e.story_hash and o.source_id <> e.source_id
                  and o.source_id = any(:among) and o.dropped_by is null
                  and (:backlog or not o.backlog)
                  and (o.leads or o.number < e.number)))
            order by e.source_id, e.rank desc, e.number desc
            fetch first :count rows only
            """)
        .bind("source", source)
        .bind("backlog", backlog)
        .bindArray("among", String.class, shares.keySet())
        .bind("count", count)
        .map((row, context) -> new Place(row.getLong(1), row.getLong(2)))
        .list();
  }

  private List<StoredEntry> entries(Collection<Long> numbers) {
    List<StoredEntry> entries = new ArrayList<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery(
              """
              select e.*, t.summary, t.content from entry e
                join entry_text t on t.number = e.number
              where e.number = any(:numbers)
              """)
          .bindArray("numbers", Long.class, batch)
          .map((row, context) -> Entries.stored(row))
          .forEach(entries::add);
    }
    entries.sort(
        Comparator.comparing(StoredEntry::rank).thenComparingLong(StoredEntry::number).reversed());
    return List.copyOf(entries);
  }
}
