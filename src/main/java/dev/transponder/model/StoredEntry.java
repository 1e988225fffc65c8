package dev.transponder.model;

import java.time.Instant;

/**
 * An entry with its identity and history.
 *
 * @param number ours, in the order of arrival; the ID of {@code /entry/ID}; never reused
 * @param sourceId the source it came from
 * @param key the entry key: unique within the source
 * @param atomId what we publish, fixed for ever
 * @param story what it tells: entries of one story carry the same text here
 * @param firstSeen when we first had it
 * @param rank its place in time, by which outputs are ordered: the document's date within [1990,
 *     first seen], else about when it was first seen; order only, never shown
 * @param updated what we publish as updated: never in the future, never goes back
 * @param hash of the content that the document gave, cleaned, with its version; differs only after
 *     a real change
 * @param entry what the document said, cleaned; its content may be the text of its own page
 */
public record StoredEntry(
    long number,
    String sourceId,
    String key,
    String atomId,
    String story,
    Instant firstSeen,
    Instant rank,
    Instant updated,
    String hash,
    Entry entry) {

  /** The same with something else to say. */
  public StoredEntry with(Entry other) {
    return new StoredEntry(
        number, sourceId, key, atomId, story, firstSeen, rank, updated, hash, other);
  }
}
