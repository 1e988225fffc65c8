/**
 * Reads HTML pages: entries by the selectors of a source, the feeds that a page names, and the main
 * text of a page.
 *
 * <p>Start with {@link dev.transponder.page.PageReader}, {@link dev.transponder.page.FeedLinks} and
 * {@link dev.transponder.page.MainText}. {@code Html} tells pages from other documents and {@code
 * Encoding} their characters. Hides jsoup and Readability. Does not fetch (a next page is only
 * named) and does not clean: the HTML that it returns is as written.
 */
@NullMarked
package dev.transponder.page;

import org.jspecify.annotations.NullMarked;
