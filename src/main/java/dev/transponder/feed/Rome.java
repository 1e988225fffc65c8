package dev.transponder.feed;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.Atom10Parser;
import com.rometools.rome.io.impl.RSS20Parser;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The mended tree through ROME's parsers of RSS 2.0 and Atom 1.0, the head and each entry by
 * itself, so that an entry that ROME cannot bear costs nobody else anything.
 *
 * <p>What ROME has no good place for was read before and is taken out. Its modules stay out as
 * well: they throw at odd values, and each would look through every entry. Thread safe: so are the
 * parsers.
 */
final class Rome {
  private static final Set<String> ITEM =
      Set.of("title", "link", "guid", "description", "encoded", "category", "enclosure");
  private static final Set<String> CHANNEL =
      Set.of("title", "link", "description", "language", "copyright");
  private static final Set<String> ENTRY =
      Set.of("title", "link", "id", "summary", "content", "category");
  private static final Set<String> FEED = Set.of("title", "id", "subtitle", "rights");

  private static final Rss RSS = new Rss();
  private static final Atom ATOM = new Atom();

  private Rome() {}

  /** The channel of a mended tree, without items; ends the use of the tree. */
  static Channel channel(Tree tree) throws FeedException {
    keep(tree.head(), CHANNEL, Namespaces.NONE);
    Element root = tree.root();
    root.detach();
    return (Channel) RSS.parse(new Document(root), false, Locale.ROOT);
  }

  /** The feed of a mended tree, without entries and links; ends the use of the tree. */
  static Feed feed(Tree tree) throws FeedException {
    Element root = tree.root();
    keep(root, FEED, Namespaces.ATOM);
    root.detach();
    return (Feed) ATOM.parse(new Document(root), false, Locale.ROOT);
  }

  /** One item of a mended tree. */
  static Item item(Tree tree, Element item) {
    keep(item, ITEM, Namespaces.NONE);
    return RSS.parseItem(tree.root(), item, Locale.ROOT);
  }

  /** One entry of a mended tree. */
  static Entry entry(Element entry) {
    keep(entry, ENTRY, Namespaces.ATOM);
    return ATOM.entry(entry);
  }

  private static void keep(Element parent, Set<String> names, Namespace namespace) {
    for (int i = parent.getContentSize() - 1; i >= 0; i--) {
      boolean kept =
          parent.getContent(i) instanceof Element element
              && names.contains(element.getName())
              && (element.getNamespace().equals(namespace)
                  || element.getNamespace().equals(Namespaces.CONTENT));
      if (!kept) {
        parent.removeContent(i);
      }
    }
  }

  private static final class Rss extends RSS20Parser {
    @Override
    protected List<Module> parseItemModules(Element element, Locale locale) {
      return List.of();
    }

    @Override
    protected List<Module> parseFeedModules(Element element, Locale locale) {
      return List.of();
    }
  }

  private static final class Atom extends Atom10Parser {
    Entry entry(Element entry) {
      return parseEntry(new Feed(getType()), entry, "", Locale.ROOT);
    }

    @Override
    protected List<Module> parseItemModules(Element element, Locale locale) {
      return List.of();
    }

    @Override
    protected List<Module> parseFeedModules(Element element, Locale locale) {
      return List.of();
    }
  }
}
