package dev.transponder.publish;

import dev.transponder.model.StoredEntry;
import dev.transponder.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which entries a combined feed holds: the newest, each story from one source alone, of no source
 * more than its limit, nothing that was old when it came. Not thread safe.
 */
final class Selection {
  /** How far back entries are looked for when limits leave many out. */
  private static final int LOOK_BACK = 5_000;

  private final int most;
  private final Map<String, Integer> limits;
  private final Map<Long, StoredEntry> byNumber = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> tellers = new HashMap<>();

  private Selection(int most, Map<String, Integer> limits) {
    this.most = most;
    this.limits = limits;
  }

  /**
   * Selects.
   *
   * @param most how many entries the feed holds
   * @param limits by source id; a source that is not here, or has 0, is not limited
   * @param sources that have entries: when all of them are at their limits, nothing more is sought
   */
  static Collection<StoredEntry> of(
      Store store, int most, Map<String, Integer> limits, Collection<String> sources) {
    Selection selection = new Selection(most, limits);
    int chunk = Math.max(most, 100);
    for (int offset = 0; offset < LOOK_BACK; offset += chunk) {
      List<StoredEntry> entries = store.newestFed(offset, chunk);
      entries.forEach(selection::offer);
      boolean complete =
          selection.byNumber.size() >= most || sources.stream().allMatch(selection::isFull);
      if (complete || entries.size() < chunk) {
        break;
      }
    }
    return selection.byNumber.values();
  }

  private void offer(StoredEntry entry) {
    // Between two reads of the store an entry may move on to the next chunk, and another source may
    // become the one that leads a story.
    boolean known = byNumber.containsKey(entry.number());
    if (known || byNumber.size() >= most || isFull(entry.sourceId())) {
      return;
    }
    String teller = tellers.computeIfAbsent(entry.story(), story -> entry.sourceId());
    if (teller.equals(entry.sourceId())) {
      byNumber.put(entry.number(), entry);
      counts.merge(entry.sourceId(), 1, Integer::sum);
    }
  }

  private boolean isFull(String sourceId) {
    int limit = limits.getOrDefault(sourceId, 0);
    return limit > 0 && counts.getOrDefault(sourceId, 0) >= limit;
  }
}
