/**
 * Entries to bytes: the documents that we publish, valid whatever came in.
 *
 * <p>Start with {@link dev.transponder.render.AtomFeed}, which writes an {@link
 * dev.transponder.render.Output} as Atom 1.0 (RFC 4287). Pure: the same output gives the same
 * bytes, and a bad entry is left out instead of breaking the document. Hides StAX. Does not select
 * entries and does not keep or compress what it wrote ({@code publish}).
 */
@NullMarked
package dev.transponder.render;

import org.jspecify.annotations.NullMarked;
