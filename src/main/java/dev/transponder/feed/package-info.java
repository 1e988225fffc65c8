/**
 * Bytes to entries: RSS 0.9x, 1.0, 1.1, 2.0, Atom 0.3 and 1.0, CDF, JSON Feed, well-formed or not.
 *
 * <p>Start with {@link dev.transponder.feed.FeedReader}, which names the stages: {@code Decoder}
 * (bytes to characters), {@code XmlParser} (characters to a tree), {@code Repairs} (the tree
 * becomes plain RSS 2.0 or Atom 1.0), {@code Rome} (the tree becomes values), {@code RssValues} and
 * {@code AtomValues} (the records of model); {@code JsonFeed} goes its own way. Adding a repair is
 * adding one small class, one line in {@code Repairs} and one fixture.
 *
 * <p>Does not clean HTML, fetch anything or decide what is new. Hides ROME, JDOM and jackson-core.
 */
@NullMarked
package dev.transponder.feed;

import org.jspecify.annotations.NullMarked;
