/** Strings and what is known about them. */
@NullMarked
package dev.transponder.text;

import org.jspecify.annotations.NullMarked;
