package dev.transponder.render;

/**
 * Writes a feed document in RSS 2.0 (rssboard.org/rss-specification), UTF-8, with the modules that
 * every reader knows: content, Dublin Core, Atom.
 */
final class RssFeed {
  private RssFeed() {}

  static byte[] render(Output output) {
    XmlWriter rss = new XmlWriter().open("rss").attribute("version", "2.0");
    rss.attribute("xmlns:atom", "http://www.w3.org/2005/Atom");
    rss.attribute("xmlns:content", "http://purl.org/rss/1.0/modules/content/");
    rss.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    rss.line().open("channel");
    rss.line().element("title", output.heading());
    rss.line().element("link", output.baseUrl());
    // The one element that may not be missing, whatever it has to say.
    boolean described = Values.present(output.subtitle());
    rss.line().element("description", described ? output.subtitle() : output.heading());
    rss.line().empty("atom:link").attribute("rel", "self");
    rss.attribute("type", Format.RSS.mediaType()).attribute("href", output.url(Format.RSS));
    rss.line().element("lastBuildDate", RssEntry.date(output.updated()));
    rss.line().element("generator", "Transponder");
    Each.in(rss, output, RssEntry::write);
    rss.line().close().line().close();
    return rss.document();
  }
}
