/** What is typed and what is printed, with a program that only records what it was asked. */
@NullMarked
package dev.transponder.cli;

import org.jspecify.annotations.NullMarked;
