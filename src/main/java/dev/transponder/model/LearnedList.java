package dev.transponder.model;

/**
 * How the list of a page was found without being told, and what it looked like when it was last
 * read, so that a page that has become another one is noticed.
 *
 * @param rule the selectors by which its entries are read
 * @param confidence that it is the list of the page, from a half to 1
 * @param entries how many there were, at least 1
 * @param titled how many of them had a title
 * @param dated how many of them had a date
 */
public record LearnedList(Selectors rule, double confidence, int entries, int titled, int dated) {}
