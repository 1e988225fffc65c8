/**
 * Every key, every mistake: {@code src/test/resources/config/mistakes} holds pairs of a file and
 * the messages it gives.
 */
@NullMarked
package dev.transponder.config;

import org.jspecify.annotations.NullMarked;
