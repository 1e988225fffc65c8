package dev.transponder.model;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave us to ask "has it changed?" (RFC 9110 section 8.8), kept byte for byte: opaque
 * values, never parsed, never mixed from two answers.
 *
 * @param etag with its quotes and its {@code W/}, as sent
 * @param lastModified as sent
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  public static final Validators NONE = new Validators(null, null);
}
