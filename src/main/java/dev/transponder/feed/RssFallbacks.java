package dev.transponder.feed;

import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Says in the elements of RSS what an RSS document says only in those of Dublin Core, Atom, Media
 * RSS or iTunes. What RSS itself says comes first.
 */
final class RssFallbacks {
  private static final List<Fallback> OF_BOTH =
      List.of(
          Fallback.of(
              Namespaces.NONE,
              "title",
              Fallback.name(Namespaces.DC, "title"),
              Fallback.name(Namespaces.DCTERMS, "title"),
              Fallback.name(Namespaces.ATOM, "title"),
              Fallback.name(Namespaces.MEDIA, "title"),
              Fallback.name(Namespaces.ITUNES, "title")),
          Fallback.of(
              Namespaces.NONE,
              "copyright",
              Fallback.name(Namespaces.DC, "rights"),
              Fallback.name(Namespaces.DCTERMS, "rights"),
              Fallback.name(Namespaces.ATOM, "rights"),
              Fallback.name(Namespaces.MEDIA, "copyright")));

  private static final List<Fallback> OF_HEAD =
      List.of(
          Fallback.of(
              Namespaces.NONE,
              "description",
              Fallback.name(Namespaces.NONE, "tagline"),
              Fallback.name(Namespaces.NONE, "subtitle"),
              Fallback.name(Namespaces.ATOM, "subtitle"),
              Fallback.name(Namespaces.DC, "description"),
              Fallback.name(Namespaces.ITUNES, "summary"),
              Fallback.name(Namespaces.ITUNES, "subtitle"),
              Fallback.name(Namespaces.GOOGLEPLAY, "description")),
          Fallback.of(
              Namespaces.NONE,
              "language",
              Fallback.name(Namespaces.DC, "language"),
              Fallback.name(Namespaces.DCTERMS, "language")));

  private static final List<Fallback> OF_ITEM =
      List.of(
          Fallback.of(
              Namespaces.CONTENT,
              "encoded",
              Fallback.name(Namespaces.ATOM, "content"),
              Fallback.name(Namespaces.NONE, "content"),
              Fallback.name(Namespaces.NONE, "encoded"),
              Fallback.name(Namespaces.NONE, "fullitem"),
              Fallback.name(Namespaces.FULLITEM, "fullitem"),
              Fallback.name(Namespaces.XHTML, "body"),
              Fallback.name(Namespaces.XHTML, "div"),
              Fallback.name(Namespaces.NONE, "body"),
              Fallback.name(Namespaces.NONE, "div")),
          Fallback.of(
              Namespaces.NONE,
              "description",
              Fallback.name(Namespaces.NONE, "summary"),
              Fallback.name(Namespaces.ATOM, "summary"),
              Fallback.name(Namespaces.DC, "description"),
              Fallback.name(Namespaces.DCTERMS, "abstract"),
              Fallback.name(Namespaces.ITUNES, "summary"),
              Fallback.name(Namespaces.ITUNES, "subtitle"),
              Fallback.name(Namespaces.MEDIA, "description"),
              Fallback.name(Namespaces.MEDIA, "text"),
              Fallback.name(Namespaces.GOOGLEPLAY, "description")),
          Fallback.of(
              Namespaces.NONE,
              "guid",
              Fallback.name(Namespaces.NONE, "id"),
              Fallback.name(Namespaces.ATOM, "id"),
              Fallback.name(Namespaces.DC, "identifier"),
              Fallback.name(Namespaces.DCTERMS, "identifier")));

  private RssFallbacks() {}

  static void mend(Tree tree) {
    if (!tree.isRss()) {
      return;
    }
    Element channel = tree.head();
    OF_BOTH.forEach(fallback -> fallback.apply(channel));
    OF_HEAD.forEach(fallback -> fallback.apply(channel));
    link(channel);
    for (Element item : tree.entries()) {
      OF_BOTH.forEach(fallback -> fallback.apply(item));
      secondBody(item);
      OF_ITEM.forEach(fallback -> fallback.apply(item));
      link(item);
      enclosures(item);
    }
  }

  /** Beside a description, a summary makes the description the content (seen in both orders). */
  private static void secondBody(Element item) {
    String description = Elements.childText(item, Namespaces.NONE, "description");
    String summary = Elements.childText(item, Namespaces.NONE, "summary");
    if (description != null
        && summary != null
        && Elements.child(item, Namespaces.CONTENT, "encoded") == null) {
      Elements.add(item, Namespaces.CONTENT, "encoded", description);
      item.removeChild("description");
    }
  }

  private static void link(Element parent) {
    Element link = Elements.child(parent, Namespaces.NONE, "link");
    if (Elements.text(link) != null) {
      return;
    }
    String href = link == null ? null : Elements.attribute(link, "href");
    href = href == null ? alternate(parent) : href;
    if (href != null) {
      parent.removeChild("link");
      Elements.add(parent, Namespaces.NONE, "link", href);
    }
  }

  private static @Nullable String alternate(Element parent) {
    for (Element link : parent.getChildren("link", Namespaces.ATOM)) {
      String rel = link.getAttributeValue("rel", "alternate");
      if (rel.equalsIgnoreCase("alternate")) {
        return Elements.attribute(link, "href");
      }
    }
    return null;
  }

  private static void enclosures(Element item) {
    for (Element link : Elements.children(item)) {
      boolean enclosure =
          link.getName().equals("link")
              && "enclosure".equalsIgnoreCase(link.getAttributeValue("rel"));
      String href = Elements.attribute(link, "href");
      if (enclosure && href != null) {
        Element added = Elements.add(item, Namespaces.NONE, "enclosure", "");
        added.setAttribute("url", href);
        copy(link, added, "type");
        copy(link, added, "length");
      }
    }
  }

  private static void copy(Element from, Element to, String attribute) {
    String value = Elements.attribute(from, attribute);
    if (value != null) {
      to.setAttribute(attribute, value);
    }
  }
}
