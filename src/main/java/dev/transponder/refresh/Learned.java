package dev.transponder.refresh;

import dev.transponder.model.Selectors;

/**
 * How the list of a page was found without being told.
 *
 * @param rule the selectors by which its entries were read
 * @param confidence from a half to 1
 */
public record Learned(Selectors rule, double confidence) {}
