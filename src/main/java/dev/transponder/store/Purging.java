package dev.transponder.store;

import dev.transponder.model.StoredEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Takes old entries out of the store and leaves a tombstone for each, and in the end forgets the
 * tombstones, too. What the last document of a listed source holds stays.
 */
final class Purging {
  /** So many at a time: short for those who wait for the publication, also on a slow disk. */
  private static final int BATCH = 50;

  private static final String NOT_SHOWN =
      """
      not exists (select 1 from present p join source s on s.id = p.source_id
        where p.number = x.number and s.listed)
      """;

  private final Handle handle;

  Purging(Handle handle) {
    this.handle = handle;
  }

  /** How far the entries have been looked through, the oldest first. */
  record Place(long firstSeen, long number) {
    static final Place START = new Place(Long.MIN_VALUE, 0);
  }

  /** How many entries there are more than that. */
  long excess(long most) {
    return handle
        .createQuery("select coalesce(sum(entries), 0) - :most from source")
        .bind("most", most)
        .mapTo(Long.class)
        .one();
  }

  /** The next entries that may be purged, first seen before that moment. */
  List<Place> next(Place after, Instant before, long most) {
    return handle
        .createQuery(
            """
            select number, first_seen from entry x
            where first_seen >= :seen and (first_seen > :seen or number > :number)
              and first_seen < :before and
            """
                + NOT_SHOWN
                + "order by first_seen, number fetch first :most rows only")
        .bind("seen", after.firstSeen())
        .bind("number", after.number())
        .bind("before", Micros.of(before))
        .bind("most", Math.min(most, BATCH))
        .map((row, context) -> new Place(row.getLong("first_seen"), row.getLong("number")))
        .list();
  }

  /**
   * Purges those of the entries that are still shown nowhere.
   *
   * @return how many
   */
  int purge(List<Place> places, Instant now) {
    Publication publication = new Publication(handle);
    long lastNumber = publication.lock();
    List<Long> asked = places.stream().map(Place::number).toList();
    List<StoredEntry> entries =
        handle
            .createQuery(
                """
                select x.*, null as summary, null as content from entry x
                where number = any(:numbers) and
                """
                    + NOT_SHOWN)
            .bindArray("numbers", Long.class, asked)
            .map((row, context) -> Entries.stored(row))
            .list();
    if (entries.isEmpty()) {
      return 0;
    }
    Set<UUID> stories = new HashSet<>();
    entries.forEach(entry -> stories.add(TextHash.of(entry.story())));
    Leads leads = new Leads(handle);
    long before = leads.count(stories);
    bury(entries, now);
    remove(entries);
    publication.advance(lastNumber, leads.settle(stories) - before);
    return entries.size();
  }

  private void bury(List<StoredEntry> entries, Instant now) {
    PreparedBatch tombstones =
        handle.prepareBatch(
            """
            insert into tombstone (number, source_id, atom_id_hash, first_seen, rank, updated, hash,
              title, link, published, since)
            values (:number, :source, :atomIdHash, :firstSeen, :rank, :updated, :hash,
              :title, :link, :published, :now)
            """);
    PreparedBatch keys =
        handle.prepareBatch(
            "insert into alias (source_id, alias_hash, number) values (:source, :hash, :number)");
    for (StoredEntry entry : entries) {
      tombstones
          .bind("number", entry.number())
          .bind("source", entry.sourceId())
          .bind("atomIdHash", AtomIds.hash(entry.atomId()))
          .bind("firstSeen", Micros.of(entry.firstSeen()))
          .bind("rank", Micros.of(entry.rank()))
          .bind("updated", Micros.of(entry.updated()))
          .bind("hash", entry.hash())
          .bind("title", entry.entry().title())
          .bind("link", entry.entry().link())
          .bind("published", Micros.ofNullable(entry.entry().published()))
          .bind("now", Micros.of(now))
          .add();
      keys.bind("source", entry.sourceId())
          .bind("hash", TextHash.of(entry.key()))
          .bind("number", entry.number())
          .add();
    }
    tombstones.execute();
    keys.execute();
  }

  private void remove(List<StoredEntry> entries) {
    List<Long> numbers = entries.stream().map(StoredEntry::number).toList();
    delete("entry_text", numbers);
    delete("present", numbers);
    new Tellings(handle).forget(numbers);
    Map<String, Integer> dropped = dropped(numbers);
    // With full_text, and whatever else belongs to entries.
    delete("entry", numbers);
    Map<String, Integer> counts = new HashMap<>();
    entries.forEach(entry -> counts.merge(entry.sourceId(), 1, Integer::sum));
    PreparedBatch sources =
        handle.prepareBatch(
            """
            update source set entries = entries - :count, dropped = dropped - :dropped
            where id = :id
            """);
    // In one order, so that two who purge never wait for each other.
    counts.keySet().stream()
        .sorted()
        .forEach(
            id ->
                sources
                    .bind("id", id)
                    .bind("count", counts.get(id))
                    .bind("dropped", dropped.getOrDefault(id, 0))
                    .add());
    sources.execute();
  }

  /** How many of the entries rules drop, by their sources. */
  private Map<String, Integer> dropped(List<Long> numbers) {
    Map<String, Integer> dropped = new HashMap<>();
    handle
        .createQuery(
            """
            select source_id, count(*) from entry
            where number = any(:numbers) and dropped_by is not null group by source_id
            """)
        .bindArray("numbers", Long.class, numbers)
        .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(one -> dropped.put(one.getKey(), one.getValue()));
    return dropped;
  }

  /**
   * Forgets tombstones that no document has shown since that moment.
   *
   * @return whether there may be more
   */
  boolean forget(Instant before) {
    List<Long> forgotten =
        new ArrayList<>(
            handle
                .createQuery(
                    "select number from tombstone x where since < :before and "
                        + NOT_SHOWN
                        + "order by since fetch first :most rows only")
                .bind("before", Micros.of(before))
                .bind("most", BATCH)
                .mapTo(Long.class)
                .list());
    delete("alias", forgotten);
    delete("tombstone", forgotten);
    delete("present", forgotten);
    return forgotten.size() == BATCH;
  }

  private void delete(String table, List<Long> numbers) {
    handle
        .createUpdate("delete from " + table + " where number = any(:numbers)")
        .bindArray("numbers", Long.class, numbers)
        .execute();
  }
}
