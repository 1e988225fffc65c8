package dev.transponder.store;

import dev.transponder.model.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads entries. */
final class Entries {
  private final Handle handle;

  Entries(Handle handle) {
    this.handle = handle;
  }

  List<StoredEntry> newest(long offset, int count) {
    return newest("leads", "leads desc, rank desc, number desc", offset, count);
  }

  /** The same without what was old when it came. */
  List<StoredEntry> newestFed(long offset, int count) {
    return newest(
        "leads and backlog = false", "leads desc, backlog, rank desc, number desc", offset, count);
  }

  private List<StoredEntry> newest(String which, String order, long offset, int count) {
    // The inner query reads the index alone, however far it has to go.
    return handle
        .createQuery(
            """
            select e.*, t.summary, t.content from (
                select number, rank from entry where %s
                order by %s
                offset :offset rows fetch next :count rows only) page
              join entry e on e.number = page.number
              join entry_text t on t.number = page.number
            order by page.rank desc, page.number desc
            """
                .formatted(which, order))
        .bind("offset", offset)
        .bind("count", count)
        .map((row, context) -> stored(row))
        .list();
  }

  Totals totals() {
    long entries =
        handle
            .createQuery("select coalesce(sum(entries), 0) from source where listed")
            .mapTo(Long.class)
            .one();
    return new Totals(entries, new Publication(handle).stories());
  }

  Optional<StoredEntry> entry(long number) {
    return handle
        .createQuery(
            """
            select e.*, t.summary, t.content from entry e
              join entry_text t on t.number = e.number
              join source s on s.id = e.source_id
            where e.number = :number and s.listed
            """)
        .bind("number", number)
        .map((row, context) -> stored(row))
        .findOne();
  }

  /** The titles of the source's entries, at most so many, the newest. */
  List<String> titles(String sourceId, int most) {
    return handle
        .createQuery(
            """
            select title from entry where source_id = :source and title is not null
            order by number desc fetch first :most rows only
            """)
        .bind("source", sourceId)
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  /** Those of the entries that are of this source, by number. */
  Map<Long, StoredEntry> entries(String sourceId, Collection<Long> numbers) {
    Map<Long, StoredEntry> entries = new HashMap<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery(
              """
              select e.*, t.summary, t.content from entry e
                join entry_text t on t.number = e.number
              where e.number = any(:numbers) and e.source_id = :source
              """)
          .bindArray("numbers", Long.class, batch)
          .bind("source", sourceId)
          .map((row, context) -> stored(row))
          .forEach(entry -> entries.put(entry.number(), entry));
    }
    return entries;
  }

  Optional<String> droppedBy(long number) {
    return handle
        .createQuery(
            "select dropped_by from entry where number = :number and dropped_by is not null")
        .bind("number", number)
        .mapTo(String.class)
        .findOne();
  }

  /** Those of the numbers that are of entries of the source. */
  Set<Long> numbersAmong(String sourceId, Collection<Long> numbers) {
    Set<Long> found = new HashSet<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery(
              "select number from entry where number = any(:numbers) and source_id = :source")
          .bindArray("numbers", Long.class, batch)
          .bind("source", sourceId)
          .mapTo(Long.class)
          .forEach(found::add);
    }
    return found;
  }

  /** Those of the hashes that are keys of the source. */
  Set<UUID> keysAmong(String sourceId, Collection<UUID> hashes) {
    Set<UUID> found = new HashSet<>();
    for (List<UUID> batch : Batches.of(hashes)) {
      handle
          .createQuery(
              "select key_hash from entry where source_id = :source and key_hash = any(:keys)")
          .bind("source", sourceId)
          .bindArray("keys", UUID.class, batch)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(found::add);
    }
    return found;
  }

  static StoredEntry stored(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getLong("number"),
        row.getString("source_id"),
        row.getString("entry_key"),
        row.getString("atom_id"),
        row.getString("story"),
        instant(row, "first_seen"),
        instant(row, "rank"),
        instant(row, "updated"),
        row.getString("hash"),
        Details.entry(row.getString("details"))
            .title(row.getString("title"))
            .link(row.getString("link"))
            .summary(row.getString("summary"))
            .content(row.getString("content"))
            .build());
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Micros.toInstant(row.getLong(column));
  }
}
