package dev.transponder.feed;

import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;

/**
 * Makes the URLs of elements absolute, against xml:base, else the document: links, enclosures,
 * images, media, people's pages. URLs inside HTML are the work of {@link TextConstructs}.
 */
final class RelativeUrls {
  private static final Set<String> ATTRIBUTES = Set.of("href", "src", "url");

  /** Elements whose text is a URL; a guid is one only where it says so. */
  private static final Set<String> TEXTS =
      Set.of("link", "uri", "url", "icon", "logo", "comments", "docs", "new-feed-url");

  /** Elements of which only the inside may hold URLs, as HTML. */
  private static final Set<String> BODIES =
      Set.of("description", "summary", "encoded", "body", "div", "title", "subtitle", "rights");

  private RelativeUrls() {}

  static void mend(Tree tree) {
    walk(tree, tree.root(), Bases.outermost(tree), 0);
  }

  private static void walk(Tree tree, Element parent, String outer, int depth) {
    for (Element element : Elements.children(parent)) {
      String base = Bases.base(element, outer);
      if (element.hasAttributes()) {
        attributes(tree, element, base);
      }
      String name = element.getName();
      if (TEXTS.contains(name) && !Elements.hasChildren(element)) {
        text(tree, element, base);
      }
      if (depth < 4 && !BODIES.contains(name)) {
        walk(tree, element, base, depth + 1);
      }
    }
  }

  private static void attributes(Tree tree, Element element, String base) {
    for (Attribute attribute : element.getAttributes()) {
      String value = attribute.getValue();
      if (ATTRIBUTES.contains(attribute.getName()) && !value.isBlank()) {
        String url = tree.resolve(base, value);
        if (!url.equals(value)) {
          attribute.setValue(url);
        }
      }
    }
  }

  private static void text(Tree tree, Element element, String base) {
    String value = element.getText();
    if (!value.isBlank()) {
      String url = tree.resolve(base, value);
      if (!url.equals(value)) {
        element.setText(url);
      }
    }
  }
}
