package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rewrites known entries of one source. Needs {@link Publication#lock}. */
final class Updating {
  private final Handle handle;
  private final String sourceId;

  Updating(Handle handle, String sourceId) {
    this.handle = handle;
    this.sourceId = sourceId;
  }

  /**
   * Rewrites those of the entries that are of this source; the stories that they tell are still to
   * be found.
   *
   * @return their numbers
   */
  Set<Long> update(List<Plan.Update> updates) {
    Set<Long> own =
        new Entries(handle)
            .numbersAmong(sourceId, updates.stream().map(Plan.Update::number).toList());
    write(updates.stream().filter(update -> own.contains(update.number())).toList());
    return own;
  }

  private void write(List<Plan.Update> updates) {
    if (updates.isEmpty()) {
      return;
    }
    PreparedBatch entries =
        handle.prepareBatch(
            """
            update entry set exact = :exact, exact_hash = :exactHash, home = :home, updated = :updated,
              hash = :hash, title = :title, link = :link, details = :details
            where number = :number
            """);
    PreparedBatch texts =
        handle.prepareBatch(
            """
            update entry_text set summary = :summary,
              content = case when :keep then content else :content end
            where number = :number
            """);
    for (Plan.Update update : updates) {
      Entry entry = update.entry();
      entries
          .bind("number", update.number())
          .bind("exact", update.story())
          .bind("exactHash", TextHash.of(update.story()))
          .bind("home", update.home())
          .bind("updated", Micros.of(update.updated()))
          .bind("hash", update.hash())
          .bind("title", entry.title())
          .bind("link", entry.link())
          .bind("details", Details.of(entry))
          .add();
      texts
          .bind("number", update.number())
          .bind("summary", entry.summary())
          .bind("content", entry.content())
          .bind("keep", update.keepsContent())
          .add();
    }
    entries.execute();
    texts.execute();
    new FullTexts(handle, sourceId).forget(updates);
  }
}
