package dev.transponder.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries the rules of a source drop, each with the rule in words. Entries that were judged
 * and are not named here are shown.
 *
 * @param rules by which was judged, see {@link Rules#judging()}; null for none
 * @param inserts new entries by their key
 * @param known stored entries by their number
 */
public record Verdicts(
    @Nullable String rules, Map<String, String> inserts, Map<Long, String> known) {
  /** Nothing was judged because there are no rules. */
  public static final Verdicts NONE = new Verdicts(null, Map.of(), Map.of());

  public Verdicts {
    inserts = Map.copyOf(inserts);
    known = Map.copyOf(known);
  }
}
