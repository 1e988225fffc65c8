package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.FullText;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Plan;
import dev.transponder.story.ContentHash;
import dev.transponder.story.ContentHash.Change;
import dev.transponder.story.Site;
import dev.transponder.text.Dates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which entries are new and which have changed, and their places in time. Pure.
 *
 * @param inserts oldest first
 * @param changed how many of the updates are news
 */
record EntryChanges(List<Plan.Insert> inserts, List<Plan.Update> updates, int changed) {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  /**
   * Compares what came with what is known. What was purged does not come back.
   *
   * @param fullText whether a full text that is stored stays in place of what the document says
   */
  static EntryChanges of(Identified identified, Backlog backlog, boolean fullText, Instant now) {
    List<Plan.Insert> inserts = new ArrayList<>();
    List<Plan.Update> updates = new ArrayList<>();
    int changed = 0;
    for (int i = identified.arrivals().size() - 1; i >= 0; i--) {
      Arrival arrival = identified.arrivals().get(i);
      KnownEntry stored = identified.known(arrival);
      if (stored == null) {
        Duration undated = backlog.wasRead() ? Duration.ofMillis(i) : Duration.ofHours(i);
        List<String> aliases = identified.learned(arrival);
        inserts.add(insert(arrival, aliases, now, now.minus(undated)));
      } else if (!stored.purged()) {
        Change change = change(stored, arrival);
        if (change != Change.NONE) {
          boolean keepsText = fullText && stored.fullText();
          updates.add(update(arrival, stored, keepsText, change == Change.REAL, now));
        }
        changed += change == Change.REAL ? 1 : 0;
      }
    }
    inserts.sort(Comparator.comparing(Plan.Insert::rank));
    return new EntryChanges(backlog.mark(inserts, identified), updates, changed);
  }

  boolean isEmpty() {
    return inserts.isEmpty() && changed == 0;
  }

  /** A site that has moved to another host says nothing new, but its links must go on working. */
  private static Change change(KnownEntry stored, Arrival arrival) {
    Change change = ContentHash.change(stored.hash(), arrival.hash());
    boolean moved =
        arrival.names().link() != null
            && !arrival.names().link().equals(Arrival.canonical(stored.link()));
    return change == Change.NONE && moved ? Change.QUIET : change;
  }

  /**
   * A new entry.
   *
   * @param undated its place in time if it has no date. The undated backlog of a new source is put
   *     as if one entry had come in each hour, so that it does not push everything else off the
   *     page; later undated entries keep the order of their document.
   */
  private static Plan.Insert insert(
      Arrival arrival, List<String> aliases, Instant now, Instant undated) {
    Entry entry = arrival.entry();
    Instant published = entry.published() != null ? entry.published() : entry.updated();
    Instant updated = entry.updated() != null ? entry.updated() : entry.published();
    return new Plan.Insert(
        arrival.key(),
        arrival.atomId(),
        arrival.story(),
        now,
        published == null ? undated : clamp(published, now),
        updated == null ? now : clamp(updated, now),
        arrival.hash(),
        entry,
        FullText.NONE,
        aliases,
        false,
        home(arrival.claim()));
  }

  private static int home(Site.Claim claim) {
    return switch (claim) {
      case UNKNOWN, FOREIGN -> 0;
      case CLAIMED -> 1;
      case SURE -> 2;
    };
  }

  private static Plan.Update update(
      Arrival arrival, KnownEntry stored, boolean keepsText, boolean news, Instant now) {
    Instant said = arrival.entry().updated();
    boolean useful = said != null && said.isAfter(stored.updated()) && !said.isAfter(now);
    Instant time = useful && said != null ? said : now;
    return new Plan.Update(
        stored.number(),
        arrival.story(),
        news ? time : stored.updated(),
        arrival.hash(),
        arrival.scraped() ? dated(arrival.entry(), stored, now) : arrival.entry(),
        keepsText,
        home(arrival.claim()));
  }

  /**
   * The entry with the date that it came with, if a page now says about the same: "a month ago" is
   * said of one day for a month.
   */
  private static Entry dated(Entry entry, KnownEntry stored, Instant now) {
    Instant said = entry.published();
    Instant then = stored.rank();
    if (said == null) {
      return entry;
    }
    Duration half = Duration.between(then, now).dividedBy(2);
    Duration vague = half.compareTo(ONE_DAY) < 0 ? ONE_DAY : half;
    boolean same = Duration.between(said, then).abs().compareTo(vague) <= 0;
    return same ? entry.toBuilder().published(then).build() : entry;
  }

  private static Instant clamp(Instant said, Instant now) {
    return said.isBefore(Dates.EARLIEST) ? Dates.EARLIEST : said.isAfter(now) ? now : said;
  }
}
