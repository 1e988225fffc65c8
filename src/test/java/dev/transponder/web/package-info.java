/** What {@code web} promises. */
@NullMarked
package dev.transponder.web;

import org.jspecify.annotations.NullMarked;
