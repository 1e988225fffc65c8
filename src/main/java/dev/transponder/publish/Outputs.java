package dev.transponder.publish;

import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.model.Settings;
import dev.transponder.render.Output;
import dev.transponder.render.OutputEntry;
import dev.transponder.text.Excerpt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What our feeds say of the entries that were selected for them. */
final class Outputs {
  /** How long a summary may be; some sources put their whole text there. */
  private static final int SUMMARY = 1000;

  private Outputs() {}

  /** The combined feed. */
  static Output combined(Settings settings, List<Shown> entries) {
    return of(settings, settings.title(), settings.subtitle(), "", entries);
  }

  /** The feed of a part of what the combined feed tells of. */
  static Output of(Settings settings, Scope scope, String name, List<Shown> entries) {
    String title =
        switch (scope) {
          case Scope.OfCategory category -> name + " · " + settings.title();
          case Scope.OfSource source -> name;
        };
    return of(settings, title, "", scope.path(), entries);
  }

  private static Output of(
      Settings settings, String title, String subtitle, String path, List<Shown> entries) {
    Map<String, Instant> updated = new HashMap<>();
    for (Shown shown : entries) {
      updated.merge(shown.origin().sourceId(), shown.stored().updated(), Outputs::later);
    }
    return new Output(
        title,
        subtitle,
        settings.baseUrl(),
        path,
        entries.stream().map(shown -> entry(settings, shown, updated)).toList());
  }

  private static OutputEntry entry(Settings settings, Shown shown, Map<String, Instant> updated) {
    Entry entry = shown.stored().entry();
    String link = shown.link();
    List<Person> authors = entry.authors().isEmpty() ? shown.origin().authors() : entry.authors();
    boolean both = entry.content() != null && entry.summary() != null;
    return new OutputEntry(
        shown.stored().atomId(),
        shown.title(),
        link == null ? settings.baseUrl() + "entry/" + shown.number() : link,
        shown.published(),
        shown.stored().updated(),
        authors,
        entry.contributors(),
        entry.categories(),
        entry.enclosures(),
        related(settings, shown.also()),
        settings.fullContent() ? shown.html() : null,
        settings.fullContent() ? (both ? differing(entry) : null) : summary(shown),
        entry.language(),
        entry.rights(),
        origin(shown.origin(), updated.getOrDefault(shown.origin().sourceId(), Instant.EPOCH)));
  }

  /** Where else the story is told: each address once, with all who have it. */
  private static List<OutputEntry.Related> related(Settings settings, List<AlsoIn> also) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (AlsoIn other : also) {
      String link = other.link();
      names
          .computeIfAbsent(
              link == null ? settings.baseUrl() + "entry/" + other.number() : link,
              _ -> new ArrayList<>())
          .add(other.origin().name());
    }
    return names.entrySet().stream()
        .map(
            one ->
                new OutputEntry.Related(
                    one.getKey(), "also in " + String.join(", ", one.getValue())))
        .toList();
  }

  private static @Nullable String differing(Entry entry) {
    return entry.summary() == null || entry.summary().equals(entry.content())
        ? null
        : entry.summary();
  }

  /** The summary of the source if it is one, else the first words of the text. */
  private static String summary(Shown shown) {
    String summary = shown.stored().entry().summary();
    String html = summary == null || summary.isBlank() ? shown.html() : summary;
    String words = Excerpt.ofHtml(html, SUMMARY);
    if (words.equals(Excerpt.ofHtml(html, Integer.MAX_VALUE))) {
      return html;
    }
    return "<p>" + words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>";
  }

  private static OutputEntry.Origin origin(Origin origin, Instant updated) {
    return new OutputEntry.Origin(
        origin.feedId(),
        origin.name(),
        updated,
        origin.feed(),
        origin.site(),
        origin.rights(),
        origin.language());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
