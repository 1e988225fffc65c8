@NullMarked
package dev.transponder.rules;

import org.jspecify.annotations.NullMarked;
