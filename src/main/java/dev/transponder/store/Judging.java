package dev.transponder.store;

import dev.transponder.model.StoredEntry;
import dev.transponder.model.Verdicts;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Judges entries anew that were stored before, inside one transaction. */
final class Judging {
  private final Handle handle;
  private final Verdicts verdicts;

  Judging(Handle handle, Verdicts verdicts) {
    this.handle = handle;
    this.verdicts = verdicts;
  }

  /** The rules as a column holds them. */
  static @Nullable String hash(@Nullable String rules) {
    return rules == null ? null : TextHash.of(rules).toString();
  }

  /** False if somebody else was there first, or the rules are others by now. */
  boolean write(Unvisited batch) {
    Publication publication = new Publication(handle);
    long lastNumber = publication.lock();
    if (!hasTheseRules(batch.sourceId()) || !Walk.judging(handle).advance(batch)) {
      return false;
    }
    Dropping dropping = new Dropping(handle, batch.sourceId());
    List<Long> numbers = batch.entries().stream().map(StoredEntry::number).toList();
    long moreLeading = dropping.write(numbers, verdicts.known());
    if (dropping.changed() > 0) {
      publication.advance(lastNumber, moreLeading);
    }
    return true;
  }

  private boolean hasTheseRules(String sourceId) {
    return handle
        .createQuery("select rules from source where id = :id for update")
        .bind("id", sourceId)
        .map((row, context) -> Objects.equals(row.getString(1), hash(verdicts.rules())))
        .findOne()
        .orElseThrow(() -> Sources.unknown(sourceId));
  }
}
