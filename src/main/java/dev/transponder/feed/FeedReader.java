package dev.transponder.feed;

import com.rometools.rome.io.FeedException;
import dev.transponder.model.Budget;
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
 * made of one. Time and memory grow with the document and are bounded, see {@link Limits}; what it
 * may cost in all is the caller's to say. Thread safe.
 */
public final class FeedReader {
  public FeedReader() {}

  /**
   * Reads the document; its URL and headers count as much as its bytes.
   *
   * @param budget what reading it may cost; a document that costs more is unreadable
   */
  public Reading read(Document document, Budget budget) {
    if (document.size() > Limits.DOCUMENT) {
      return new Reading.Unreadable("larger than " + Limits.DOCUMENT / 1_000_000 + " MB");
    }
    try {
      return readText(Decoder.decode(document), document, budget);
    } catch (Budget.Spent e) {
      return new Reading.Unreadable(e.reason());
    } catch (FeedException e) {
      return new Reading.Unreadable("the head of the feed cannot be read");
    } catch (RuntimeException | StackOverflowError e) {
      Faults.log(document.url(), e);
      return new Reading.Unreadable("the reader failed at it; please report the error in the log");
    }
  }

  private static Reading readText(String text, Document document, Budget budget)
      throws FeedException {
    int start = Prolog.start(text);
    if (start == text.length()) {
      return new Reading.NotAFeed("the document is empty");
    }
    char first = text.charAt(start);
    if (first == '{' || first == '[') {
      return JsonFeed.read(text, document.url(), budget);
    }
    int root = Prolog.root(text, start);
    if (root < 0) {
      return new Reading.NotAFeed("neither XML nor JSON");
    }
    Tree tree = XmlParser.parse(text, root, document.url(), base(document), budget);
    if (tree == null) {
      return new Reading.Unreadable("no element is complete");
    }
    if (tree.format() == null) {
      return new Reading.NotAFeed("a document of <" + tree.root().getName() + ">");
    }
    return readTree(tree, document.header("content-language"), budget);
  }

  /**
   * Content-Location gives the base where it is sent (RFC 3986 section 5.1.2 with RFC 2616; RFC
   * 7231 dropped the rule, but servers that send it with feeds mean it).
   */
  private static String base(Document document) {
    String location = document.header("content-location");
    String base = Limits.url(Urls.web(document.url(), Limits.url(location)));
    return base == null ? document.url() : base;
  }

  private static Reading readTree(Tree tree, @Nullable String contentLanguage, Budget budget)
      throws FeedException {
    Repairs.mend(tree, budget);
    HeadParts parts = HeadParts.read(tree, contentLanguage);
    List<Element> elements = tree.entries();
    Faults faults = new Faults(tree.url(), budget);
    List<@Nullable EntryParts> entryParts = new ArrayList<>(elements.size());
    for (Element element : elements) {
      entryParts.add(faults.attempt(() -> EntryParts.read(tree, element)));
    }
    elements.forEach(Element::detach);
    FeedHead head =
        tree.isRss()
            ? RssValues.head(Rome.channel(tree), parts)
            : AtomValues.head(Rome.feed(tree), parts);
    List<Entry> entries = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      EntryParts own = entryParts.get(i);
      Entry entry = own == null ? null : faults.attempt(() -> entry(tree, element, own, head));
      if (entry != null) {
        entries.add(entry);
      }
    }
    return new Reading.Parsed(
        format(tree.format()),
        head,
        entries,
        parts.next(),
        parts.waits(),
        parts.quiet(),
        tree.damaged() || faults.any());
  }

  private static Entry entry(Tree tree, Element element, EntryParts parts, FeedHead head) {
    return tree.isRss()
        ? RssValues.entry(Rome.item(tree, element), parts, head)
        : AtomValues.entry(Rome.entry(element), parts, head);
  }

  private static String format(@Nullable String format) {
    return format == null ? "xml" : format.toLowerCase(Locale.ROOT);
  }
}
