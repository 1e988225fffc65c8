package dev.transponder.publish;

import dev.transponder.model.Settings;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Totals;
import java.util.List;
import java.util.Map;

/**
 * All that is published at one moment; the next edition replaces it as a whole.
 *
 * @param number counts the editions since the start, from 1
 * @param basis on which it was made
 * @param feed the combined feed
 * @param opml the sources as a list of subscriptions
 * @param sources in the order of the store
 * @param rewriting how entries are shown in place of what they say
 */
public record Edition(
    long number,
    Basis basis,
    Feed feed,
    Version opml,
    Totals totals,
    List<SourceRow> sources,
    Rewriting rewriting) {
  public Edition {
    sources = List.copyOf(sources);
  }

  /** Under which it was made. */
  public Settings settings() {
    return basis.settings();
  }

  /** The listed sources by their ids. */
  public Map<String, Origin> origins() {
    return basis.origins();
  }

  /** The user's own headings, each with its feed, in the order of feeds.yml. */
  public List<Category> categories() {
    return List.copyOf(basis.categories().values());
  }

  /** The source with that id, also if only entries are left of it. */
  public Origin origin(String sourceId) {
    Origin origin = origins().get(sourceId);
    return origin == null ? Origin.forgotten(sourceId) : origin;
  }

  /** How many pages of updates there are, at least 1. */
  public int pages() {
    long pages = Math.ceilDiv(totals.stories(), settings().pageEntries());
    return Math.clamp(pages, 1, Integer.MAX_VALUE);
  }
}
