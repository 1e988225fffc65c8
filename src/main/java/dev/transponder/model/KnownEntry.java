package dev.transponder.model;

import java.time.Instant;

/**
 * As much of a stored entry as deciding needs.
 *
 * @param hash see {@link StoredEntry#hash()}
 * @param fullText whether its content is the text of its own page
 */
public record KnownEntry(
    long number,
    String key,
    Instant firstSeen,
    Instant rank,
    Instant updated,
    String hash,
    boolean fullText) {

  /** One whose content is what its document said. */
  public KnownEntry(
      long number, String key, Instant firstSeen, Instant rank, Instant updated, String hash) {
    this(number, key, firstSeen, rank, updated, hash, false);
  }
}
