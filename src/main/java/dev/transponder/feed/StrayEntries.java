package dev.transponder.feed;

import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Collects the entries of an RSS document in its one channel, in their order: items beside the
 * channel, items in a list, items in items whose end tag is missing, items of further channels.
 */
final class StrayEntries {
  private StrayEntries() {}

  static void mend(Tree tree) {
    Element root = tree.root();
    if (Elements.is(root, Namespaces.ATOM, "feed")) {
      unnest(root, root, Namespaces.ATOM, "entry");
      return;
    }
    if (!root.getName().equals("rss")) {
      return;
    }
    Element channel = Elements.child(root, Namespaces.NONE, "channel");
    if (channel == null) {
      channel = new Element("channel");
      for (Element child : Elements.children(root)) {
        Elements.move(child, channel);
      }
      root.addContent(channel);
    }
    List<Element> others = Elements.children(root);
    others.remove(channel);
    for (Element child : others) {
      if (child.getName().equals("item")) {
        Elements.move(child, channel);
      } else if (child.getName().equals("channel")) {
        moveItems(child, channel);
      }
    }
    for (Element list : Elements.children(channel)) {
      if (list.getName().equals("items")) {
        moveItems(list, channel);
      }
    }
    unnest(channel, channel, Namespaces.NONE, "item");
  }

  private static void moveItems(Element from, Element channel) {
    for (Element item : Elements.children(from)) {
      if (item.getName().equals("item")) {
        Elements.move(item, channel);
      }
    }
    from.detach();
  }

  private static void unnest(Element parent, Element head, Namespace namespace, String name) {
    for (Element entry : Elements.children(parent)) {
      if (Elements.is(entry, namespace, name)) {
        lift(entry, head, namespace, name);
      }
    }
  }

  /** Entries inside an entry follow it. */
  private static void lift(Element entry, Element head, Namespace namespace, String name) {
    int place = head.indexOf(entry) + 1;
    Element outer = entry;
    while (outer != null) {
      Element inner = Elements.child(outer, namespace, name);
      if (inner != null) {
        inner.detach();
        head.addContent(place++, inner);
      }
      outer = inner;
    }
  }
}
