package dev.transponder.render;

/** Writes a feed document in Atom 1.0 (RFC 4287), UTF-8. */
final class AtomFeed {
  private AtomFeed() {}

  /**
   * The Atom id of a feed of ours: from the URL under which it is published, so that it survives
   * every change of title, subtitle or content.
   */
  static String id(Output output) {
    return NamedUuid.ofUrl(output.url(Format.ATOM));
  }

  static byte[] render(Output output) {
    XmlWriter feed = new XmlWriter().open("feed");
    feed.attribute("xmlns", "http://www.w3.org/2005/Atom");
    feed.line().element("id", id(output));
    feed.line().element("title", output.heading());
    if (!output.subtitle().isBlank()) {
      feed.line().element("subtitle", output.subtitle());
    }
    feed.line().element("updated", AtomEntry.date(output.updated()));
    feed.line().empty("link").attribute("rel", "self");
    feed.attribute("type", Format.ATOM.mediaType()).attribute("href", output.url(Format.ATOM));
    feed.line().empty("link").attribute("rel", "alternate");
    feed.attribute("type", "text/html").attribute("href", output.baseUrl());
    feed.line().element("generator", "Transponder");
    Each.in(feed, output, AtomEntry::write);
    feed.line().close();
    return feed.document();
  }
}
