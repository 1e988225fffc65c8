package dev.transponder.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that mean something to us, each under all the URIs that the wild writes for it.
 *
 * <p>All RSS vocabularies are one, {@link #NONE}, and all Atom vocabularies are one, {@link #ATOM}:
 * what differs between them is a matter of names, see {@link Repairs}. A namespace that we do not
 * know is {@link #OTHER}: JDOM keeps every namespace for ever, so a document must not make new
 * ones.
 */
final class Namespaces {
  static final Namespace NONE = Namespace.NO_NAMESPACE;
  static final Namespace XML = Namespace.XML_NAMESPACE;
  static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
  static final Namespace XHTML = Namespace.getNamespace("http://www.w3.org/1999/xhtml");
  static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  static final Namespace DCTERMS = Namespace.getNamespace("dcterms", "http://purl.org/dc/terms/");
  static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
  static final Namespace ITUNES =
      Namespace.getNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
  static final Namespace RDF =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  static final Namespace SY =
      Namespace.getNamespace("sy", "http://purl.org/rss/1.0/modules/syndication/");
  static final Namespace THR =
      Namespace.getNamespace("thr", "http://purl.org/syndication/thread/1.0");
  static final Namespace FEEDBURNER =
      Namespace.getNamespace("feedburner", "http://rssnamespace.org/feedburner/ext/1.0");
  static final Namespace FULLITEM =
      Namespace.getNamespace("fullitem", "http://downlode.org/Code/Perl/RSS/fullitem");
  static final Namespace GOOGLEPLAY =
      Namespace.getNamespace("googleplay", "http://www.google.com/schemas/play-podcasts/1.0");
  static final Namespace OTHER = Namespace.getNamespace("other", "urn:other");

  private static final Map<String, Namespace> BY_URI = new HashMap<>();
  private static final Map<String, Namespace> BY_PREFIX = new HashMap<>();

  static {
    known(
        NONE,
        "",
        "http://backend.userland.com/rss",
        "http://backend.userland.com/rss2",
        "http://backend.userland.com/rss091",
        "http://backend.userland.com/rss092",
        "http://blogs.law.harvard.edu/tech/rss",
        "http://cyber.law.harvard.edu/rss",
        "http://cyber.law.harvard.edu/rss/rss.html",
        "http://www.rssboard.org/rss-specification",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd",
        "http://my.netscape.com/rdf/simple/0.9",
        "http://channel.netscape.com/rdf/simple/0.9",
        "http://my.netscape.com/rdf/simple/1.0",
        "http://purl.org/rss/1.0",
        "http://purl.org/net/rss1.1",
        "http://purl.org/rss/1.1",
        "http://www.purl.org/rss/1.0");
    known(
        ATOM,
        "http://www.w3.org/2005/atom",
        "http://purl.org/atom/ns",
        "http://purl.org/atom",
        "http://example.com/newformat",
        "http://example.com/necho",
        "http://purl.org/echo",
        "uri/of/echo/namespace",
        "http://www.intertwingly.net/wiki/pie/foolistofversions");
    known(XHTML, "http://www.w3.org/1999/xhtml", "http://www.w3.org/tr/xhtml1");
    known(CONTENT, "http://purl.org/rss/1.0/modules/content");
    known(
        DC,
        "http://purl.org/dc/elements/1.1",
        "http://purl.org/dc/elements/1.0",
        "http://purl.org/metadata/dublin_core");
    known(DCTERMS, "http://purl.org/dc/terms");
    known(
        MEDIA,
        "http://search.yahoo.com/mrss",
        "http://search.yahoo.com/rss",
        "http://tools.search.yahoo.com/mrss",
        "http://video.search.yahoo.com/mrss",
        "http://api.maven.com/mrss",
        "http://www.rssboard.org/media-rss");
    known(
        ITUNES,
        "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "http://example.com/dtds/podcast-1.0.dtd");
    known(RDF, "http://www.w3.org/1999/02/22-rdf-syntax-ns");
    known(SY, "http://purl.org/rss/1.0/modules/syndication");
    known(THR, "http://purl.org/syndication/thread/1.0");
    known(FEEDBURNER, "http://rssnamespace.org/feedburner/ext/1.0");
    known(FULLITEM, "http://downlode.org/code/perl/rss/fullitem");
    known(GOOGLEPLAY, "http://www.google.com/schemas/play-podcasts/1.0");
    BY_PREFIX.put("atom", ATOM);
    BY_PREFIX.put("atom10", ATOM);
    BY_PREFIX.put("a10", ATOM);
    BY_PREFIX.put("xhtml", XHTML);
    BY_PREFIX.put("rss", NONE);
    BY_PREFIX.put("xml", XML);
  }

  private Namespaces() {}

  /** The namespace of a URI as written; case, "www", a last slash or "#" and https do not count. */
  static Namespace of(String uri) {
    return BY_URI.getOrDefault(key(uri), OTHER);
  }

  /** What an unbound prefix usually means; null if it is not a usual one. */
  static @Nullable Namespace usual(String prefix) {
    return BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
  }

  private static void known(Namespace namespace, String... uris) {
    if (!namespace.getPrefix().isEmpty()) {
      BY_PREFIX.put(namespace.getPrefix(), namespace);
    }
    for (String uri : uris) {
      BY_URI.put(key(uri), namespace);
    }
  }

  private static String key(String uri) {
    String key = uri.strip().toLowerCase(Locale.ROOT);
    int start = key.startsWith("https://") ? 8 : key.startsWith("http://") ? 7 : 0;
    start += key.startsWith("www.", start) ? 4 : 0;
    int end = key.length();
    while (end > start && (key.charAt(end - 1) == '/' || key.charAt(end - 1) == '#')) {
      end--;
    }
    return key.substring(start, end);
  }
}
