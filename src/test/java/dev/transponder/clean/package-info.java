/** Hostile and ordinary markup through the cleaner; fixtures in {@code resources/clean}. */
@NullMarked
package dev.transponder.clean;

import org.jspecify.annotations.NullMarked;
