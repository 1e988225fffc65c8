package dev.transponder.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.io.FeedException;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads any feed: bytes to characters, characters to a tree, the tree to a mended tree, the mended
 * tree through ROME to values.
 *
 * <p>Whatever a document holds, the answer is a value: {@link Reading.NotAFeed} for a page or
 * anything else that does not try to be a feed, {@link Reading.Unreadable} where nothing could be
 * made of one. Time and memory are bounded, see {@link Limits}. Thread safe.
 */
public final class FeedReader {
  public FeedReader() {}

  /** Reads the document; its URL and headers count as much as its bytes. */
  public Reading read(Document document) {
    if (document.size() > Limits.DOCUMENT) {
      return new Reading.Unreadable("larger than " + Limits.DOCUMENT / 1_000_000 + " MB");
    }
    try {
      return readText(Decoder.decode(document), document);
    } catch (FeedException | RuntimeException | StackOverflowError e) {
      return new Reading.Unreadable("cannot be read: " + e);
    }
  }

  private static Reading readText(String text, Document document) throws FeedException {
    int start = Prolog.start(text);
    if (start == text.length()) {
      return new Reading.NotAFeed("the document is empty");
    }
    char first = text.charAt(start);
    if (first == '{' || first == '[') {
      return JsonFeed.read(text, document.url());
    }
    int root = Prolog.root(text, start);
    if (root < 0) {
      return new Reading.NotAFeed("neither XML nor JSON");
    }
    Tree tree = XmlParser.parse(text, root, document.url(), base(document));
    if (tree == null) {
      return new Reading.Unreadable("no element is complete");
    }
    if (tree.format() == null) {
      return new Reading.NotAFeed("a document of <" + tree.root().getName() + ">");
    }
    return readTree(tree, document.header("content-language"));
  }

  /**
   * Content-Location gives the base where it is sent (RFC 3986 section 5.1.2 with RFC 2616; RFC
   * 7231 dropped the rule, but servers that send it with feeds mean it).
   */
  private static String base(Document document) {
    String location = document.header("content-location");
    String base = Urls.web(document.url(), location);
    return base == null ? document.url() : base;
  }

  private static Reading readTree(Tree tree, @Nullable String contentLanguage)
      throws FeedException {
    Repairs.mend(tree);
    HeadParts headParts = HeadParts.read(tree, contentLanguage);
    List<Element> elements = tree.entries();
    if (elements.size() > Limits.ENTRIES) {
      List<Element> surplus = elements.subList(Limits.ENTRIES, elements.size());
      surplus.forEach(Element::detach);
      surplus.clear();
    }
    List<EntryParts> parts = elements.stream().map(e -> EntryParts.read(tree, e)).toList();
    WireFeed wire = Rome.read(tree);
    FeedHead head;
    List<Entry> entries = new ArrayList<>(parts.size());
    switch (wire) {
      case Channel channel -> {
        head = RssValues.head(channel, headParts);
        for (int i = 0; i < parts.size(); i++) {
          entries.add(RssValues.entry(channel.getItems().get(i), parts.get(i), head));
        }
      }
      case Feed feed -> {
        head = AtomValues.head(feed, headParts);
        for (int i = 0; i < parts.size(); i++) {
          entries.add(AtomValues.entry(feed.getEntries().get(i), parts.get(i), head));
        }
      }
      default -> throw new IllegalStateException("ROME made a " + wire.getClass());
    }
    String format = format(tree.format());
    return new Reading.Parsed(format, head, entries, headParts.next(), List.of(), tree.damaged());
  }

  private static String format(@Nullable String format) {
    return format == null ? "xml" : format.toLowerCase(Locale.ROOT);
  }
}
