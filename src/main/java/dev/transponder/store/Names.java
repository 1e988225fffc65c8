package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** By which names the entries of one source are known, those of purged ones among them. */
final class Names {
  private record Name(UUID hash, long number) {}

  private final Handle handle;
  private final String sourceId;

  Names(Handle handle, String sourceId) {
    this.handle = handle;
    this.sourceId = sourceId;
  }

  /** By each of the names, the entries that have it as key or alias, the oldest first. */
  Map<String, List<KnownEntry>> known(Collection<String> names) {
    Map<UUID, String> asked = new LinkedHashMap<>();
    names.forEach(name -> asked.put(TextHash.of(name), name));
    List<Name> found = new ArrayList<>();
    for (List<UUID> batch : Batches.of(asked.keySet())) {
      found.addAll(named("select key_hash, number from entry where key_hash", batch));
      found.addAll(named("select alias_hash, number from alias where alias_hash", batch));
    }
    Map<Long, KnownEntry> entries = entries(found);
    Map<String, Map<Long, KnownEntry>> holders = new HashMap<>();
    for (Name name : found) {
      KnownEntry entry = entries.get(name.number());
      if (entry != null) {
        holders
            .computeIfAbsent(Objects.requireNonNull(asked.get(name.hash())), _ -> new TreeMap<>())
            .put(name.number(), entry);
      }
    }
    Map<String, List<KnownEntry>> known = new HashMap<>();
    holders.forEach((name, entriesOfIt) -> known.put(name, List.copyOf(entriesOfIt.values())));
    return known;
  }

  /** Remembers further names of entries; those that they have already are left alone. */
  void remember(List<Plan.Alias> aliases) {
    Map<UUID, Set<Long>> known = new HashMap<>();
    List<UUID> hashes = aliases.stream().map(alias -> TextHash.of(alias.name())).toList();
    for (List<UUID> batch : Batches.of(hashes)) {
      named("select alias_hash, number from alias where alias_hash", batch)
          .forEach(
              name -> known.computeIfAbsent(name.hash(), _ -> new HashSet<>()).add(name.number()));
    }
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into alias (source_id, alias_hash, number) values (:source, :hash, :number)");
    for (int i = 0; i < hashes.size(); i++) {
      UUID hash = hashes.get(i);
      long number = aliases.get(i).number();
      if (known.computeIfAbsent(hash, _ -> new HashSet<>()).add(number)) {
        rows.bind("source", sourceId).bind("hash", hash).bind("number", number).add();
      }
    }
    if (rows.size() > 0) {
      rows.execute();
    }
  }

  private List<Name> named(String select, List<UUID> batch) {
    return handle
        .createQuery(select + " = any(:names) and source_id = :source")
        .bindArray("names", UUID.class, batch)
        .bind("source", sourceId)
        .map((row, context) -> new Name(row.getObject(1, UUID.class), row.getLong(2)))
        .list();
  }

  private Map<Long, KnownEntry> entries(List<Name> names) {
    Map<Long, KnownEntry> entries = new HashMap<>();
    Set<Long> numbers = names.stream().map(Name::number).collect(Collectors.toSet());
    for (List<Long> batch : Batches.of(numbers)) {
      read(
          """
          select number, entry_key, first_seen, rank, updated, hash, title, link, details,
            exists (select 1 from full_text f where f.number = e.number and f.tries = 0) had
          from entry e
          where number = any(:numbers) and source_id = :source
          """,
          batch,
          Names::stored,
          entries);
      read(
          "select * from tombstone where number = any(:numbers) and source_id = :source",
          batch,
          Names::purged,
          entries);
    }
    return entries;
  }

  private interface Reader {
    KnownEntry read(ResultSet row) throws SQLException;
  }

  private void read(
      String query, List<Long> numbers, Reader reader, Map<Long, KnownEntry> entries) {
    handle
        .createQuery(query)
        .bindArray("numbers", Long.class, numbers)
        .bind("source", sourceId)
        .map((row, context) -> reader.read(row))
        .forEach(entry -> entries.put(entry.number(), entry));
  }

  private static KnownEntry stored(ResultSet row) throws SQLException {
    Entry said = Details.entry(row.getString("details")).build();
    String key = row.getString("entry_key");
    return known(row, key, row.getBoolean("had"), false, said.published());
  }

  private static KnownEntry purged(ResultSet row) throws SQLException {
    long published = row.getLong("published");
    Instant date = row.wasNull() ? null : Micros.toInstant(published);
    return known(row, "", false, true, date);
  }

  private static KnownEntry known(
      ResultSet row, String key, boolean fullText, boolean purged, @Nullable Instant published)
      throws SQLException {
    return new KnownEntry(
        row.getLong("number"),
        key,
        Entries.instant(row, "first_seen"),
        Entries.instant(row, "rank"),
        Entries.instant(row, "updated"),
        row.getString("hash"),
        fullText,
        purged,
        row.getString("title"),
        row.getString("link"),
        published);
  }
}
