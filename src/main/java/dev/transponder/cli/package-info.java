/**
 * The commands: what is typed, what is printed, the exit code.
 *
 * <p>Start with {@link dev.transponder.cli.CommandLineInterface}; {@code Commands} lists them. What
 * they make the program do is {@link dev.transponder.cli.Program}, which the root implements. While
 * a running service has the store, {@code AdminClient} asks it instead.
 *
 * <p>Results go to standard output, everything else to standard error; text that came from
 * elsewhere passes {@code Plain} first, so that it cannot control the terminal. Hides picocli, the
 * progress bar and the JSON of {@code --json}.
 */
@NullMarked
package dev.transponder.cli;

import org.jspecify.annotations.NullMarked;
