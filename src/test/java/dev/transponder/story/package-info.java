@NullMarked
package dev.transponder.story;

import org.jspecify.annotations.NullMarked;
