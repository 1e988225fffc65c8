package dev.transponder.store;

import dev.transponder.model.StoredEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A walk through all entries of a source, the newest first, in batches: a column of the source says
 * how far it has come, so that it goes on after a restart. A start puts a mark above all entries;
 * it comes down batch by batch, and is taken away at the end.
 */
final class Walk {
  private final Handle handle;
  private final String column;

  private Walk(Handle handle, String column) {
    this.handle = handle;
    this.column = column;
  }

  /** The walk that judges entries by the rules that their source has now. */
  static Walk judging(Handle handle) {
    return new Walk(handle, "judged_to");
  }

  /** The walk that compares entries anew with those of other sources. */
  static Walk telling(Handle handle) {
    return new Walk(handle, "told_to");
  }

  /**
   * Begins at the newest entry, wherever the walk was. The revision makes each start another one,
   * so that nobody who began before takes it for his own; needs {@link Publication#lock} and a new
   * revision afterwards.
   */
  void start(String sourceId) {
    move(sourceId, Long.MAX_VALUE - new Publication(handle).revision());
  }

  /** The listed sources whose walk is not at its end. */
  List<String> sources() {
    return handle
        .createQuery("select id from source where " + column + " >= 0 and listed order by id")
        .mapTo(String.class)
        .list();
  }

  Unvisited next(String sourceId, int most) {
    Long below = below(sourceId, "");
    if (below == null) {
      return new Unvisited(sourceId, 0, List.of(), true);
    }
    List<StoredEntry> entries =
        handle
            .createQuery(
                """
                select e.*, t.summary, t.content from (
                    select number from entry where source_id = :source and number < :below
                    order by number desc fetch first :most rows only) page
                  join entry e on e.number = page.number
                  join entry_text t on t.number = page.number
                order by page.number desc
                """)
            .bind("source", sourceId)
            .bind("below", below)
            .bind("most", most)
            .map((row, context) -> Entries.stored(row))
            .list();
    return new Unvisited(sourceId, below, entries, entries.size() < most);
  }

  /** Notes that the entries were visited; false if somebody else has visited them meanwhile. */
  boolean advance(Unvisited batch) {
    if (!Objects.equals(below(batch.sourceId(), " for update"), batch.below())) {
      return false;
    }
    move(batch.sourceId(), batch.last() ? null : batch.down());
    return true;
  }

  private @Nullable Long below(String sourceId, String lock) {
    return handle
        .createQuery("select " + column + " from source where id = :id" + lock)
        .bind("id", sourceId)
        .map((row, context) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .findOne()
        .orElseThrow(() -> Sources.unknown(sourceId))
        .orElse(null);
  }

  private void move(String sourceId, @Nullable Long below) {
    handle
        .createUpdate("update source set " + column + " = :below where id = :id")
        .bind("below", below)
        .bind("id", sourceId)
        .execute();
  }
}
