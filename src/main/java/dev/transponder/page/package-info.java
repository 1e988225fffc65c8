/**
 * Reads HTML pages: entries by the selectors of a source or by finding the list of the page, the
 * next page of a listing, the feeds that a page names, and the main text of a page.
 *
 * <p>Start with {@link dev.transponder.page.PageReader}, {@link dev.transponder.page.FeedLinks} and
 * {@link dev.transponder.page.MainText}. The way of a page without selectors: {@code Survey}
 * measures it, {@code Candidates} finds groups of links that may be a list, {@code Votes} finds
 * title, date and the rest in the {@code Card}s of each, {@code Likeness} tells which is the list,
 * {@code Pinned} takes in entries of other markup, {@code Naming} and {@code RuleMaker} write down
 * selectors, and from there on the page is read by these as if a user had written them. {@code
 * NextPage} finds the pager's link.
 *
 * <p>Hides jsoup and Readability. Does not fetch (a next page is only named) and does not clean:
 * the HTML that it returns is as written.
 */
@NullMarked
package dev.transponder.page;

import org.jspecify.annotations.NullMarked;
