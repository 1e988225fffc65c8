package dev.transponder.page;

import dev.transponder.model.Budget;
import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import dev.transponder.model.Selectors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shorthand of the tests of this room. */
final class Pages {
  static final String URL = "https://example.org/blog/";
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** For pages that cost next to nothing. */
  static final Budget BUDGET = () -> {};

  private Pages() {}

  static Document html(String html) {
    return bytes(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }

  static Document bytes(byte[] bytes, @Nullable String type) {
    return new Document(
        URL, type == null ? Map.of() : Map.of("Content-Type", List.of(type)), bytes);
  }

  /** Selectors with nothing but the entry's. */
  static Selectors entry(String entry) {
    return new Selectors(entry, null, null, null, null, null, null, null, null);
  }

  static Reading.Parsed parsed(Document document, Selectors selectors) {
    return switch (new PageReader().read(document, selectors, NOW, BUDGET)) {
      case Reading.Parsed parsed -> parsed;
      case Reading.NotAFeed(String reason) -> throw new AssertionError(reason);
      case Reading.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }
}
