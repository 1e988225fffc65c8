package dev.transponder.store;

import dev.transponder.model.FullText;
import dev.transponder.model.Plan;
import dev.transponder.model.WaitingEntry;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** Remembers which entries of one source have, or wait for, the text of their own page. */
final class FullTexts {
  private final Handle handle;
  private final String sourceId;

  FullTexts(Handle handle, String sourceId) {
    this.handle = handle;
    this.sourceId = sourceId;
  }

  /** Those that wait, the newest first. */
  List<WaitingEntry> waiting(int most) {
    return handle
        .createQuery(
            """
            select e.*, t.summary, t.content, f.tries from (
                select number, tries from full_text
                where source_id = :source and tries > 0
                order by number desc fetch first :most rows only) f
              join entry e on e.number = f.number
              join entry_text t on t.number = f.number
            order by f.number desc
            """)
        .bind("source", sourceId)
        .bind("most", most)
        .map(
            (row, context) ->
                new WaitingEntry(Entries.stored(row), new FullText(false, row.getInt("tries"))))
        .list();
  }

  /** Notes what is known of new entries, which have the numbers after {@code lastNumber}. */
  void remember(List<Plan.Insert> inserts, long lastNumber) {
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into full_text (number, source_id, tries) values (:number, :source, :tries)");
    long number = lastNumber;
    for (Plan.Insert insert : inserts) {
      number++;
      if (!insert.fullText().equals(FullText.NONE)) {
        rows.bind("number", number)
            .bind("source", sourceId)
            .bind("tries", insert.fullText().tries())
            .add();
      }
    }
    if (rows.size() > 0) {
      rows.execute();
    }
  }

  /** Takes note that the content of entries is that of their document again. */
  void forget(List<Plan.Update> updates) {
    PreparedBatch rows =
        handle.prepareBatch("delete from full_text where number = :number and tries = 0");
    updates.stream()
        .filter(update -> !update.keepsContent())
        .forEach(update -> rows.bind("number", update.number()).add());
    if (rows.size() > 0) {
      rows.execute();
    }
  }

  /**
   * Stores what came of looking for full texts; those of other sources are left alone.
   *
   * @return how many entries got theirs
   */
  int write(List<Plan.Text> texts) {
    int had = 0;
    for (Plan.Text text : texts) {
      boolean waited = note(text.number(), text.fullText());
      if (waited && text.content() != null) {
        handle
            .createUpdate("update entry_text set content = :content where number = :number")
            .bind("content", text.content())
            .bind("number", text.number())
            .execute();
        handle
            .createUpdate("update entry set updated = :updated where number = :number")
            .bind("updated", Micros.of(text.updated()))
            .bind("number", text.number())
            .execute();
        had++;
      }
    }
    return had;
  }

  /** False if the entry did not wait. */
  private boolean note(long number, FullText state) {
    boolean givenUp = state.equals(FullText.NONE);
    String change = givenUp ? "delete from full_text" : "update full_text set tries = :tries";
    Update row =
        handle
            .createUpdate(change + " where number = :number and source_id = :source and tries > 0")
            .bind("number", number)
            .bind("source", sourceId);
    return (givenUp ? row : row.bind("tries", state.tries())).execute() > 0;
  }
}
