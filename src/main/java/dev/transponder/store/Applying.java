package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import dev.transponder.model.SourceState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Carries out one plan inside one transaction. */
final class Applying {
  private record Row(boolean listed, boolean outdated) {}

  private final Handle handle;
  private final Plan plan;
  private final SourceState state;
  private final Publication publication;
  private final Leads leads;

  Applying(Handle handle, Plan plan) {
    this.handle = handle;
    this.plan = plan;
    this.state = plan.state();
    this.publication = new Publication(handle);
    this.leads = new Leads(handle);
  }

  Applied apply() {
    String newHead = newHead();
    boolean visible = newHead != null || !plan.inserts().isEmpty() || !plan.updates().isEmpty();
    // The order of locks is the same for all: the publication, then the source.
    long lastNumber = visible ? publication.lock() : 0;
    Row row = lockSource();
    if (row.outdated()) {
      endClaim();
      return new Applied(0, 0);
    }
    List<Plan.Insert> inserts = newInserts();
    long moreStories = insert(inserts, lastNumber, row.listed());
    Map<Long, UUID> stories = knownStories();
    moreStories += update(stories);
    remember(newHead, inserts.size());
    if (newHead != null || !inserts.isEmpty() || !stories.isEmpty()) {
      publication.advance(lastNumber + inserts.size(), moreStories);
    }
    return new Applied(inserts.size(), stories.size());
  }

  /** The text of the head if it is to be stored, null if the known one stays. */
  private @Nullable String newHead() {
    if (plan.head() == null) {
      return null;
    }
    String text = Details.of(plan.head());
    boolean known = new Sources(handle).headText(state.sourceId()).filter(text::equals).isPresent();
    return known ? null : text;
  }

  private Row lockSource() {
    return handle
        .createQuery("select listed, outdated from source where id = :id for update")
        .bind("id", state.sourceId())
        .map((row, context) -> new Row(row.getBoolean("listed"), row.getBoolean("outdated")))
        .findOne()
        .orElseThrow(() -> Sources.unknown(state.sourceId()));
  }

  private void endClaim() {
    handle
        .createUpdate(
            """
            update source set claimed_by = null, claimed_until = null, outdated = false
            where id = :id
            """)
        .bind("id", state.sourceId())
        .execute();
  }

  private List<Plan.Insert> newInserts() {
    Map<UUID, Plan.Insert> byKey = new LinkedHashMap<>();
    plan.inserts().forEach(insert -> byKey.putIfAbsent(TextHash.of(insert.key()), insert));
    new Entries(handle).keysAmong(state.sourceId(), byKey.keySet()).forEach(byKey::remove);
    return List.copyOf(byKey.values());
  }

  /** Returns how many stories are new. */
  private long insert(List<Plan.Insert> inserts, long lastNumber, boolean listed) {
    if (inserts.isEmpty()) {
      return 0;
    }
    Set<UUID> led =
        listed
            ? leads.led(
                inserts.stream().map(insert -> TextHash.of(insert.story())).distinct().toList())
            : Set.of();
    Set<UUID> news = new HashSet<>();
    PreparedBatch entries =
        handle.prepareBatch(
            """
            insert into entry (number, source_id, entry_key, key_hash, atom_id, story, story_hash,
              first_seen, rank, updated, hash, leads, title, link, details)
            values (:number, :source, :key, :keyHash, :atomId, :story, :storyHash,
              :firstSeen, :rank, :updated, :hash, :leads, :title, :link, :details)
            """);
    PreparedBatch texts =
        handle.prepareBatch(
            "insert into entry_text (number, summary, content) values (:number, :summary, :content)");
    long number = lastNumber;
    for (Plan.Insert insert : inserts) {
      number++;
      UUID story = TextHash.of(insert.story());
      Entry entry = insert.entry();
      entries
          .bind("number", number)
          .bind("source", state.sourceId())
          .bind("key", insert.key())
          .bind("keyHash", TextHash.of(insert.key()))
          .bind("atomId", insert.atomId())
          .bind("story", insert.story())
          .bind("storyHash", story)
          .bind("firstSeen", Micros.of(insert.firstSeen()))
          .bind("rank", Micros.of(insert.rank()))
          .bind("updated", Micros.of(insert.updated()))
          .bind("hash", insert.hash())
          .bind("leads", listed && !led.contains(story) && news.add(story))
          .bind("title", entry.title())
          .bind("link", entry.link())
          .bind("details", Details.of(entry))
          .add();
      texts
          .bind("number", number)
          .bind("summary", entry.summary())
          .bind("content", entry.content())
          .add();
    }
    entries.execute();
    texts.execute();
    return news.size();
  }

  /** The stories of the entries to update, as they are, by number; only those of this source. */
  private Map<Long, UUID> knownStories() {
    if (plan.updates().isEmpty()) {
      return Map.of();
    }
    Map<Long, UUID> stories = new HashMap<>();
    handle
        .createQuery(
            """
            select number, story_hash from entry
            where number = any(:numbers) and source_id = :source
            """)
        .bindArray("numbers", Long.class, plan.updates().stream().map(Plan.Update::number).toList())
        .bind("source", state.sourceId())
        .map((row, context) -> Map.entry(row.getLong(1), row.getObject(2, UUID.class)))
        .forEach(known -> stories.put(known.getKey(), known.getValue()));
    return stories;
  }

  /** Returns how many stories there are more than before. */
  private long update(Map<Long, UUID> stories) {
    if (stories.isEmpty()) {
      return 0;
    }
    Set<UUID> changed = new HashSet<>();
    PreparedBatch entries =
        handle.prepareBatch(
            """
            update entry set story = :story, story_hash = :storyHash, updated = :updated,
              hash = :hash, title = :title, link = :link, details = :details
            where number = :number
            """);
    PreparedBatch texts =
        handle.prepareBatch(
            "update entry_text set summary = :summary, content = :content where number = :number");
    for (Plan.Update update : plan.updates()) {
      UUID old = stories.get(update.number());
      if (old == null) {
        continue;
      }
      UUID story = TextHash.of(update.story());
      if (!story.equals(old)) {
        changed.add(old);
        changed.add(story);
      }
      Entry entry = update.entry();
      entries
          .bind("number", update.number())
          .bind("story", update.story())
          .bind("storyHash", story)
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
          .add();
    }
    // Counted before and after, as an entry moves from one story to another.
    long before = changed.isEmpty() ? 0 : leads.led(changed).size();
    entries.execute();
    texts.execute();
    return changed.isEmpty() ? 0 : leads.settle(changed) - before;
  }

  private void remember(@Nullable String newHead, int inserted) {
    Sources.bind(
            handle.createUpdate(
                """
                update source set feed_url = :feedUrl, kind = :kind, state = :state, etag = :etag,
                  last_modified = :lastModified, validators_url = :validatorsUrl,
                  body_hash = :bodyHash, next_check = :nextCheck, reason = :reason,
                  last_at = :lastAt, last_result = :lastResult, failures = :failures,
                  head = coalesce(:head, head), entries = entries + :inserted,
                  claimed_by = null, claimed_until = null
                where id = :id
                """),
            state)
        .bind("head", newHead)
        .bind("inserted", inserted)
        .execute();
  }
}
