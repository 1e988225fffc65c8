/**
 * The whole program, started as a user starts it, against sites that the tests play.
 *
 * <p>Start with {@link dev.transponder.FirstRunIT}.
 */
@NullMarked
package dev.transponder;

import org.jspecify.annotations.NullMarked;
