package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rewrites known entries of one source. Needs {@link Publication#lock}. */
final class Updating {
  private final Handle handle;
  private final String sourceId;
  private int updated;

  Updating(Handle handle, String sourceId) {
    this.handle = handle;
    this.sourceId = sourceId;
  }

  /**
   * Rewrites those of the entries that are of this source.
   *
   * @return how many entries more, or fewer, lead their story than before
   */
  long update(List<Plan.Update> updates) {
    Map<Long, UUID> stories = storiesNow(updates);
    List<Plan.Update> own =
        updates.stream().filter(update -> stories.containsKey(update.number())).toList();
    updated = stories.size();
    Set<UUID> changed = new HashSet<>();
    for (Plan.Update update : own) {
      UUID story = TextHash.of(update.story());
      UUID old = stories.get(update.number());
      if (old != null && !story.equals(old)) {
        changed.add(old);
        changed.add(story);
      }
    }
    if (changed.isEmpty()) {
      write(own);
      return 0;
    }
    Leads leads = new Leads(handle);
    long before = leads.count(changed);
    write(own);
    return leads.settle(changed) - before;
  }

  /** How many entries were rewritten. */
  int updated() {
    return updated;
  }

  private Map<Long, UUID> storiesNow(List<Plan.Update> updates) {
    Map<Long, UUID> stories = new HashMap<>();
    for (List<Long> batch : Batches.of(updates.stream().map(Plan.Update::number).toList())) {
      handle
          .createQuery(
              """
              select number, story_hash from entry
              where number = any(:numbers) and source_id = :source
              """)
          .bindArray("numbers", Long.class, batch)
          .bind("source", sourceId)
          .map((row, context) -> Map.entry(row.getLong(1), row.getObject(2, UUID.class)))
          .forEach(known -> stories.put(known.getKey(), known.getValue()));
    }
    return stories;
  }

  private void write(List<Plan.Update> updates) {
    if (updates.isEmpty()) {
      return;
    }
    PreparedBatch entries =
        handle.prepareBatch(
            """
            update entry set story = :story, story_hash = :storyHash, updated = :updated,
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
          .bind("story", update.story())
          .bind("storyHash", TextHash.of(update.story()))
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
