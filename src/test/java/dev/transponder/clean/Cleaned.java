package dev.transponder.clean;

import dev.transponder.model.Entry;
import java.util.Objects;

/** Shorthand of the tests of this room. */
final class Cleaned {
  static final String BASE = "https://example.org/blog/post";

  private Cleaned() {}

  /** The clean form of a content, empty if nothing is left. */
  static String html(String html) {
    Entry clean = new Cleaner().clean(Entry.builder().content(html).build(), BASE);
    return Objects.requireNonNullElse(clean.content(), "");
  }
}
