/**
 * What is known about strings, whatever they belong to: excerpts of a text.
 *
 * <p>Pure functions of their arguments, without state, clock or library; every other package may
 * use them. Does not read documents ({@code feed}, {@code page}) and does not decide what is safe
 * ({@code clean}).
 */
@NullMarked
package dev.transponder.text;

import org.jspecify.annotations.NullMarked;
