package dev.transponder.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes which entries of one source its rules drop. A dropped entry leads no story: the next one
 * that is not dropped does. Needs {@link Publication#lock}.
 */
final class Dropping {
  private record Said(long number, UUID story, @Nullable String before, @Nullable String after) {
    /** How many entries more are dropped than before: one, none, or one fewer. */
    int more() {
      return (after == null ? 0 : 1) - (before == null ? 0 : 1);
    }
  }

  private final Handle handle;
  private final String sourceId;
  private int changed;

  Dropping(Handle handle, String sourceId) {
    this.handle = handle;
    this.sourceId = sourceId;
  }

  /**
   * Notes what is said of entries.
   *
   * @param numbers of all entries that were judged
   * @param dropped by number: the rule that drops it; the others are shown
   * @return how many entries more, or fewer, lead their story than before
   */
  long write(Collection<Long> numbers, Map<Long, String> dropped) {
    List<Said> saidNow = changed(numbers, dropped);
    changed = saidNow.size();
    Set<UUID> stories = new HashSet<>();
    long more = 0;
    for (Said said : saidNow) {
      more += said.more();
      if (said.more() != 0) {
        stories.add(said.story());
      }
    }
    Leads leads = new Leads(handle);
    long before = leads.count(stories);
    rewrite(saidNow);
    count(more);
    return leads.settle(stories) - before;
  }

  /** Of how many entries something else is said than before. */
  int changed() {
    return changed;
  }

  private List<Said> changed(Collection<Long> numbers, Map<Long, String> dropped) {
    List<Said> others = new ArrayList<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery(
              """
              select number, story_hash, dropped_by from entry
              where number = any(:numbers) and source_id = :source
              """)
          .bindArray("numbers", Long.class, batch)
          .bind("source", sourceId)
          .map(
              (row, context) ->
                  new Said(
                      row.getLong("number"),
                      row.getObject("story_hash", UUID.class),
                      row.getString("dropped_by"),
                      dropped.get(row.getLong("number"))))
          .forEach(
              said -> {
                if (!Objects.equals(said.before(), said.after())) {
                  others.add(said);
                }
              });
    }
    return others;
  }

  private void rewrite(List<Said> all) {
    if (all.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch("update entry set dropped_by = :rule where number = :number");
    all.forEach(said -> rows.bind("rule", said.after()).bind("number", said.number()).add());
    rows.execute();
  }

  private void count(long more) {
    if (more != 0) {
      handle
          .createUpdate("update source set dropped = dropped + :more where id = :id")
          .bind("more", more)
          .bind("id", sourceId)
          .execute();
    }
  }
}
