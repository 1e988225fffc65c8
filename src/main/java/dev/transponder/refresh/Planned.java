package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import dev.transponder.model.StoredEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The entries of a plan as they will be stored: with their full text where it was had. Pure.
 *
 * @param inserts the new ones, by their keys
 * @param known those that will be rewritten, by their numbers
 */
record Planned(Map<String, Entry> inserts, Map<Long, Entry> known) {

  /** The stored entries that are needed to know, by number. */
  static List<Long> needed(Plan plan) {
    return Stream.concat(
            plan.updates().stream().map(Plan.Update::number),
            plan.texts().stream().map(Plan.Text::number))
        .toList();
  }

  /**
   * The entries of a plan.
   *
   * @param stored those of the entries that are {@link #needed}
   */
  static Planned of(Plan plan, Map<Long, StoredEntry> stored) {
    Map<String, Entry> inserts = new HashMap<>();
    plan.inserts().forEach(insert -> inserts.put(insert.key(), insert.entry()));
    Map<Long, Entry> known = new HashMap<>();
    for (Plan.Update update : plan.updates()) {
      StoredEntry before = stored.get(update.number());
      if (before != null) {
        known.put(update.number(), after(update, before));
      }
    }
    for (Plan.Text text : plan.texts()) {
      StoredEntry before = stored.get(text.number());
      if (before != null) {
        known.put(text.number(), after(text, before));
      }
    }
    return new Planned(inserts, known);
  }

  boolean isEmpty() {
    return inserts.isEmpty() && known.isEmpty();
  }

  private static Entry after(Plan.Update update, StoredEntry before) {
    return update.keepsContent()
        ? update.entry().toBuilder().content(before.entry().content()).build()
        : update.entry();
  }

  private static Entry after(Plan.Text text, StoredEntry before) {
    return text.content() == null
        ? before.entry()
        : before.entry().toBuilder().content(text.content()).build();
  }
}
