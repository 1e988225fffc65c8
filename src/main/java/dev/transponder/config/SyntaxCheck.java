package dev.transponder.config;

import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with texts of feeds.yml that are written in other languages. What these are is
 * known to those who use them.
 */
public interface SyntaxCheck {
  /** Takes whatever stands there. */
  SyntaxCheck NONE =
      new SyntaxCheck() {
        @Override
        public @Nullable String pattern(String pattern, @Nullable String with) {
          return null;
        }

        @Override
        public @Nullable String selector(String selector) {
          return null;
        }
      };

  /**
   * What is wrong with a pattern of a rule, in words; null if nothing is.
   *
   * @param with what shall stand in place of what the pattern finds; null if it only finds
   */
  @Nullable String pattern(String pattern, @Nullable String with);

  /** What is wrong with a selector of {@code scrape}, in words; null if nothing is. */
  @Nullable String selector(String selector);
}
