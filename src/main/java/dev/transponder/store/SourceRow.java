package dev.transponder.store;

import dev.transponder.model.FeedHead;
import dev.transponder.model.SourceState;
import org.jspecify.annotations.Nullable;

/**
 * A listed source with all that the store knows of it.
 *
 * @param name as in feeds.yml
 * @param head what its last document said of itself, null before the first
 * @param state says {@code PAUSED} while feeds.yml does; {@link Store#state} tells what it was
 * @param entries how many of its entries are stored
 * @param dropped how many of these its rules drop
 */
public record SourceRow(
    String id,
    String url,
    @Nullable String name,
    @Nullable String category,
    @Nullable FeedHead head,
    SourceState state,
    long entries,
    long dropped) {}
