package dev.transponder.feed;

import java.util.Locale;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Translates Microsoft's Channel Definition Format of 1997 to RSS; its names are in any case. */
final class CdfChannel {
  private CdfChannel() {}

  static void mend(Tree tree) {
    Element root = tree.root();
    if (!root.getName().equalsIgnoreCase("channel") || !isCdf(root)) {
      return;
    }
    tree.format("cdf");
    Element rss = new Element("rss").setAttribute("version", "2.0");
    Element channel = new Element("channel");
    rss.addContent(channel);
    translate(root, channel);
    for (Element child : Elements.children(root)) {
      String name = child.getName().toLowerCase(Locale.ROOT);
      if (name.equals("item") || name.equals("channel")) {
        Element item = new Element("item");
        channel.addContent(item);
        translate(child, item);
      }
    }
    tree.root(rss);
  }

  private static boolean isCdf(Element root) {
    return root.getName().equals("CHANNEL")
        || attribute(root, "href") != null
        || attribute(root, "base") != null
        || attribute(root, "lastmod") != null
        || child(root, "abstract") != null;
  }

  private static void translate(Element from, Element to) {
    String link = attribute(from, "href");
    Element anchor = child(from, "a");
    if (link == null && anchor != null) {
      link = attribute(anchor, "href");
    }
    add(to, "link", link);
    add(to, "title", Elements.text(child(from, "title")));
    add(to, "description", Elements.text(child(from, "abstract")));
    add(to, to.getName().equals("item") ? "pubDate" : "lastBuildDate", attribute(from, "lastmod"));
  }

  private static void add(Element to, String name, @Nullable String text) {
    if (text != null) {
      Elements.add(to, Namespaces.NONE, name, text);
    }
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Element child : Elements.children(parent)) {
      if (child.getName().equalsIgnoreCase(name)) {
        return child;
      }
    }
    return null;
  }

  private static @Nullable String attribute(Element element, String name) {
    for (Attribute attribute : element.getAttributes()) {
      if (attribute.getName().equalsIgnoreCase(name) && !attribute.getValue().isBlank()) {
        return attribute.getValue();
      }
    }
    return null;
  }
}
