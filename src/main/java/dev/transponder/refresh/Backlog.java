package dev.transponder.refresh;

import dev.transponder.model.Plan;
import dev.transponder.model.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which new entries are kept out of the feeds, so that a reader does not show hundreds of unread
 * ones that are no news. Pages show all of them. Pure.
 *
 * <p>Of a source that is read for the first time, all but its newest ten. Of one that is known, and
 * most of whose entries are suddenly new ones, those that are old: dated no later than what is
 * known of it, or with the title of a known entry. So a site that gives all its entries other ids
 * and links is quiet, and a busy one whose document has moved on as a whole is not.
 *
 * @param wasRead whether the source was ever read before
 * @param newest the date of its newest known entry, null if that is not known
 */
record Backlog(boolean wasRead, @Nullable Instant newest) {
  /** So many entries of a new source are in the feeds. */
  static final int SHOWN = 10;

  /** Fewer new entries are no flood. */
  private static final int FEW = 5;

  static Backlog of(SourceState old) {
    return new Backlog(wasRead(old), old.habits().newest());
  }

  static boolean wasRead(SourceState old) {
    return old.kind() != null && !old.kind().equals(SourceState.PAGE);
  }

  /** Whether most entries of a known source are new, and not just a few. */
  boolean isFlood(Identified entries) {
    int news = entries.news().size();
    return wasRead && news >= FEW && 2 * news > entries.arrivals().size();
  }

  /**
   * The inserts, the backlog among them marked.
   *
   * @param inserts oldest first
   */
  List<Plan.Insert> mark(List<Plan.Insert> inserts, Identified entries) {
    if (!wasRead) {
      int backlog = Math.max(0, inserts.size() - SHOWN);
      List<Plan.Insert> marked = new ArrayList<>();
      inserts.subList(0, backlog).forEach(insert -> marked.add(insert.asBacklog()));
      marked.addAll(inserts.subList(backlog, inserts.size()));
      return marked;
    }
    if (!isFlood(entries)) {
      return inserts;
    }
    Set<String> old = old(entries);
    return inserts.stream()
        .map(insert -> old.contains(insert.key()) ? insert.asBacklog() : insert)
        .toList();
  }

  private Set<String> old(Identified entries) {
    Map<String, Integer> titles = new HashMap<>();
    for (Arrival arrival : entries.arrivals()) {
      if (arrival.names().title() != null) {
        titles.merge(arrival.names().title(), 1, Integer::sum);
      }
    }
    Set<String> old = new HashSet<>();
    for (Arrival arrival : entries.news()) {
      String title = arrival.names().title();
      Instant date = arrival.names().date();
      boolean late = date != null && newest != null && !date.isAfter(newest);
      // A title that the document itself repeats is that of a column, not of an entry.
      boolean familiar =
          title != null && titles.getOrDefault(title, 0) == 1 && entries.familiar().contains(title);
      if (late || familiar) {
        old.add(arrival.key());
      }
    }
    return old;
  }
}
