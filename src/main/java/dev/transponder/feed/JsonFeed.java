package dev.transponder.feed;

import dev.transponder.model.Budget;
import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import dev.transponder.model.Person;
import dev.transponder.model.Reading;
import dev.transponder.text.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), values of the wrong type read as well as they can be. */
final class JsonFeed {
  private final String url;

  private JsonFeed(String url) {
    this.url = url;
  }

  static Reading read(String text, String url, Budget budget) {
    JsonDocument document = JsonDocument.read(text, budget);
    Map<String, Object> feed = document.head();
    String version = string(feed.get("version"));
    boolean declared = version != null && version.contains("jsonfeed.org");
    if (!declared && !document.hasItems()) {
      return new Reading.NotAFeed("JSON, but no JSON Feed");
    }
    JsonFeed reader = new JsonFeed(url);
    FeedHead head = reader.head(feed);
    Faults faults = new Faults(url, budget);
    List<Entry> entries =
        document.items().stream()
            .map(item -> faults.attempt(() -> reader.entry(item, head)))
            .filter(Objects::nonNull)
            .toList();
    String next = Limits.url(reader.web(feed.get("next_url")));
    boolean isOld = version != null && version.endsWith("/1");
    String format = isOld ? "json feed 1.0" : "json feed 1.1";
    boolean damaged = document.damaged() || faults.any();
    return new Reading.Parsed(format, head, entries, next, List.of(), damaged);
  }

  private FeedHead head(Map<String, Object> feed) {
    List<String> hubs = new ArrayList<>();
    for (Map<String, Object> hub : objects(feed.get("hubs"))) {
      String hubUrl = Limits.url(web(hub.get("url")));
      if (hubUrl != null && hubs.size() < Limits.LIST) {
        hubs.add(hubUrl);
      }
    }
    String icon = web(feed.get("icon"));
    return new FeedHead(
        null,
        Limits.line(PlainText.fold(orEmpty(string(feed.get("title"))))),
        Limits.url(web(feed.get("home_page_url"))),
        Limits.url(web(feed.get("feed_url"))),
        escaped(feed.get("description")),
        null,
        authors(feed),
        string(feed.get("language")),
        null,
        Limits.url(icon == null ? web(feed.get("favicon")) : icon),
        hubs);
  }

  private Entry entry(Map<String, Object> item, FeedHead head) {
    String id = string(item.get("id"));
    String link = web(item.get("url"));
    link = link == null ? web(item.get("external_url")) : link;
    link = link == null && id != null && Urls.isWeb(id) ? id : link;
    String html = Limits.body(string(item.get("content_html")));
    List<Person> authors = authors(item);
    String language = string(item.get("language"));
    String image = web(item.get("image"));
    return Entry.builder()
        .guid(id == null ? null : new Guid(id, Guid.Kind.TEXT))
        .title(Limits.line(PlainText.fold(orEmpty(string(item.get("title"))))))
        .link(Limits.url(link))
        .published(date(item.get("date_published")))
        .updated(date(item.get("date_modified")))
        .summary(escaped(item.get("summary")))
        .content(html == null ? escaped(item.get("content_text")) : html)
        .authors(authors.isEmpty() ? head.authors() : authors)
        .categories(strings(item.get("tags")))
        .enclosures(enclosures(item))
        .language(language == null ? head.language() : language)
        .image(Limits.url(image == null ? web(item.get("banner_image")) : image))
        .build();
  }

  private static List<Person> authors(Map<String, Object> of) {
    List<Map<String, Object>> all = new ArrayList<>(objects(of.get("authors")));
    if (all.isEmpty()) {
      all.addAll(objects(of.get("author")));
    }
    List<Person> people = new ArrayList<>();
    for (Map<String, Object> author : all) {
      String name = string(author.get("name"));
      String uri = string(author.get("url"));
      String shown = Limits.line(name == null ? uri : name);
      if (shown != null && people.size() < Limits.LIST) {
        people.add(new Person(PlainText.fold(shown), uri, null));
      }
    }
    return people;
  }

  private List<Enclosure> enclosures(Map<String, Object> item) {
    List<Enclosure> enclosures = new ArrayList<>();
    for (Map<String, Object> attachment : objects(item.get("attachments"))) {
      String attached = string(attachment.get("url"));
      String absolute = attached == null ? null : Limits.url(Urls.resolve(url, attached));
      if (absolute != null && enclosures.size() < Limits.LIST) {
        Long length = number(attachment.get("size_in_bytes"));
        enclosures.add(new Enclosure(absolute, string(attachment.get("mime_type")), length));
      }
    }
    return enclosures;
  }

  private @Nullable String web(@Nullable Object value) {
    return Urls.web(url, string(value));
  }

  private static @Nullable String escaped(@Nullable Object value) {
    String text = string(value);
    return text == null ? null : Limits.body(Markup.escape(text));
  }

  private static @Nullable Instant date(@Nullable Object value) {
    String text = string(value);
    return text == null ? null : Dates.parse(text);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Text as it is, numbers and booleans as they are written; null for nothing or blank. */
  private static @Nullable String string(@Nullable Object value) {
    return switch (value) {
      case String text when !text.isBlank() -> text.strip();
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case null, default -> null;
    };
  }

  private static @Nullable Long number(@Nullable Object value) {
    String text = string(value);
    if (text == null) {
      return null;
    }
    try {
      return Math.round(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static List<String> strings(@Nullable Object value) {
    List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    List<String> strings = new ArrayList<>();
    for (Object one : all) {
      String text = Limits.line(string(one));
      if (text != null && !strings.contains(text) && strings.size() < Limits.LIST) {
        strings.add(text);
      }
    }
    return strings;
  }

  /** The objects of a list; one object alone is a list of one, a bare text a name. */
  private static List<Map<String, Object>> objects(@Nullable Object value) {
    List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Object one : all) {
      if (one instanceof Map<?, ?> map) {
        objects.add(JsonDocument.object(map));
      } else if (one instanceof String name) {
        objects.add(Map.of("name", name));
      }
    }
    return objects;
  }
}
