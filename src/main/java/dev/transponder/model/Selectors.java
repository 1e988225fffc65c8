package dev.transponder.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a page keeps its entries, in CSS selectors. All but {@code entry} and {@code next} are
 * relative to the entry's element. A selector may end in {@code @attribute} to take that
 * attribute's value instead of the text; {@code @attribute} alone is the entry's element itself.
 *
 * @param entry one element for each entry
 * @param link the element whose href is the entry's link; null: the first link of the entry
 * @param title null: the first heading, else the text of the link unless it only says "read more"
 * @param date null: the first {@code time} element
 * @param summary null for none
 * @param author null for none
 * @param category null for none; every match is a category
 * @param image null for none
 * @param next the link to the next page of the listing, relative to the document; null for none
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
