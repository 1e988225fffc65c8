/**
 * What {@code keep}, {@code drop} and {@code replace} of feeds.yml mean for an entry.
 *
 * <p>Start with {@link dev.transponder.rules.Judge}, which says whether an entry is shown and which
 * rule drops it; {@link dev.transponder.rules.Replacing} says what a text becomes. Pure: the same
 * entry and the same rules give the same answer for ever. Does not read HTML ({@code clean}) or
 * feeds.yml ({@code config}). Hides RE2/J, whose patterns need time that is linear in the text:
 * none can hang the program.
 */
@NullMarked
package dev.transponder.rules;

import org.jspecify.annotations.NullMarked;
