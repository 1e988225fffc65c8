package dev.transponder.model;

import java.time.Instant;

/**
 * As much of a stored entry as deciding needs.
 *
 * @param hash see {@link StoredEntry#hash()}
 */
public record KnownEntry(
    long number, String key, Instant firstSeen, Instant rank, Instant updated, String hash) {}
