package dev.transponder.page;

import dev.transponder.model.Budget;
import dev.transponder.model.Entry;
import dev.transponder.model.Person;
import dev.transponder.text.Dates;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a page says of its entries in JSON-LD, by their links. It completes what is seen on the page
 * and is never trusted alone: many pages describe other entries than they show, or none.
 */
final class StructuredData {
  private static final JsonFactory FACTORY = new JsonFactory();

  private static final String AUTHORS = "author.name";

  /** In characters; more are no authors of one entry. */
  private static final int MOST_AUTHORS = 1_000;

  /** What of the parts of an entry is read; all else stays in its part. */
  private static final Set<String> OF_PARTS = Set.of(AUTHORS, "image.url", "mainEntityOfPage.@id");

  /** A longer text is data for a program. */
  private static final int LONGEST = 1 << 20;

  /** The texts of one JSON object that is open, and the name under which it stands. */
  private record Thing(@Nullable String name, Map<String, String> texts) {}

  private final String base;
  private final Map<String, Map<String, String>> byLink = new HashMap<>();

  private StructuredData(String base) {
    this.base = base;
  }

  static StructuredData of(org.jsoup.nodes.Document page, Budget budget) {
    StructuredData data = new StructuredData(page.baseUri());
    for (Element script : page.select("script[type=application/ld+json]")) {
      if (script.data().length() < LONGEST) {
        data.read(script.data(), budget);
      }
    }
    return data;
  }

  /** The entry with title, date, author and image where it has none and the data do. */
  Entry complete(Entry entry) {
    String link = entry.link();
    Map<String, String> said = link == null ? null : byLink.get(link);
    if (said == null) {
      return entry;
    }
    Entry.Builder builder = entry.toBuilder();
    if (entry.title() == null) {
      builder.title(said.getOrDefault("headline", said.get("name")));
    }
    String date = said.get("datePublished");
    if (entry.published() == null && date != null) {
      builder.published(Dates.parse(date));
    }
    String author = said.get("author.name");
    if (entry.authors().isEmpty() && author != null) {
      builder.authors(author.lines().distinct().map(name -> new Person(name, null, null)).toList());
    }
    String image = said.getOrDefault("image", said.getOrDefault("image.url", ""));
    if (entry.image() == null && !image.isEmpty()) {
      builder.image(Html.web(Links.resolve(base, image)));
    }
    return builder.build();
  }

  /** Walks through the tokens: the data of the wild are nested as they like, and often cut. */
  private void read(String text, Budget budget) {
    Deque<Thing> open = new ArrayDeque<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        budget.check();
        switch (token) {
          case START_OBJECT -> open.push(new Thing(name(json), new HashMap<>()));
          case END_OBJECT -> close(open.pop(), open.peek());
          case VALUE_STRING -> put(open.peek(), json.currentName(), json.getString());
          default -> {}
        }
      }
    } catch (JacksonException e) {
      // What was read before the mistake stands.
    }
  }

  /** Of the object that begins; one of several has the name of their array. */
  private static @Nullable String name(JsonParser json) {
    TokenStreamContext at = json.streamReadContext().getParent();
    while (at != null && at.inArray()) {
      at = at.getParent();
    }
    return at == null ? null : at.currentName();
  }

  private static void put(@Nullable Thing thing, @Nullable String name, String value) {
    if (thing != null && name != null && !value.isBlank()) {
      thing.texts().putIfAbsent(name, value.strip().replaceAll("\\s+", " "));
    }
  }

  /** Several are lines. */
  private static String both(String some, String one) {
    return some.length() > MOST_AUTHORS ? some : some + "\n" + one;
  }

  /** An object with a link and a date or a headline is an entry; others are parts of one. */
  private void close(Thing thing, @Nullable Thing around) {
    Map<String, String> texts = thing.texts();
    String link =
        texts.getOrDefault("url", texts.getOrDefault("mainEntityOfPage.@id", texts.get("@id")));
    if (link != null && (texts.containsKey("headline") || texts.containsKey("datePublished"))) {
      byLink.putIfAbsent(Url.withoutFragment(Links.resolve(base, link)), texts);
    }
    if (around != null && thing.name() != null) {
      for (String name : OF_PARTS) {
        String value =
            name.startsWith(thing.name() + ".")
                ? texts.get(name.substring(thing.name().length() + 1))
                : null;
        if (value != null) {
          around
              .texts()
              .merge(
                  name, value, name.equals(AUTHORS) ? StructuredData::both : (first, _) -> first);
        }
      }
    }
  }
}
