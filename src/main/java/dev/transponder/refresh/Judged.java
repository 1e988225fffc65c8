package dev.transponder.refresh;

import dev.transponder.clean.Cleaner;
import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import dev.transponder.model.Rules;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Verdicts;
import dev.transponder.rules.Judge;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan, and what the rules of its source say of its entries. What is judged is what will be
 * stored: the full text where it was had. Pure.
 *
 * @param plan its result says how many of the new entries are dropped
 */
record Judged(Plan plan, Verdicts verdicts) {

  /**
   * Judges a plan.
   *
   * @param stored those of the entries that {@link Planned} needs
   */
  static Judged of(Rules rules, Plan plan, Map<Long, StoredEntry> stored) {
    Judge judge = judge(rules);
    Planned planned = Planned.of(plan, stored);
    Map<String, String> inserts = new HashMap<>();
    for (Plan.Insert insert : plan.inserts()) {
      put(inserts, insert.key(), judge.verdict(insert.entry(), insert.firstSeen()));
    }
    Map<Long, String> known = new HashMap<>();
    planned
        .known()
        .forEach(
            (number, entry) -> {
              StoredEntry before = Objects.requireNonNull(stored.get(number));
              put(known, number, judge.verdict(entry, before.firstSeen()));
            });
    Verdicts verdicts = new Verdicts(rules.judging(), inserts, known);
    return new Judged(inserts.isEmpty() ? plan : told(plan, inserts.size()), verdicts);
  }

  /** What the rules say of stored entries. */
  static Verdicts of(Rules rules, List<StoredEntry> entries) {
    Judge judge = judge(rules);
    Map<Long, String> known = new HashMap<>();
    for (StoredEntry stored : entries) {
      put(known, stored.number(), judge.verdict(stored.entry(), stored.firstSeen()));
    }
    return new Verdicts(rules.judging(), Map.of(), known);
  }

  /** What the rules would say of entries that come now, by their keys. */
  static Map<String, String> of(Rules rules, List<String> keys, List<Entry> entries, Instant now) {
    Judge judge = judge(rules);
    Map<String, String> dropped = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      put(dropped, keys.get(i), judge.verdict(entries.get(i), now));
    }
    return dropped;
  }

  private static Judge judge(Rules rules) {
    return new Judge(rules, Cleaner::textLines);
  }

  private static <K> void put(Map<K, String> dropped, K key, @Nullable String rule) {
    if (rule != null) {
      dropped.put(key, rule);
    }
  }

  private static Plan told(Plan plan, int dropped) {
    String words = plan.state().lastResult() + " (" + dropped + " dropped by rules)";
    return new Plan(
        plan.state().withResult(words),
        plan.head(),
        plan.inserts(),
        plan.updates(),
        plan.texts(),
        plan.roll());
  }
}
