/** What {@code text} promises. */
@NullMarked
package dev.transponder.text;

import org.jspecify.annotations.NullMarked;
