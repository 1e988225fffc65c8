package dev.transponder.feed;

import java.util.Locale;
import org.jdom2.Element;

/** Gives a channel or an item that stands alone the elements that should be around it. */
final class LoneChannel {
  private LoneChannel() {}

  static void mend(Tree tree) {
    Element root = tree.root();
    switch (root.getName().toLowerCase(Locale.ROOT)) {
      case "rss" -> root.setName("rss").setNamespace(Namespaces.NONE);
      case "channel", "item" -> {
        Element rss = new Element("rss");
        rss.addContent(root.detach());
        tree.root(rss);
      }
      default -> {}
    }
    Element rss = tree.root();
    if (rss.getName().equals("rss")) {
      rss.setAttribute("version", "2.0");
    }
  }
}
