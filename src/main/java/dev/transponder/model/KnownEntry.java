package dev.transponder.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * As much of a stored entry as recognising it and deciding needs.
 *
 * @param key its first key; empty if it was purged
 * @param hash see {@link StoredEntry#hash()}
 * @param fullText whether its content is the text of its own page
 * @param purged whether only a tombstone is left of it
 * @param title what the document said, as in {@link Entry}
 * @param link what the document said
 * @param published what the document said
 */
public record KnownEntry(
    long number,
    String key,
    Instant firstSeen,
    Instant rank,
    Instant updated,
    String hash,
    boolean fullText,
    boolean purged,
    @Nullable String title,
    @Nullable String link,
    @Nullable Instant published) {

  /** One without title, link and date, whose content is what its document said. */
  public KnownEntry(
      long number, String key, Instant firstSeen, Instant rank, Instant updated, String hash) {
    this(number, key, firstSeen, rank, updated, hash, false, false, null, null, null);
  }
}
