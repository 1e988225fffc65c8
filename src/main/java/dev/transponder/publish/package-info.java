/**
 * What is shown where, and when it is rendered: the feeds and the pages of updates.
 *
 * <p>Start with {@link dev.transponder.publish.Publisher}: it looks at the store, and if something
 * has changed it selects, renders and swaps in a new {@link dev.transponder.publish.Edition}, from
 * which all requests are answered. {@code KeptFeeds} has the feeds of categories and sources. Does
 * not read sources ({@code refresh}), write documents ({@code render}) or speak HTTP ({@code web}).
 */
@NullMarked
package dev.transponder.publish;

import org.jspecify.annotations.NullMarked;
