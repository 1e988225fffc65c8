@NullMarked
package dev.transponder.model;

import org.jspecify.annotations.NullMarked;
