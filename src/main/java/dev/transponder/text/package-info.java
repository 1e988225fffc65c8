/**
 * What is known about strings: dates in all their spellings, excerpts, the characters of XML, spans
 * of time in words, words and numbers that can be compared, digests.
 *
 * <p>Start with {@link dev.transponder.text.Dates}. Everything here is pure and knows neither HTML
 * nor the clock.
 */
@NullMarked
package dev.transponder.text;

import org.jspecify.annotations.NullMarked;
