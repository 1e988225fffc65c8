package dev.transponder.config;

import dev.transponder.rules.Patterns;
import org.jspecify.annotations.Nullable;

/** Checks patterns as the program does, and takes every selector. */
final class Checked implements SyntaxCheck {
  static final SyntaxCheck PATTERNS = new Checked();

  private Checked() {}

  @Override
  public @Nullable String pattern(String pattern, @Nullable String with) {
    return Patterns.problem(pattern, with);
  }

  @Override
  public @Nullable String selector(String selector) {
    return null;
  }
}
