/**
 * Feeds of every kind and condition, read.
 *
 * <p>A case is a pair of files below {@code src/test/resources/feed}; start with {@link
 * dev.transponder.feed.FixturesTest}.
 */
@NullMarked
package dev.transponder.feed;

import org.jspecify.annotations.NullMarked;
