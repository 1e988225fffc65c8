package dev.transponder.page;

import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import dev.transponder.model.Selectors;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a page by the selectors of its source.
 *
 * <p>An entry without link and without text is none. Summaries are HTML as written, not cleaned.
 * Stateless and thread safe.
 */
public final class PageReader {

  /** What is wrong with a selector, in words for the user; null if it can be used. */
  public static @Nullable String problem(String selector) {
    try {
      Selector.of(selector);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** The entries, in the order of the page; no entries if the selectors find none. */
  public Reading read(Document document, Selectors selectors) {
    EntrySelectors entries;
    Selector next;
    try {
      entries = EntrySelectors.of(selectors);
      next = Selector.ofNullable(selectors.next());
    } catch (IllegalArgumentException e) {
      return new Reading.Unreadable("a selector is wrong: " + e.getMessage());
    }
    return switch (Html.of(document)) {
      case Html.Answer.Page(org.jsoup.nodes.Document page) ->
          parsed(page, document.url(), entries, next);
      case Html.Answer.Other(Reading.NotAFeed reading) -> reading;
    };
  }

  private static Reading parsed(
      org.jsoup.nodes.Document page,
      String url,
      EntrySelectors selectors,
      @Nullable Selector next) {
    List<Entry> entries =
        selectors.entry().all(page).stream()
            .map(selectors::read)
            .filter(PageReader::saysSomething)
            .toList();
    return new Reading.Parsed(
        "html",
        Html.head(page, url),
        selectors.title() == null ? Titles.withoutLabels(entries) : entries,
        nextPage(page, url, next),
        List.of(),
        false);
  }

  private static boolean saysSomething(Entry entry) {
    return entry.link() != null || entry.title() != null || entry.summary() != null;
  }

  /** A local page may go on in a local file; whether it may be read is the fetcher's to say. */
  private static @Nullable String nextPage(
      org.jsoup.nodes.Document page, String pageUrl, @Nullable Selector next) {
    Element element = next == null ? null : next.first(page);
    if (next == null || element == null) {
      return null;
    }
    String attribute = next.attribute() == null ? "href" : next.attribute();
    String local = Links.file(element.absUrl(attribute));
    if (pageUrl.startsWith("file:") && local.startsWith("file:")) {
      return local;
    }
    String url = Links.absolute(element, attribute);
    return url == null ? Links.inside(element) : url;
  }
}
