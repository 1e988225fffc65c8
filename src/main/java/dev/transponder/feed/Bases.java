package dev.transponder.feed;

import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What an element inherits: the base of its URLs (XML Base) and its language (xml:lang). */
final class Bases {
  private Bases() {}

  /** The base URL at the root, its own xml:base included. */
  static String outermost(Tree tree) {
    return base(tree.root(), tree.base());
  }

  /**
   * The base URL at an element, its own xml:base included; one that is too long to be a URL is
   * ignored.
   *
   * @param outer the base at its parent
   */
  static String base(Element element, String outer) {
    String own = element.hasAttributes() ? element.getAttributeValue("base", Namespaces.XML) : null;
    if (own == null || Limits.url(own) == null) {
      return outer;
    }
    String base = Limits.url(Urls.resolve(outer, own));
    return base == null ? outer : base;
  }

  /** The language at an element, null if none is said or it is said to be none. */
  static @Nullable String language(Tree tree, Element element) {
    if (!tree.hasLanguages()) {
      return null;
    }
    for (Element at = element; at != null; at = at.getParentElement()) {
      String language = at.getAttributeValue("lang", Namespaces.XML);
      if (language != null) {
        return language.isBlank() ? null : language.strip();
      }
    }
    return null;
  }
}
