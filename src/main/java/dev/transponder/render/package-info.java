/**
 * Entries to bytes: the documents that we publish, valid whatever came in.
 *
 * <p>Start with {@link dev.transponder.render.Format}, which writes an {@link
 * dev.transponder.render.Output} as Atom 1.0 (RFC 4287), RSS 2.0 or JSON Feed 1.1: the same
 * entries, ids and dates; {@link dev.transponder.render.Opml} writes lists of sources. Pure: the
 * same output gives the same bytes, and a bad entry is left out instead of breaking the document.
 * Hides StAX and Jackson. Does not select entries and does not keep or compress what it wrote
 * ({@code publish}).
 */
@NullMarked
package dev.transponder.render;

import org.jspecify.annotations.NullMarked;
