package dev.transponder.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a page keeps its entries, in CSS selectors. All but {@code entry} and {@code next} are
 * relative to the entry's element. A selector may end in {@code @attribute} to take that
 * attribute's value instead of the text; {@code @attribute} alone is the entry's element itself.
 * One that begins with {@code ~} looks at the siblings that follow the element, up to the next
 * entry.
 *
 * <p>What is null is found by comparing all entries of the page.
 *
 * @param entry one element for each entry
 * @param link the element whose href is the entry's link
 * @param title where it selects nothing: the first heading, else the text of the link unless it
 *     only says "read more", else the first sentence of the summary
 * @param date where it selects nothing: the first {@code time} element, else a date in the link
 * @param category every match is a category
 * @param next the link to the next page of the listing, relative to the document
 */
public record Selectors(
    String entry,
    @Nullable String link,
    @Nullable String title,
    @Nullable String date,
    @Nullable String summary,
    @Nullable String author,
    @Nullable String category,
    @Nullable String image,
    @Nullable String next) {}
