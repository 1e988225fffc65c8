/**
 * The rules of the code base as tests: format, compiler checks, rooms, length of files.
 *
 * <p>Each rule is also shown a planted violation that it must refuse. Start with {@link
 * dev.transponder.build.RoomsTest}.
 */
@NullMarked
package dev.transponder.build;

import org.jspecify.annotations.NullMarked;
