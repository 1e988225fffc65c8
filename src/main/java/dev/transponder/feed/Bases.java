package dev.transponder.feed;

import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What an element inherits: the base of its URLs (XML Base) and its language (xml:lang). */
final class Bases {
  private Bases() {}

  /** The base URL at an element, its own xml:base included. */
  static String base(Tree tree, Element element) {
    return tree.hasBases() ? base(element, tree.base()) : tree.base();
  }

  private static String base(@Nullable Element element, String outermost) {
    if (element == null) {
      return outermost;
    }
    String own = element.getAttributeValue("base", Namespaces.XML);
    String outer = base(element.getParentElement(), outermost);
    return own == null ? outer : Urls.resolve(outer, own);
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
