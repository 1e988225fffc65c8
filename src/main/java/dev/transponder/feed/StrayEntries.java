package dev.transponder.feed;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * Collects the entries of a document in its one head, in their order: items beside the channel,
 * items in a list, items of further channels, entries in entries whose end tag is missing. Entries
 * beyond the limit are left out.
 */
final class StrayEntries {
  private StrayEntries() {}

  static void mend(Tree tree) {
    Element root = tree.root();
    if (Elements.is(root, Namespaces.ATOM, "feed")) {
      collect(root, Elements.takeAll(root), Namespaces.ATOM, "entry");
    } else if (root.getName().equals("rss")) {
      Element channel = Elements.child(root, Namespaces.NONE, "channel");
      List<Element> beside = Elements.takeAll(root);
      if (channel == null) {
        channel = new Element("channel");
      }
      beside.remove(channel);
      root.addContent(channel);
      List<Element> all = Elements.takeAll(channel);
      all.addAll(beside);
      collect(channel, all, Namespaces.NONE, "item");
    }
  }

  private static void collect(
      Element head, List<Element> children, Namespace namespace, String name) {
    List<Element> entries = new ArrayList<>();
    for (Element child : children) {
      if (Elements.is(child, namespace, name)) {
        add(entries, child);
      } else if (child.getName().equals("items") || child.getName().equals("channel")) {
        for (Element inner : Elements.takeAll(child)) {
          if (Elements.is(inner, namespace, name)) {
            add(entries, inner);
          }
        }
      } else {
        head.addContent(child);
      }
    }
    entries.forEach(head::addContent);
  }

  /** The entry and those inside it, which follow it. */
  private static void add(List<Element> entries, Element entry) {
    Element next = entry;
    while (next != null && entries.size() < Limits.ENTRIES) {
      entries.add(next);
      next = Elements.child(next, next.getNamespace(), next.getName());
      if (next != null) {
        next.detach();
      }
    }
  }
}
