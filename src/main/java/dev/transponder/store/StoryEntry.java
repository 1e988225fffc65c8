package dev.transponder.store;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a story, as far as it is named beside others.
 *
 * @param guid as in the document, null if it has none
 * @param dropped whether a rule keeps it out of feeds and lists
 */
public record StoryEntry(
    long number, String sourceId, @Nullable String guid, @Nullable String link, boolean dropped) {}
