package dev.transponder.model;

import org.jspecify.annotations.Nullable;

/**
 * How the list of a page was found without being told, and what it looked like when it was found,
 * so that a page that has become another one is noticed.
 *
 * @param rule the selectors by which its entries are read
 * @param confidence that it is the list of the page, from a half to 1
 * @param entries how many there were, at least 1
 * @param titled how many of them had a title
 * @param dated how many of them had a date
 * @param linked how many of them had a link
 * @param shape how most of their links are made; null if these differ too much to tell
 */
public record LearnedList(
    Selectors rule,
    double confidence,
    int entries,
    int titled,
    int dated,
    int linked,
    @Nullable String shape) {}
