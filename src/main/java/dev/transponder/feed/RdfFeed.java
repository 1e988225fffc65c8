package dev.transponder.feed;

import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Translates RSS 0.90, 1.0 and 1.1 to RSS 2.0: items move into the channel, what rdf:about says of
 * an item becomes its guid.
 */
final class RdfFeed {
  private RdfFeed() {}

  static void mend(Tree tree) {
    Element root = tree.root();
    boolean rss11 = Elements.is(root, Namespaces.NONE, "Channel");
    if (!rss11 && !root.getName().equalsIgnoreCase("RDF")) {
      return;
    }
    Element rss = new Element("rss").setAttribute("version", "2.0");
    Element channel = rss11 ? root : Elements.child(root, Namespaces.NONE, "channel");
    copyScope(root, rss);
    if (channel == null) {
      channel = new Element("channel");
    }
    channel.detach();
    channel.setName("channel");
    rss.addContent(channel);
    for (Element child : rss11 ? List.<Element>of() : Elements.takeAll(root)) {
      switch (child.getName()) {
        case "item" -> channel.addContent(child);
        case "items" -> moveItems(child, channel);
        case "image" -> image(channel, child);
        default -> {}
      }
    }
    Element list = Elements.child(channel, Namespaces.NONE, "items");
    if (list != null) {
      list.detach();
      moveItems(list, channel);
    }
    for (Element item : channel.getChildren("item")) {
      guid(item);
    }
    tree.root(rss);
  }

  private static void copyScope(Element from, Element to) {
    from.getAttributes().stream()
        .filter(attribute -> attribute.getNamespace().equals(Namespaces.XML))
        .forEach(attribute -> to.setAttribute(attribute.clone()));
  }

  private static void moveItems(Element list, Element channel) {
    for (Element item : Elements.takeAll(list)) {
      if (item.getName().equals("item")) {
        channel.addContent(item);
      }
    }
  }

  /** The channel only refers to its image; the image itself is a sibling. */
  private static void image(Element channel, Element image) {
    channel.removeChild("image");
    channel.addContent(image);
  }

  private static void guid(Element item) {
    String about = about(item);
    if (about != null && Elements.child(item, Namespaces.NONE, "guid") == null) {
      Elements.add(item, Namespaces.NONE, "guid", about).setAttribute("isPermaLink", "false");
    }
  }

  private static @Nullable String about(Element item) {
    String about = item.getAttributeValue("about", Namespaces.RDF);
    about = about == null ? item.getAttributeValue("about") : about;
    return about == null || about.isBlank() ? null : about.strip();
  }
}
