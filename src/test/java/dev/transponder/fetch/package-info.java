/**
 * The fetch room against origins on real sockets; see {@link dev.transponder.fetch.Origin} for the
 * scripted origin and {@link dev.transponder.fetch.Bench} for what every test has at hand.
 */
@NullMarked
package dev.transponder.fetch;

import org.jspecify.annotations.NullMarked;
