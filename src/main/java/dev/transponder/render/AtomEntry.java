package dev.transponder.render;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Person;
import dev.transponder.render.OutputEntry.Origin;
import dev.transponder.render.OutputEntry.Related;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes one {@code atom:entry} (RFC 4287 section 4.1.2). */
final class AtomEntry {
  private AtomEntry() {}

  static void write(XmlWriter xml, OutputEntry entry) {
    xml.open("entry").attribute("xml:lang", Values.language(entry.language()));
    xml.element("id", entry.id());
    xml.element("title", Values.title(entry));
    if (entry.published() != null) {
      xml.element("published", date(entry.published()));
    }
    xml.element("updated", date(entry.updated()));
    link(xml, "alternate", entry.link(), null, null);
    Values.authors(entry).forEach(author -> person(xml, "author", author));
    Values.named(entry.contributors())
        .forEach(contributor -> person(xml, "contributor", contributor));
    for (String category : Values.categories(entry)) {
      xml.empty("category").attribute("term", category);
    }
    for (Enclosure enclosure : entry.enclosures()) {
      link(xml, "enclosure", enclosure.url(), enclosure.type(), enclosure.length());
    }
    for (Related related : entry.related()) {
      link(xml, "related", related.url(), null, null);
      xml.attribute("title", related.title());
    }
    xml.element("rights", entry.rights());
    html(xml, "summary", entry.summary());
    html(xml, "content", entry.content());
    source(xml, entry.origin());
    xml.close();
  }

  /** RFC 3339 with a four-digit year and whole seconds, in UTC. */
  static String date(Instant instant) {
    return Values.date(instant).toString();
  }

  private static void person(XmlWriter xml, String part, Person person) {
    xml.open(part);
    xml.element("name", person.name());
    xml.element("uri", person.uri() == null ? null : Iri.of(person.uri()));
    xml.element("email", Values.email(person.email()));
    xml.close();
  }

  private static void link(
      XmlWriter xml, String rel, String url, @Nullable String type, @Nullable Long length) {
    xml.empty("link").attribute("rel", rel);
    xml.attribute("type", Values.mediaType(type));
    xml.attribute("length", length == null || length < 0 ? null : Long.toString(length));
    xml.attribute("href", Iri.of(url));
  }

  /** Escaped once: the text of the element is the HTML. */
  private static void html(XmlWriter xml, String name, @Nullable String html) {
    if (html != null && Values.present(html)) {
      xml.open(name).attribute("type", "html").text(html).close();
    }
  }

  private static void source(XmlWriter xml, Origin origin) {
    xml.open("source").attribute("xml:lang", Values.language(origin.language()));
    xml.element("id", origin.id());
    xml.element("title", origin.title());
    xml.element("updated", date(origin.updated()));
    if (origin.self() != null) {
      link(xml, "self", origin.self(), null, null);
    }
    if (origin.link() != null) {
      link(xml, "alternate", origin.link(), null, null);
    }
    xml.element("rights", origin.rights());
    xml.close();
  }
}
