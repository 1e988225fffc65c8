package dev.transponder.store;

/**
 * How much the listed sources hold.
 *
 * @param entries all of them
 * @param stories how many entries {@link Store#newest} gives in all, which is what paging needs: a
 *     story counts once for each entry of the source that told it first, and never for those of
 *     other sources
 */
public record Totals(long entries, long stories) {}
