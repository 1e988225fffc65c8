package dev.transponder.feed;

import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * A standard element that may be missing while another says the same.
 *
 * @param others in the order of preference; the standard element's own name need not be among them
 */
record Fallback(Namespace namespace, String name, List<Name> others) {
  record Name(Namespace namespace, String local) {}

  static Fallback of(Namespace namespace, String name, Name... others) {
    return new Fallback(namespace, name, List.of(others));
  }

  static Name name(Namespace namespace, String local) {
    return new Name(namespace, local);
  }

  /** Adds the standard element if it is missing or empty and one of the others is not. */
  void apply(Element parent) {
    Element standard = Elements.child(parent, namespace, name);
    if (Elements.text(standard) != null) {
      return;
    }
    String text = first(parent);
    if (text != null) {
      if (standard != null) {
        standard.detach();
      }
      Element added = Elements.add(parent, namespace, name, text);
      if (namespace.equals(Namespaces.ATOM)) {
        added.setAttribute("type", "html");
      }
    }
  }

  private @Nullable String first(Element parent) {
    for (Name other : others) {
      String text = Elements.childText(parent, other.namespace(), other.local());
      if (text != null) {
        return text;
      }
    }
    Element group = Elements.child(parent, Namespaces.MEDIA, "group");
    return group == null ? null : first(group);
  }
}
