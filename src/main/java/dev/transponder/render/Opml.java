package dev.transponder.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a list of subscriptions in OPML 2.0 (opml.org/spec2), UTF-8. Categories are outlines
 * around their feeds: that is what every reader takes for folders.
 */
public final class Opml {
  private Opml() {}

  /**
   * The document. It has no dates: the same subscriptions, the same bytes.
   *
   * @param title plain text; a blank one is left out
   */
  public static byte[] render(String title, List<Subscription> subscriptions) {
    XmlWriter opml = new XmlWriter().open("opml").attribute("version", "2.0");
    opml.line().open("head").element("title", title).close();
    opml.line().open("body");
    Map<String, List<Subscription>> byCategory = new LinkedHashMap<>();
    for (Subscription subscription : subscriptions) {
      String category = subscription.category() == null ? "" : subscription.category();
      byCategory.computeIfAbsent(category, name -> new ArrayList<>()).add(subscription);
    }
    byCategory.forEach((category, feeds) -> category(opml, category, feeds));
    opml.line().close().line().close();
    return opml.document();
  }

  private static void category(XmlWriter opml, String category, List<Subscription> feeds) {
    if (!Values.present(category)) {
      feeds.forEach(feed -> outline(opml, feed));
      return;
    }
    opml.line().open("outline").attribute("text", category).attribute("title", category);
    feeds.forEach(feed -> outline(opml, feed));
    opml.line().close();
  }

  private static void outline(XmlWriter opml, Subscription feed) {
    String name = Values.present(feed.name()) ? feed.name() : feed.feed();
    opml.line().empty("outline").attribute("type", "rss");
    opml.attribute("text", name).attribute("title", name);
    opml.attribute("xmlUrl", Iri.of(feed.feed()));
    opml.attribute("htmlUrl", feed.site() == null ? null : Iri.of(feed.site()));
  }
}
