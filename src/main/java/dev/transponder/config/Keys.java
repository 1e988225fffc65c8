package dev.transponder.config;

import java.util.List;
import java.util.Set;

/**
 * The keys that a mapping of {@code feeds.yml} may have.
 *
 * @param place how a message names the mapping, "" for the file itself
 * @param names in the order of the documentation
 */
record Keys(String place, List<String> names) {
  static final Keys TOP =
      new Keys(
          "",
          List.of(
              "title",
              "subtitle",
              "base-url",
              "listen",
              "admin",
              "contact",
              "database",
              "feed",
              "page",
              "retention",
              "pacing",
              "websub",
              "defaults",
              "sources"));
  static final Keys FEED = new Keys("feed", List.of("entries", "content"));
  static final Keys PAGE = new Keys("page", List.of("entries", "excerpt"));
  static final Keys RETENTION = new Keys("retention", List.of("days", "entries"));
  static final Keys PACING = new Keys("pacing", List.of("parallel", "gap", "hosts"));
  static final Keys PACE = new Keys("a host", List.of("parallel", "gap"));
  static final Keys WEBSUB = new Keys("websub", List.of("hub"));
  static final Keys DEFAULTS =
      new Keys(
          "defaults",
          List.of(
              "category",
              "pages",
              "scrape",
              "render",
              "every",
              "limit",
              "dedupe",
              "keep",
              "drop",
              "replace",
              "full-text",
              "headers",
              "allow-private",
              "paused"));
  static final Keys SOURCE =
      new Keys(
          "a source",
          List.of(
              "url",
              "name",
              "id",
              "category",
              "pages",
              "scrape",
              "render",
              "every",
              "limit",
              "dedupe",
              "keep",
              "drop",
              "replace",
              "full-text",
              "headers",
              "allow-private",
              "paused"));
  static final Keys SCRAPE =
      new Keys(
          "scrape",
          List.of(
              "entry", "link", "title", "date", "summary", "author", "category", "image", "next"));
  static final Keys RULE =
      new Keys(
          "a rule", List.of("title", "link", "author", "category", "content", "language", "age"));
  static final Keys REPLACE =
      new Keys("replace", List.of("title", "link", "author", "category", "content", "language"));
  static final Keys REPLACEMENT = new Keys("a replacement", List.of("pattern", "with"));

  /**
   * Keys that are checked but that nothing acts on yet: each use of one gives a warning, so that
   * nobody relies on it. Who makes one work removes it here.
   */
  static final Set<String> WITHOUT_EFFECT = Set.of("websub");

  boolean has(String name) {
    return names.contains(name);
  }
}
