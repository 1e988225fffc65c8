package dev.transponder.model;

import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an entry: an episode, a picture.
 *
 * @param type its media type as written, null if not said
 * @param length in bytes as written, null if not said or not a number
 */
public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
