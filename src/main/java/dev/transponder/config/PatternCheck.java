package dev.transponder.config;

import org.jspecify.annotations.Nullable;

/** Says what is wrong with a pattern. What patterns are is known to those who use them. */
@FunctionalInterface
public interface PatternCheck {
  /**
   * What is wrong, in words; null if nothing is.
   *
   * @param with what shall stand in place of what the pattern finds; null if it only finds
   */
  @Nullable String problem(String pattern, @Nullable String with);
}
