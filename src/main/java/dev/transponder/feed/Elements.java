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

  /** The elements inside; a list of its own, so the parent may be changed while it is walked. */
  static List<Element> children(Element parent) {
    int size = parent.getContentSize();
    List<Element> children = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      if (parent.getContent(i) instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /**
   * The first child of that name, null if there is none; JDOM's own search takes ten times as long.
   */
  static @Nullable Element child(Element parent, Namespace namespace, String name) {
    int size = parent.getContentSize();
    for (int i = 0; i < size; i++) {
      if (parent.getContent(i) instanceof Element child && is(child, namespace, name)) {
        return child;
      }
    }
    return null;
  }

  /** Whether there is an element inside. */
  static boolean hasChildren(Element parent) {
    int size = parent.getContentSize();
    for (int i = 0; i < size; i++) {
      if (parent.getContent(i) instanceof Element) {
        return true;
      }
    }
    return false;
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
    return text(child(parent, namespace, name));
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

  /**
   * Empties the parent and gives the elements that were in it. Moving many elements one by one out
   * of a JDOM parent costs the square of their number.
   */
  static List<Element> takeAll(Element parent) {
    List<Element> taken = children(parent);
    parent.removeContent();
    return taken;
  }
}
