/** What {@code publish} promises. */
@NullMarked
package dev.transponder.publish;

import org.jspecify.annotations.NullMarked;
