/** When things happen, in a time that the tests move by hand. */
@NullMarked
package dev.transponder.schedule;

import org.jspecify.annotations.NullMarked;
