@NullMarked
package dev.transponder.schedule;

import org.jspecify.annotations.NullMarked;
