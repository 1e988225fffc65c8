package dev.transponder.feed;

import java.util.Locale;
import org.jdom2.Element;

/**
 * Puts an Atom document whose author forgot the namespace, or wrote an unknown one, into Atom's.
 */
final class AtomWithoutNamespace {
  private AtomWithoutNamespace() {}

  static void mend(Tree tree) {
    Element root = tree.root();
    String name = root.getName().toLowerCase(Locale.ROOT);
    boolean atom = name.equals("feed") || name.equals("entry");
    if (!atom || root.getNamespace().equals(Namespaces.ATOM)) {
      return;
    }
    root.setName(name);
    move(root, root.getNamespace().equals(Namespaces.OTHER));
  }

  private static void move(Element element, boolean others) {
    if (element.getNamespace().equals(Namespaces.NONE)
        || (others && element.getNamespace().equals(Namespaces.OTHER))) {
      element.setNamespace(Namespaces.ATOM);
    }
    for (Element child : Elements.children(element)) {
      move(child, others);
    }
  }
}
