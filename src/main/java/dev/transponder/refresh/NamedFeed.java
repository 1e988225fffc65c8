package dev.transponder.refresh;

import org.jspecify.annotations.Nullable;

/**
 * A feed that a page names.
 *
 * @param problem why it cannot be read, in words; null if it was read, or not asked for
 */
public record NamedFeed(String url, @Nullable String problem) {
  NamedFeed(String url) {
    this(url, null);
  }

  /** For logs and results. */
  String inWords() {
    return Answers.shown(url) + ": " + problem;
  }
}
