@NullMarked
package dev.transponder.refresh;

import org.jspecify.annotations.NullMarked;
