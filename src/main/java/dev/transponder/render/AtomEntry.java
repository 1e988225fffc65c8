package dev.transponder.render;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Person;
import dev.transponder.render.OutputEntry.Origin;
import dev.transponder.render.OutputEntry.Related;
import dev.transponder.text.XmlChars;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one {@code atom:entry} (RFC 4287 section 4.1.2). */
final class AtomEntry {
  /** {@code atomLanguageTag} of RFC 4287. */
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private AtomEntry() {}

  static void write(XmlWriter xml, OutputEntry entry) {
    xml.open("entry").attribute("xml:lang", language(entry.language()));
    required(xml, "id", entry.id());
    xml.element("title", present(entry.title()) ? entry.title() : entry.link());
    if (entry.published() != null) {
      xml.element("published", date(entry.published()));
    }
    xml.element("updated", date(entry.updated()));
    link(xml, "alternate", entry.link(), null, null);
    authors(xml, entry);
    for (Person contributor : entry.contributors()) {
      if (present(contributor.name())) {
        person(xml, "contributor", contributor);
      }
    }
    for (String category : new LinkedHashSet<>(entry.categories())) {
      if (present(category)) {
        xml.empty("category").attribute("term", category);
      }
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
    Instant written = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    return written.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** What is left of the text when it is written, null if that has another form. */
  private static @Nullable String matching(String form, @Nullable String text) {
    String written = text == null ? "" : XmlChars.clean(text);
    return written.matches(form) ? written : null;
  }

  private static boolean present(String text) {
    return !XmlChars.clean(text).isBlank();
  }

  private static void required(XmlWriter xml, String name, String text) {
    if (!present(text)) {
      throw new IllegalArgumentException("an entry without " + name);
    }
    xml.element(name, text);
  }

  /** Every entry has an author: RFC 4287 section 4.1.2 asks for it where the feed has none. */
  private static void authors(XmlWriter xml, OutputEntry entry) {
    List<Person> named = entry.authors().stream().filter(a -> present(a.name())).toList();
    named.forEach(author -> person(xml, "author", author));
    if (named.isEmpty()) {
      person(xml, "author", new Person(entry.origin().title(), null, null));
    }
  }

  private static void person(XmlWriter xml, String part, Person person) {
    xml.open(part);
    required(xml, "name", person.name());
    xml.element("uri", person.uri() == null ? null : Iri.of(person.uri()));
    xml.element("email", matching(".+@.+", person.email()));
    xml.close();
  }

  private static void link(
      XmlWriter xml, String rel, String url, @Nullable String type, @Nullable Long length) {
    xml.empty("link").attribute("rel", rel);
    xml.attribute("type", matching("[^/\\s]+/\\S.*", type));
    xml.attribute("length", length == null || length < 0 ? null : Long.toString(length));
    xml.attribute("href", Iri.of(url));
  }

  /** Escaped once: the text of the element is the HTML. */
  private static void html(XmlWriter xml, String name, @Nullable String html) {
    if (html != null && present(html)) {
      xml.open(name).attribute("type", "html").text(html).close();
    }
  }

  private static void source(XmlWriter xml, Origin origin) {
    xml.open("source").attribute("xml:lang", language(origin.language()));
    required(xml, "id", origin.id());
    required(xml, "title", origin.title());
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

  /** {@code en_US} is seen in the wild; what is no tag at all is left out. */
  private static @Nullable String language(@Nullable String written) {
    String tag = written == null ? "" : written.strip().replace('_', '-');
    return LANGUAGE.matcher(tag).matches() ? tag : null;
  }
}
