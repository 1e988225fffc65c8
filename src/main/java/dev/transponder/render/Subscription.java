package dev.transponder.render;

import org.jspecify.annotations.Nullable;

/**
 * A feed in a list of subscriptions.
 *
 * @param name plain text; a blank one becomes the URL of the feed
 * @param category the folder, null for none
 * @param feed its URL
 * @param site where people read it
 */
public record Subscription(
    String name, @Nullable String category, String feed, @Nullable String site) {}
