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
 */
public record Plan(
    SourceState state, @Nullable FeedHead head, List<Insert> inserts, List<Update> updates) {

  public Plan {
    inserts = List.copyOf(inserts);
    updates = List.copyOf(updates);
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
      Entry entry) {}

  /** A known entry that now says something else; identity and dates of arrival stay. */
  public record Update(long number, String story, Instant updated, String hash, Entry entry) {}
}
