package dev.transponder.render;

import static java.util.Objects.requireNonNullElse;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Person;
import dev.transponder.render.OutputEntry.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one {@code item} of RSS 2.0. */
final class RssEntry {
  /** RFC 822 with the year of RFC 1123, which RSS asks for. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private RssEntry() {}

  static void write(XmlWriter xml, OutputEntry entry) {
    xml.open("item");
    xml.element("title", Values.title(entry));
    xml.element("link", Iri.of(entry.link()));
    // The id is the Atom id, also where it looks like a URL: nobody is to go there.
    xml.open("guid").attribute("isPermaLink", "false").text(entry.id()).close();
    if (entry.published() != null) {
      xml.element("pubDate", date(entry.published()));
    }
    xml.element("atom:updated", AtomEntry.date(entry.updated()));
    // Not "author": that has to be an e-mail address.
    for (Person author : Values.authors(entry)) {
      xml.element("dc:creator", author.name());
    }
    for (Person contributor : Values.named(entry.contributors())) {
      xml.element("dc:contributor", contributor.name());
    }
    for (String category : Values.categories(entry)) {
      xml.element("category", category);
    }
    enclosures(xml, entry.enclosures());
    xml.element("dc:language", Values.language(entry.language()));
    xml.element("dc:rights", entry.rights());
    xml.element("description", entry.summary());
    xml.element("content:encoded", entry.content());
    source(xml, entry.origin());
    xml.close();
  }

  static String date(Instant instant) {
    return DATE.format(Values.date(instant));
  }

  /** An item has one enclosure (RSS Advisory Board); what more there is are links of Atom. */
  private static void enclosures(XmlWriter xml, List<Enclosure> enclosures) {
    for (int i = 0; i < enclosures.size(); i++) {
      Enclosure enclosure = enclosures.get(i);
      String type = Values.mediaType(enclosure.type());
      long length = Math.max(0, requireNonNullElse(enclosure.length(), 0L));
      if (i == 0) {
        // All three attributes are required; a length that is not known is 0.
        xml.empty("enclosure").attribute("url", Iri.of(enclosure.url()));
        xml.attribute("length", Long.toString(length));
        xml.attribute("type", type == null ? "application/octet-stream" : type);
      } else {
        xml.empty("atom:link").attribute("rel", "enclosure").attribute("type", type);
        xml.attribute("length", length == 0 ? null : Long.toString(length));
        xml.attribute("href", Iri.of(enclosure.url()));
      }
    }
  }

  /** The feed that it came from; of a page, which has none, the page. */
  private static void source(XmlWriter xml, Origin origin) {
    @Nullable String url = origin.self() == null ? origin.link() : origin.self();
    if (url != null) {
      xml.open("source").attribute("url", Iri.of(url)).text(origin.title()).close();
    }
  }
}
