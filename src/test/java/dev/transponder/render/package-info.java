/** What {@code render} promises. */
@NullMarked
package dev.transponder.render;

import org.jspecify.annotations.NullMarked;
