package dev.transponder.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one refresh wants remembered; stored in one transaction or not at all.
 *
 * @param state the source from now on
 * @param head what the document said of itself; null: keep the known one
 * @param inserts entries not known before, oldest first
 * @param updates entries that really changed
 * @param texts entries known before whose full text was looked for in this refresh
 */
public record Plan(
    SourceState state,
    @Nullable FeedHead head,
    List<Insert> inserts,
    List<Update> updates,
    List<Text> texts) {

  public Plan {
    inserts = List.copyOf(inserts);
    updates = List.copyOf(updates);
    texts = List.copyOf(texts);
  }

  /** One that looked for no full texts of entries known before. */
  public Plan(
      SourceState state, @Nullable FeedHead head, List<Insert> inserts, List<Update> updates) {
    this(state, head, inserts, updates, List.of());
  }

  /** A new entry; fields as in {@link StoredEntry}. */
  public record Insert(
      String key,
      String atomId,
      String story,
      Instant firstSeen,
      Instant rank,
      Instant updated,
      String hash,
      Entry entry,
      FullText fullText) {

    /** One whose content is what its document says. */
    public Insert(
        String key,
        String atomId,
        String story,
        Instant firstSeen,
        Instant rank,
        Instant updated,
        String hash,
        Entry entry) {
      this(key, atomId, story, firstSeen, rank, updated, hash, entry, FullText.NONE);
    }

    /** The same, with what came of looking for its full text. */
    public Insert with(Entry read, FullText text) {
      return new Insert(key, atomId, story, firstSeen, rank, updated, hash, read, text);
    }
  }

  /**
   * A known entry that now says something else; identity and dates of arrival stay.
   *
   * @param keepsContent whether the stored content, the text of the entry's own page, stays
   */
  public record Update(
      long number, String story, Instant updated, String hash, Entry entry, boolean keepsContent) {

    /** One whose content is what its document says now. */
    public Update(long number, String story, Instant updated, String hash, Entry entry) {
      this(number, story, updated, hash, entry, false);
    }
  }

  /**
   * What came of looking for the full text of a known entry.
   *
   * @param updated what is published as updated from now on, if there is a content
   * @param content clean HTML; null if it could not be had
   */
  public record Text(long number, Instant updated, @Nullable String content, FullText fullText) {}
}
