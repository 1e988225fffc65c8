package dev.transponder.feed;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * A feed document on its way from tags to values; the repairs change it in place. Not thread safe.
 */
final class Tree {
  private Element root;
  private final String url;
  private final String base;
  private final boolean hasLanguages;
  private final boolean damaged;
  private @Nullable String format;
  private int resolved;

  Tree(Element root, String url, String base, boolean hasLanguages, boolean damaged) {
    this.root = root;
    this.url = url;
    this.base = base;
    this.hasLanguages = hasLanguages;
    this.damaged = damaged;
  }

  Element root() {
    return root;
  }

  void root(Element newRoot) {
    root = newRoot;
  }

  /** Whether the repairs have made it RSS; otherwise it is Atom. */
  boolean isRss() {
    return root.getName().equals("rss");
  }

  /** What says what is true of all entries: the channel or the feed itself. */
  Element head() {
    Element channel = isRss() ? Elements.child(root, Namespaces.NONE, "channel") : null;
    return channel == null ? root : channel;
  }

  /** The elements of the entries in the order of the document; a list of its own. */
  List<Element> entries() {
    return new ArrayList<>(
        isRss() ? head().getChildren("item") : root.getChildren("entry", Namespaces.ATOM));
  }

  /** The URL of the document. */
  String url() {
    return url;
  }

  /** The URL against which URLs outside any xml:base are resolved. */
  String base() {
    return base;
  }

  /**
   * The absolute form of a reference. A document of a million references under a base of thousands
   * of characters would become gigabytes: beyond {@link Limits#BASES} they stay as written.
   */
  String resolve(String outer, String reference) {
    if (resolved > Limits.BASES) {
      return reference;
    }
    resolved += outer.length();
    return Urls.resolve(outer, reference);
  }

  /** Whether an xml:lang stands anywhere, so that it pays to look for it. */
  boolean hasLanguages() {
    return hasLanguages;
  }

  /** Whether the document was not well-formed. */
  boolean damaged() {
    return damaged;
  }

  /** What the document was before the repairs, for people; null if it is no feed. */
  @Nullable String format() {
    return format;
  }

  void format(@Nullable String newFormat) {
    format = newFormat;
  }
}
