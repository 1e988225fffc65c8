package dev.transponder.model;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we subscribe to, a feed or a page, as {@code feeds.yml} describes it.
 *
 * @param id unique among the sources, lower-case letters, digits and hyphens; stable for ever
 * @param url where it is: http, https or file
 * @param name what the reader sees; null: the title that the document gives itself
 * @param category the reader's own heading for it, null for none
 * @param pages how many pages of a listing are followed, at least 1
 * @param scrape the selectors of a page, null if none were given
 * @param every the shortest time between two refreshes, at least 15 minutes; null: as the site asks
 * @param limit how many of its entries a combined output shows at a time; 0: no limit
 * @param dedupe how its entries are compared with those of other sources
 * @param headers request headers for its own host, values may be secret
 * @param allowPrivate whether redirects, pagers and discovered feeds may lead to non-public
 *     addresses
 * @param paused whether it is left alone
 * @param fullText whether the page of each new entry is read for its text
 * @param render what has to happen to its pages before they are read
 * @param rules which of its entries are shown, and how
 */
public record Source(
    String id,
    String url,
    @Nullable String name,
    @Nullable String category,
    int pages,
    @Nullable Selectors scrape,
    @Nullable Duration every,
    int limit,
    Dedupe dedupe,
    Map<String, String> headers,
    boolean allowPrivate,
    boolean paused,
    boolean fullText,
    Render render,
    Rules rules) {

  public Source {
    headers = Map.copyOf(headers);
  }

  /** A source whose pages are read as they are sent, and whose entries as its document has them. */
  public Source(
      String id,
      String url,
      @Nullable String name,
      @Nullable String category,
      int pages,
      @Nullable Selectors scrape,
      @Nullable Duration every,
      int limit,
      Dedupe dedupe,
      Map<String, String> headers,
      boolean allowPrivate,
      boolean paused) {
    this(
        id,
        url,
        name,
        category,
        pages,
        scrape,
        every,
        limit,
        dedupe,
        headers,
        allowPrivate,
        paused,
        false,
        Render.NONE,
        Rules.NONE);
  }

  /** A source of which nothing but the URL is known. */
  public static Source of(String id, String url) {
    return new Source(id, url, null, null, 1, null, null, 0, Dedupe.NEAR, Map.of(), false, false);
  }

  /** The same at another place, under another id. */
  public Source at(String newId, String newUrl) {
    return new Source(
        newId,
        newUrl,
        name,
        category,
        pages,
        scrape,
        every,
        limit,
        dedupe,
        headers,
        allowPrivate,
        paused,
        fullText,
        newUrl.startsWith("file:") ? Render.NONE : render,
        rules);
  }

  /** Leaves the headers out: they may hold secrets, and this text goes into logs. */
  @Override
  public String toString() {
    return "Source[" + id + "]";
  }
}
