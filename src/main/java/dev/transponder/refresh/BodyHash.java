package dev.transponder.refresh;

import dev.transponder.model.Document;
import dev.transponder.model.Source;
import dev.transponder.text.Digests;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a document together with the settings and the version of the rules by which it was read, so
 * that the same bytes are read again after either has changed.
 */
final class BodyHash {
  /** Raised when documents are read differently than before. */
  private static final String RULES = "3";

  private final String settings;

  BodyHash(Source source) {
    String text =
        Objects.toString(source.scrape())
            + source.pages()
            + source.url()
            + source.dedupe()
            + source.render();
    settings = RULES + ":" + Digests.sha256(text).substring(0, 16) + ":";
  }

  String of(Document document) {
    return settings + Digests.sha256(document.bytes());
  }

  /** Whether a hash was made under the present settings. */
  boolean made(@Nullable String hash) {
    return hash != null && hash.startsWith(settings);
  }
}
