/**
 * The root: {@link dev.transponder.Main} and the wiring of all rooms by constructors.
 *
 * <p>The only place that reads the clock, draws random numbers and knows which class stands behind
 * which interface. Nobody imports this package.
 */
@NullMarked
package dev.transponder;

import org.jspecify.annotations.NullMarked;
