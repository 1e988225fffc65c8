/** Pages as sites send them, read by selectors; the feeds that pages name. */
@NullMarked
package dev.transponder.page;

import org.jspecify.annotations.NullMarked;
