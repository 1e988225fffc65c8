/**
 * Reads HTML pages: entries by the selectors of a source, and the feeds that a page names.
 *
 * <p>Start with {@link dev.transponder.page.PageReader} and {@link dev.transponder.page.FeedLinks}.
 * {@code Html} tells pages from other documents and {@code Encoding} their characters. Hides jsoup.
 * Does not fetch (a next page is only named) and does not clean: the HTML that it returns is as
 * written.
 */
@NullMarked
package dev.transponder.page;

import org.jspecify.annotations.NullMarked;
