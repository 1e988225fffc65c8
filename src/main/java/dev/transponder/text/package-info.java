/** What is known about strings. */
@NullMarked
package dev.transponder.text;

import org.jspecify.annotations.NullMarked;
