/**
 * Who an entry is: its key within its source and the other names by which it is known, the Atom id
 * that we publish, the hash that tells a real change, the story that it tells.
 *
 * <p>Start with {@link dev.transponder.story.EntryKeys} and {@link
 * dev.transponder.story.Recognition} for entries of one source. Near copies of different sources
 * are found by the marks of their {@link dev.transponder.story.Telling}, judged by {@link
 * dev.transponder.story.Likeness}, and become stories by {@link dev.transponder.story.Clusters}.
 * Everything here is pure: no clock, no store. What is known of earlier refreshes is {@code
 * refresh}'s to compare.
 */
@NullMarked
package dev.transponder.story;

import org.jspecify.annotations.NullMarked;
