package dev.transponder.model;

import org.jspecify.annotations.Nullable;

/**
 * An author or contributor.
 *
 * @param name plain text, never empty (an e-mail address where nothing else is known)
 */
public record Person(String name, @Nullable String uri, @Nullable String email) {}
