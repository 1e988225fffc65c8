package dev.transponder.render;

/** The formats in which a feed of ours is to be had, each a document beside the others. */
public enum Format {
  ATOM("atom.xml", "application/atom+xml", "application/atom+xml; charset=utf-8"),
  RSS("rss.xml", "application/rss+xml", "application/rss+xml; charset=utf-8"),
  /** JSON is UTF-8 by definition and has no such parameter (RFC 8259 section 11). */
  JSON("feed.json", "application/feed+json", "application/feed+json");

  private final String file;
  private final String mediaType;
  private final String contentType;

  Format(String file, String mediaType, String contentType) {
    this.file = file;
    this.mediaType = mediaType;
    this.contentType = contentType;
  }

  /** The last part of the URL of each such document. */
  public String file() {
    return file;
  }

  /** As links say it. */
  public String mediaType() {
    return mediaType;
  }

  /** As HTTP says it. */
  public String contentType() {
    return contentType;
  }

  /** The document; an entry that cannot be written is left out and logged. */
  public byte[] render(Output output) {
    return switch (this) {
      case ATOM -> AtomFeed.render(output);
      case RSS -> RssFeed.render(output);
      case JSON -> JsonFeed.render(output);
    };
  }
}
