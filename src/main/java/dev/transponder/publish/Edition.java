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
 * @param settings under which it was made
 * @param atom the combined feed
 * @param sources in the order of the store
 * @param rewriting how entries are shown in place of what they say
 */
public record Edition(
    long number,
    Settings settings,
    Renditions atom,
    Totals totals,
    List<SourceRow> sources,
    Map<String, Origin> origins,
    Rewriting rewriting) {
  public Edition {
    sources = List.copyOf(sources);
    origins = Map.copyOf(origins);
  }

  /** The source with that id, also if only entries are left of it. */
  public Origin origin(String sourceId) {
    Origin origin = origins.get(sourceId);
    return origin == null ? Origin.forgotten(sourceId) : origin;
  }

  /** How many pages of updates there are, at least 1. */
  public int pages() {
    long pages = Math.ceilDiv(totals.stories(), settings.pageEntries());
    return Math.clamp(pages, 1, Integer.MAX_VALUE);
  }
}
