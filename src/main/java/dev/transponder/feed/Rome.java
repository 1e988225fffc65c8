package dev.transponder.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The mended tree through ROME. What ROME has no good place for was read before and is taken out:
 * its modules throw at odd values, and each would look through every entry.
 */
final class Rome {
  private static final Set<String> ITEM =
      Set.of("title", "link", "guid", "description", "encoded", "category", "enclosure");
  private static final Set<String> CHANNEL =
      Set.of("title", "link", "description", "language", "copyright", "item");
  private static final Set<String> ATOM =
      Set.of(
          "title", "link", "id", "summary", "subtitle", "content", "category", "rights", "entry");

  private Rome() {}

  /** ROME's reading; its entries are those of {@link Tree#entries}, one for one. */
  static WireFeed read(Tree tree) throws FeedException {
    Namespace namespace = tree.isRss() ? Namespaces.NONE : Namespaces.ATOM;
    Element head = tree.head();
    keep(head, tree.isRss() ? CHANNEL : ATOM, namespace);
    for (Element entry : tree.entries()) {
      keep(entry, tree.isRss() ? ITEM : ATOM, namespace);
    }
    Element root = tree.root();
    root.detach();
    return new WireFeedInput(false, Locale.ROOT).build(new Document(root));
  }

  private static void keep(Element parent, Set<String> names, Namespace namespace) {
    parent
        .getContent()
        .removeIf(
            content ->
                !(content instanceof Element element)
                    || !names.contains(element.getName())
                    || (!element.getNamespace().equals(namespace)
                        && !element.getNamespace().equals(Namespaces.CONTENT)));
  }
}
