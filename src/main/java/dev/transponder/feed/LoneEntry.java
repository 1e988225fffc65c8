package dev.transponder.feed;

import org.jdom2.Element;

/** Puts an Atom entry document (RFC 4287 section 2) into a feed; an entry's source is its head. */
final class LoneEntry {
  private LoneEntry() {}

  static void mend(Tree tree) {
    Element entry = tree.root();
    if (!Elements.is(entry, Namespaces.ATOM, "entry")) {
      return;
    }
    Element feed = new Element("feed", Namespaces.ATOM);
    Element source = Elements.child(entry, Namespaces.ATOM, "source");
    if (source != null) {
      Elements.takeAll(source).forEach(feed::addContent);
    }
    feed.addContent(entry.detach());
    tree.root(feed);
  }
}
