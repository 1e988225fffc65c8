package dev.transponder.cli;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Person;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.NamedFeed;
import java.util.List;
import java.util.stream.IntStream;

/** What was found at a URL as JSON: the answer of {@code preview --json}. */
final class FoundJson {
  private FoundJson() {}

  /** Adds all keys but the id. */
  static void write(Json json, Found found) {
    Parsed parsed = found.parsed();
    json.text("kind", found.kind());
    json.text("format", parsed == null ? null : parsed.format());
    json.text("error", found.broken() ? found.problem() : null);
    json.object("feed", parsed == null ? null : parsed.head(), head -> head(json, head));
    json.texts("feeds", found.feeds().stream().map(NamedFeed::url).toList());
    json.text("next", parsed == null ? null : parsed.next());
    entries(json, parsed == null ? List.of() : parsed.entries(), found);
  }

  /** The answer for something that could not be looked at. */
  static void error(Json json, String message) {
    write(json, Found.nothing(message, true, List.of()));
  }

  private static void head(Json json, FeedHead head) {
    json.text("title", head.title());
    json.text("link", head.link());
    json.text("id", head.id());
    json.text("subtitle", head.subtitle());
    json.time("updated", head.updated());
    json.texts("authors", head.authors().stream().map(Person::name).toList());
    json.text("language", head.language());
  }

  private static void entries(Json json, List<Entry> entries, Found found) {
    json.objects(
        "entries",
        IntStream.range(0, entries.size()).boxed().toList(),
        i -> {
          String key = found.keys().get(i);
          entry(json, key, entries.get(i));
          json.text("dropped", found.dropped().get(key));
        });
  }

  private static void entry(Json json, String key, Entry entry) {
    json.text("key", key);
    json.text("id", entry.guid() == null ? null : entry.guid().text());
    json.text("title", entry.title());
    json.text("link", entry.link());
    json.time("published", entry.published());
    json.time("updated", entry.updated());
    json.text("summary", entry.summary());
    json.text("content", entry.content());
    json.texts("authors", entry.authors().stream().map(Person::name).toList());
    json.texts("categories", entry.categories());
    json.objects("enclosures", entry.enclosures(), enclosure -> enclosure(json, enclosure));
    json.text("language", entry.language());
  }

  private static void enclosure(Json json, Enclosure enclosure) {
    json.text("url", enclosure.url());
    json.text("type", enclosure.type());
    json.number("length", enclosure.length());
  }
}
