package dev.transponder.feed;

import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Translates the names of Atom 0.3 to those of Atom 1.0, and its modes to types. */
final class OldAtomNames {
  private static final Map<String, String> NEW_NAMES =
      Map.of(
          "modified", "updated",
          "issued", "published",
          "created", "published",
          "tagline", "subtitle",
          "copyright", "rights",
          "url", "uri",
          "homepage", "uri");

  private OldAtomNames() {}

  static void mend(Tree tree) {
    if (Elements.is(tree.root(), Namespaces.ATOM, "feed")) {
      walk(tree.root(), 0);
    }
  }

  /** Down to the parts of a person: feed, entry, source, author, name. */
  private static void walk(Element parent, int depth) {
    for (Element child : Elements.children(parent)) {
      if (child.getNamespace().equals(Namespaces.ATOM)) {
        rename(parent, child);
        type(child);
        if (depth < 3 && child.getTextTrim().isEmpty()) {
          walk(child, depth + 1);
        }
      }
    }
  }

  private static void rename(Element parent, Element child) {
    String name = NEW_NAMES.get(child.getName());
    if (name != null && parent.getChild(name, Namespaces.ATOM) == null) {
      child.setName(name);
    }
  }

  private static void type(Element element) {
    String mode = Elements.attribute(element, "mode");
    if (mode == null) {
      return;
    }
    String type = Elements.attribute(element, "type");
    element.removeAttribute("mode");
    switch (mode.toLowerCase(Locale.ROOT)) {
      case "escaped" -> element.setAttribute("type", escaped(type));
      case "xml" -> element.setAttribute("type", !Elements.hasChildren(element) ? "text" : "xhtml");
      case "base64" -> element.setAttribute("encoding", "base64");
      default -> {}
    }
  }

  private static String escaped(@Nullable String type) {
    return type == null || type.equals("text/plain") ? "text" : "html";
  }
}
