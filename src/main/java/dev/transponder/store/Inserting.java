package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
   * @return how many entries more, or fewer, lead their story
   */
  long insert(List<Plan.Insert> inserts, long lastNumber) {
    if (inserts.isEmpty()) {
      return 0;
    }
    Leads leads = new Leads(handle);
    Set<UUID> ledByOthers = leads.ledByOthers(stories(inserts, 0), sourceId);
    Set<UUID> contested = stories(inserts, 1);
    contested.retainAll(ledByOthers);
    long leading = -leads.count(contested);
    PreparedBatch entries =
        handle.prepareBatch(
            """
            insert into entry (number, source_id, entry_key, key_hash, atom_id, atom_id_hash,
              story, story_hash, exact, exact_hash, told, first_seen, rank, updated, hash, leads, backlog, home, title, link,
              details)
            values (:number, :source, :key, :keyHash, :atomId, :atomIdHash,
              :story, :storyHash, :story, :storyHash, :number, :firstSeen, :rank, :updated, :hash, :leads, :backlog, :home, :title,
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
      // A new entry has the highest number of all: it takes no story from another source, unless
      // it is at home where the story is. That is settled when it is there.
      boolean first = listed && !ledByOthers.contains(story);
      leading += first ? 1 : 0;
      bind(entries, number, insert, atomIds.next(), story, first);
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
    leading += leads.settle(contested);
    leads.feed(ledByOthers);
    return leading;
  }

  /** The stories of those inserts that are at home there at least so surely. */
  private static Set<UUID> stories(List<Plan.Insert> inserts, int home) {
    return inserts.stream()
        .filter(insert -> insert.home() >= home)
        .map(insert -> TextHash.of(insert.story()))
        .collect(Collectors.toCollection(HashSet::new));
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
