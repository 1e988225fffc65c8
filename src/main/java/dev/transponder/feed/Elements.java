package dev.transponder.feed;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Short words for what is done with elements again and again. */
final class Elements {
  private Elements() {}

  static boolean is(Element element, Namespace namespace, String name) {
    return element.getName().equals(name) && element.getNamespace().equals(namespace);
  }

  /** A list of its own: the element may be changed while it is walked. */
  static List<Element> children(Element parent) {
    return new ArrayList<>(parent.getChildren());
  }

  /** The text without white space around it, null if there is none. */
  static @Nullable String text(@Nullable Element element) {
    if (element == null) {
      return null;
    }
    String text = element.getText().strip();
    return text.isEmpty() ? null : text;
  }

  static @Nullable String childText(Element parent, Namespace namespace, String name) {
    return text(parent.getChild(name, namespace));
  }

  /** The value without white space around it, null if there is none. */
  static @Nullable String attribute(Element element, String name) {
    String value = element.getAttributeValue(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  static Element add(Element parent, Namespace namespace, String name, String text) {
    Element child = new Element(name, namespace);
    child.setText(text);
    parent.addContent(child);
    return child;
  }

  static void move(Element child, Element to) {
    child.detach();
    to.addContent(child);
  }
}
