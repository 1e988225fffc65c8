package dev.transponder.publish;

import dev.transponder.model.FeedHead;
import dev.transponder.model.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * A source and how it is doing.
 *
 * @param name given by the user, null if none was given
 * @param category given by the user, null if none was given
 * @param head what its document last said of itself, null before the first success
 * @param entries how many of its entries are stored
 */
public record SourceRow(
    String id,
    String url,
    @Nullable String name,
    @Nullable String category,
    @Nullable FeedHead head,
    SourceState state,
    long entries) {}
