package dev.transponder.feed;

import java.util.List;
import org.jdom2.Element;

/**
 * Says in the elements of Atom what an Atom document says only in those of Dublin Core, RSS or
 * Media RSS. What Atom itself says comes first.
 */
final class AtomFallbacks {
  private static final List<Fallback> OF_BOTH =
      List.of(
          Fallback.of(
              Namespaces.ATOM,
              "title",
              Fallback.name(Namespaces.DC, "title"),
              Fallback.name(Namespaces.DCTERMS, "title"),
              Fallback.name(Namespaces.MEDIA, "title"),
              Fallback.name(Namespaces.NONE, "title")),
          Fallback.of(
              Namespaces.ATOM,
              "rights",
              Fallback.name(Namespaces.DC, "rights"),
              Fallback.name(Namespaces.DCTERMS, "rights"),
              Fallback.name(Namespaces.MEDIA, "copyright")),
          Fallback.of(
              Namespaces.ATOM,
              "id",
              Fallback.name(Namespaces.NONE, "guid"),
              Fallback.name(Namespaces.DC, "identifier")));

  private static final List<Fallback> OF_HEAD =
      List.of(
          Fallback.of(
              Namespaces.ATOM,
              "subtitle",
              Fallback.name(Namespaces.ATOM, "info"),
              Fallback.name(Namespaces.ATOM, "description"),
              Fallback.name(Namespaces.DC, "description"),
              Fallback.name(Namespaces.ITUNES, "summary"),
              Fallback.name(Namespaces.ITUNES, "subtitle")));

  private static final List<Fallback> OF_ENTRY =
      List.of(
          Fallback.of(
              Namespaces.ATOM,
              "content",
              Fallback.name(Namespaces.CONTENT, "encoded"),
              Fallback.name(Namespaces.ATOM, "body"),
              Fallback.name(Namespaces.XHTML, "body"),
              Fallback.name(Namespaces.XHTML, "div")),
          Fallback.of(
              Namespaces.ATOM,
              "summary",
              Fallback.name(Namespaces.ATOM, "description"),
              Fallback.name(Namespaces.NONE, "description"),
              Fallback.name(Namespaces.DC, "description"),
              Fallback.name(Namespaces.DCTERMS, "abstract"),
              Fallback.name(Namespaces.ITUNES, "summary"),
              Fallback.name(Namespaces.MEDIA, "description"),
              Fallback.name(Namespaces.MEDIA, "text")));

  private AtomFallbacks() {}

  static void mend(Tree tree) {
    if (tree.isRss()) {
      return;
    }
    Element feed = tree.head();
    OF_BOTH.forEach(fallback -> fallback.apply(feed));
    OF_HEAD.forEach(fallback -> fallback.apply(feed));
    links(feed);
    for (Element entry : tree.entries()) {
      OF_BOTH.forEach(fallback -> fallback.apply(entry));
      OF_ENTRY.forEach(fallback -> fallback.apply(entry));
      links(entry);
    }
  }

  /** A link whose URL stands between its tags, as in RSS. */
  private static void links(Element parent) {
    for (Element link : parent.getChildren("link", Namespaces.ATOM)) {
      String text = Elements.text(link);
      if (text != null && Elements.attribute(link, "href") == null) {
        link.setAttribute("href", text);
      }
    }
  }
}
