package dev.transponder;

import dev.transponder.config.SyntaxCheck;
import dev.transponder.page.PageReader;
import dev.transponder.rules.Patterns;
import org.jspecify.annotations.Nullable;

/** Checks patterns and selectors by those who will use them. */
final class Syntax implements SyntaxCheck {
  @Override
  public @Nullable String pattern(String pattern, @Nullable String with) {
    return Patterns.problem(pattern, with);
  }

  @Override
  public @Nullable String selector(String selector) {
    return PageReader.problem(selector);
  }
}
