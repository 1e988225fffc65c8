package dev.transponder.refresh;

import dev.transponder.model.LearnedList;
import dev.transponder.model.Reading;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would be found at a URL.
 *
 * @param kind "feed", "discovered", "selectors", "listing" or "none"
 * @param parsed cleaned, null if nothing was found
 * @param keys the entry keys, one for each entry of {@code parsed}
 * @param dropped by entry key: the rule that would drop it, in words
 * @param problem why nothing was found, in words; null if something was
 * @param broken the document could not be had or not be read, as opposed to a page without entries
 * @param feeds the feeds that the page names
 * @param feed which of them was read, null if none was
 * @param often why it is not read again sooner, in words; null if nothing was found
 * @param list of a listing: how its entries were found, else null
 */
public record Found(
    String kind,
    Reading.@Nullable Parsed parsed,
    List<String> keys,
    Map<String, String> dropped,
    @Nullable String problem,
    boolean broken,
    List<NamedFeed> feeds,
    @Nullable String feed,
    @Nullable String often,
    @Nullable LearnedList list) {

  /** Something that gave no entries. */
  public static Found nothing(String problem, boolean broken, List<NamedFeed> feeds) {
    return new Found("none", null, List.of(), Map.of(), problem, broken, feeds, null, null, null);
  }
}
