package dev.transponder.store;

import dev.transponder.model.Verdicts;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are still to be judged by the rules that their source has now. New rules put a mark
 * above all entries of the source; it comes down batch by batch, and is taken away at the end.
 */
final class Judging {
  private record Mark(@Nullable String rules, @Nullable Long below) {}

  private final Handle handle;

  Judging(Handle handle) {
    this.handle = handle;
  }

  /** The rules as a column holds them. */
  static @Nullable String hash(@Nullable String rules) {
    return rules == null ? null : TextHash.of(rules).toString();
  }

  /**
   * Marks all entries of a source as to be judged. The revision makes each such mark another one,
   * so that nobody who began before takes it for his own; needs {@link Publication#lock} and a new
   * revision afterwards.
   */
  void start(String sourceId) {
    move(sourceId, Long.MAX_VALUE - new Publication(handle).revision());
  }

  List<String> sources() {
    return handle
        .createQuery("select id from source where judged_to >= 0 and listed order by id")
        .mapTo(String.class)
        .list();
  }

  /** All at once: reading them batch by batch would need an index of its own. */
  Unjudged of(String sourceId) {
    Long below = mark(sourceId, "").below();
    if (below == null) {
      return new Unjudged(sourceId, 0, List.of(), true);
    }
    List<Long> numbers =
        handle
            .createQuery(
                """
                select number from entry where source_id = :source and number < :below
                order by number desc
                """)
            .bind("source", sourceId)
            .bind("below", below)
            .mapTo(Long.class)
            .list();
    return new Unjudged(sourceId, below, numbers, true);
  }

  /** False if somebody else was there first, or the rules are others by now. */
  boolean write(Unjudged batch, Verdicts verdicts) {
    Publication publication = new Publication(handle);
    long lastNumber = publication.lock();
    Mark mark = mark(batch.sourceId(), " for update");
    if (!Objects.equals(mark.below(), batch.below())
        || !Objects.equals(mark.rules(), hash(verdicts.rules()))) {
      return false;
    }
    Dropping dropping = new Dropping(handle, batch.sourceId());
    long moreLeading = dropping.write(batch.numbers(), verdicts.known());
    move(batch.sourceId(), batch.last() ? null : batch.down());
    if (dropping.changed() > 0) {
      publication.advance(lastNumber, moreLeading);
    }
    return true;
  }

  private Mark mark(String sourceId, String lock) {
    return handle
        .createQuery("select rules, judged_to from source where id = :id" + lock)
        .bind("id", sourceId)
        .map(
            (row, context) ->
                new Mark(row.getString("rules"), row.getObject("judged_to", Long.class)))
        .findOne()
        .orElseThrow(() -> Sources.unknown(sourceId));
  }

  private void move(String sourceId, @Nullable Long below) {
    handle
        .createUpdate("update source set judged_to = :below where id = :id")
        .bind("below", below)
        .bind("id", sourceId)
        .execute();
  }
}
