package dev.transponder.store;

import dev.transponder.model.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Remembers which entries, purged ones too, the last document of one source holds: these are not
 * purged or forgotten. Writes only what has changed since the document before.
 */
final class Present {
  private final Handle handle;
  private final String sourceId;

  Present(Handle handle, String sourceId) {
    this.handle = handle;
    this.sourceId = sourceId;
  }

  /**
   * Takes note of a document.
   *
   * @param inserted how many entries after {@code lastNumber} are new with it
   */
  void note(Plan.Roll roll, long lastNumber, int inserted, Instant now) {
    Set<Long> holds = new HashSet<>(roll.present());
    LongStream.rangeClosed(lastNumber + 1, lastNumber + inserted).forEach(holds::add);
    Set<Long> held = new HashSet<>(numbers());
    if (roll.complete()) {
      List<Long> gone = held.stream().filter(number -> !holds.contains(number)).toList();
      remove(gone, now);
    }
    List<Long> come = new ArrayList<>(holds);
    come.removeAll(held);
    PreparedBatch rows =
        handle.prepareBatch("insert into present (number, source_id) values (:number, :source)");
    come.forEach(number -> rows.bind("number", number).bind("source", sourceId).add());
    if (rows.size() > 0) {
      rows.execute();
    }
  }

  private List<Long> numbers() {
    return handle
        .createQuery("select number from present where source_id = :source")
        .bind("source", sourceId)
        .mapTo(Long.class)
        .list();
  }

  private void remove(List<Long> gone, Instant now) {
    for (List<Long> batch : Batches.of(gone)) {
      handle
          .createUpdate("delete from present where number = any(:gone)")
          .bindArray("gone", Long.class, batch)
          .execute();
      handle
          .createUpdate("update tombstone set since = :now where number = any(:gone)")
          .bindArray("gone", Long.class, batch)
          .bind("now", Micros.of(now))
          .execute();
    }
  }
}
