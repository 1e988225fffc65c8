/**
 * Makes what sources write safe: HTML that cannot become active anywhere, absolute URLs, plain text
 * that XML can carry.
 *
 * <p>Start with {@link dev.transponder.clean.Cleaner}. {@code SafeHtml} parses a body once and
 * {@code SafeWriter} writes from the tree only what {@code Markup} lists; nothing of the original
 * is copied. Hides jsoup. Does not fetch, does not judge entries, does not read feeds.
 */
@NullMarked
package dev.transponder.clean;

import org.jspecify.annotations.NullMarked;
