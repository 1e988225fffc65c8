package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.text.Dates;
import java.time.Instant;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a feed document in Atom 1.0 (RFC 4287), UTF-8. */
public final class AtomFeed {
  private static final Logger LOG = LoggerFactory.getLogger(AtomFeed.class);

  private AtomFeed() {}

  /**
   * When the document last changed: its newest entry's updated, never the time of rendering; the
   * earliest date of all if it has none, so that its bytes never change.
   */
  public static Instant updated(Output output) {
    return output.entries().stream()
        .map(OutputEntry::updated)
        .max(Comparator.naturalOrder())
        .orElse(Dates.EARLIEST);
  }

  /**
   * The Atom id of a feed of ours: from the URL under which it is published, so that it survives
   * every change of title, subtitle or content.
   */
  static String id(Output output) {
    return NamedUuid.ofUrl(output.self());
  }

  /** The document; an entry that cannot be written is left out and logged. */
  public static byte[] render(Output output) {
    XmlWriter feed = new XmlWriter().open("feed");
    feed.attribute("xmlns", "http://www.w3.org/2005/Atom");
    line(feed).element("id", id(output));
    line(feed).open("title").text(title(output)).close();
    if (!output.subtitle().isBlank()) {
      line(feed).element("subtitle", output.subtitle());
    }
    line(feed).element("updated", AtomEntry.date(updated(output)));
    line(feed).empty("link").attribute("rel", "self");
    feed.attribute("type", "application/atom+xml").attribute("href", output.self());
    line(feed).empty("link").attribute("rel", "alternate");
    feed.attribute("type", "text/html").attribute("href", output.baseUrl());
    line(feed).element("generator", "Transponder");
    for (OutputEntry entry : output.entries()) {
      append(feed, entry);
    }
    line(feed).close();
    return ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed + "\n").getBytes(UTF_8);
  }

  /** Writes the entry apart, so that nothing of a bad one gets into the document. */
  private static void append(XmlWriter feed, OutputEntry entry) {
    XmlWriter one = new XmlWriter();
    try {
      AtomEntry.write(one, entry);
    } catch (RuntimeException e) {
      LOG.warn("entry {} is left out of the feed: it cannot be written", entry.id(), e);
      return;
    }
    line(feed).append(one);
  }

  private static String title(Output output) {
    return output.title().isBlank() ? output.baseUrl() : output.title();
  }

  private static XmlWriter line(XmlWriter xml) {
    return xml.text("\n");
  }
}
