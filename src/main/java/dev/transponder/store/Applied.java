package dev.transponder.store;

/**
 * What a plan changed: entries that were new, and known entries that were rewritten or got their
 * full text.
 *
 * @param inserted less than the plan's inserts if some were known already
 * @param updated less than the plan's updates if some are not of this source
 */
public record Applied(int inserted, int updated) {}
