/**
 * What is known about strings: dates as people write them, the characters that XML allows.
 *
 * <p>Start with {@link dev.transponder.text.Dates}. Everything here is pure: no clock, no files, no
 * state. Uses nothing but the JDK.
 */
@NullMarked
package dev.transponder.text;

import org.jspecify.annotations.NullMarked;
