package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the new entries of one source. Needs {@link Publication#lock}. */
final class Inserting {
  private final Handle handle;
  private final String sourceId;
  private final boolean listed;

  Inserting(Handle handle, String sourceId, boolean listed) {
    this.handle = handle;
    this.sourceId = sourceId;
    this.listed = listed;
  }

  /**
   * Gives the entries the numbers after the last one.
   *
   * @return how many of them lead their story
   */
  int insert(List<Plan.Insert> inserts, long lastNumber) {
    if (inserts.isEmpty()) {
      return 0;
    }
    Set<UUID> ledByOthers = ledByOthers(inserts);
    int leading = 0;
    PreparedBatch entries =
        handle.prepareBatch(
            """
            insert into entry (number, source_id, entry_key, key_hash, atom_id, atom_id_hash,
              story, story_hash, exact, exact_hash, first_seen, rank, updated, hash, leads, backlog, home, title, link,
              details)
            values (:number, :source, :key, :keyHash, :atomId, :atomIdHash,
              :story, :storyHash, :story, :storyHash, :firstSeen, :rank, :updated, :hash, :leads, :backlog, :home, :title,
              :link, :details)
            """);
    PreparedBatch texts =
        handle.prepareBatch(
            "insert into entry_text (number, summary, content) values (:number, :summary, :content)");
    Iterator<String> atomIds = new AtomIds(handle, sourceId).of(inserts).iterator();
    long number = lastNumber;
    for (Plan.Insert insert : inserts) {
      number++;
      UUID story = TextHash.of(insert.story());
      // A new entry has the highest number of all: it takes no story from another source.
      boolean leads = listed && !ledByOthers.contains(story);
      leading += leads ? 1 : 0;
      bind(entries, number, insert, atomIds.next(), story, leads);
      Entry entry = insert.entry();
      texts
          .bind("number", number)
          .bind("summary", entry.summary())
          .bind("content", entry.content())
          .add();
    }
    entries.execute();
    texts.execute();
    new FullTexts(handle, sourceId).remember(inserts, lastNumber);
    return leading;
  }

  private Set<UUID> ledByOthers(List<Plan.Insert> inserts) {
    Set<UUID> stories = new HashSet<>();
    inserts.forEach(insert -> stories.add(TextHash.of(insert.story())));
    return new Leads(handle).ledByOthers(stories, sourceId);
  }

  private void bind(
      PreparedBatch entries,
      long number,
      Plan.Insert insert,
      String atomId,
      UUID story,
      boolean leads) {
    entries
        .bind("number", number)
        .bind("source", sourceId)
        .bind("key", insert.key())
        .bind("keyHash", TextHash.of(insert.key()))
        .bind("atomId", atomId)
        .bind("atomIdHash", AtomIds.hash(atomId))
        .bind("story", insert.story())
        .bind("storyHash", story)
        .bind("firstSeen", Micros.of(insert.firstSeen()))
        .bind("rank", Micros.of(insert.rank()))
        .bind("updated", Micros.of(insert.updated()))
        .bind("hash", insert.hash())
        .bind("leads", leads)
        .bind("backlog", insert.backlog())
        .bind("home", insert.home())
        .bind("title", insert.entry().title())
        .bind("link", insert.entry().link())
        .bind("details", Details.of(insert.entry()))
        .add();
  }
}
