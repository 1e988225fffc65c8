package dev.transponder.render;

import static dev.transponder.render.JsonFeed.string;
import static java.util.Objects.requireNonNullElse;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Person;
import dev.transponder.render.OutputEntry.Origin;
import dev.transponder.text.Excerpt;
import dev.transponder.text.XmlChars;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what stands in one item of JSON Feed 1.1. */
final class JsonEntry {
  private JsonEntry() {}

  static void write(JsonGenerator json, OutputEntry entry) {
    string(json, "id", entry.id());
    string(json, "url", Iri.of(entry.link()));
    string(json, "title", Values.title(entry));
    text(json, entry);
    if (entry.published() != null) {
      string(json, "date_published", AtomEntry.date(entry.published()));
    }
    string(json, "date_modified", AtomEntry.date(entry.updated()));
    authors(json, Values.authors(entry));
    tags(json, Values.categories(entry));
    string(json, "language", Values.language(entry.language()));
    attachments(json, entry.enclosures());
    extension(json, entry);
  }

  /** One content is required; a summary beside it is plain text in this format. */
  private static void text(JsonGenerator json, OutputEntry entry) {
    String content = present(entry.content());
    String summary = present(entry.summary());
    String html = requireNonNullElse(content, requireNonNullElse(summary, ""));
    json.writeStringProperty("content_html", XmlChars.clean(html));
    if (content != null && summary != null) {
      string(json, "summary", Excerpt.ofHtml(summary, Integer.MAX_VALUE));
    }
  }

  private static @Nullable String present(@Nullable String html) {
    return html == null || !Values.present(html) ? null : html;
  }

  private static void authors(JsonGenerator json, List<Person> authors) {
    json.writeName("authors");
    json.writeStartArray();
    for (Person author : authors) {
      json.writeStartObject();
      string(json, "name", author.name());
      string(json, "url", author.uri() == null ? null : Iri.of(author.uri()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void tags(JsonGenerator json, List<String> categories) {
    if (!categories.isEmpty()) {
      json.writeName("tags");
      json.writeStartArray();
      categories.forEach(category -> json.writeString(XmlChars.clean(category)));
      json.writeEndArray();
    }
  }

  private static void attachments(JsonGenerator json, List<Enclosure> enclosures) {
    if (enclosures.isEmpty()) {
      return;
    }
    json.writeName("attachments");
    json.writeStartArray();
    for (Enclosure enclosure : enclosures) {
      json.writeStartObject();
      string(json, "url", Iri.of(enclosure.url()));
      String type = Values.mediaType(enclosure.type());
      string(json, "mime_type", requireNonNullElse(type, "application/octet-stream"));
      if (enclosure.length() != null && enclosure.length() >= 0) {
        json.writeNumberProperty("size_in_bytes", enclosure.length().longValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What the format has no name for; extensions begin with an underscore. */
  private static void extension(JsonGenerator json, OutputEntry entry) {
    Origin origin = entry.origin();
    json.writeName("_transponder");
    json.writeStartObject();
    string(json, "rights", entry.rights());
    json.writeName("source");
    json.writeStartObject();
    string(json, "id", origin.id());
    string(json, "title", origin.title());
    string(json, "home_page_url", origin.link() == null ? null : Iri.of(origin.link()));
    string(json, "feed_url", origin.self() == null ? null : Iri.of(origin.self()));
    string(json, "rights", origin.rights());
    json.writeEndObject();
    json.writeEndObject();
  }
}
