package dev.transponder.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The Atom links of a feed's head; ROME fails for all of a feed at one that it cannot resolve. */
record AtomLinks(List<Element> links) {
  static AtomLinks of(Element head) {
    List<Element> links = new ArrayList<>();
    for (Element child : Elements.children(head)) {
      if (Elements.is(child, Namespaces.ATOM, "link")) {
        links.add(child);
      }
    }
    return new AtomLinks(links);
  }

  /** The first web URL of a relation, one to a page before others; null if there is none. */
  @Nullable String first(String rel) {
    String first = null;
    for (Element link : links) {
      String href = href(link, rel);
      if (href != null) {
        String type = Elements.attribute(link, "type");
        if (type == null || type.contains("html")) {
          return href;
        }
        first = first == null ? href : first;
      }
    }
    return first;
  }

  /** All web URLs of a relation. */
  List<String> all(String rel) {
    List<String> all = new ArrayList<>();
    for (Element link : links) {
      String href = href(link, rel);
      if (href != null && !all.contains(href) && all.size() < Limits.LIST) {
        all.add(href);
      }
    }
    return all;
  }

  private static @Nullable String href(Element link, String rel) {
    String own = Elements.attribute(link, "rel");
    String href = Limits.url(Elements.attribute(link, "href"));
    boolean same = rel.equals(own == null ? "alternate" : own.toLowerCase(Locale.ROOT));
    return same && href != null && Urls.isWeb(href) ? href : null;
  }
}
