package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Plan;
import dev.transponder.story.ContentHash;
import dev.transponder.text.Dates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which entries are new and which have changed, and their places in time. Pure.
 *
 * @param inserts oldest first
 */
record EntryChanges(List<Plan.Insert> inserts, List<Plan.Update> updates) {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  /**
   * Compares what came with what is known.
   *
   * @param arrivals in the order of their document
   * @param known those of them that are stored, by key
   * @param wasRead whether the source was ever read before
   * @param fullText whether a full text that is stored stays in place of what the document says
   */
  static EntryChanges of(
      List<Arrival> arrivals,
      Map<String, KnownEntry> known,
      boolean wasRead,
      boolean fullText,
      Instant now) {
    List<Plan.Insert> inserts = new ArrayList<>();
    List<Plan.Update> updates = new ArrayList<>();
    for (int i = arrivals.size() - 1; i >= 0; i--) {
      Arrival arrival = arrivals.get(i);
      KnownEntry stored = known.get(arrival.key());
      if (stored == null) {
        Duration undated = wasRead ? Duration.ofMillis(i) : Duration.ofHours(i);
        inserts.add(insert(arrival, now, now.minus(undated)));
      } else if (!stored.hash().equals(arrival.hash())) {
        updates.add(update(arrival, stored, fullText && stored.fullText(), now));
      }
    }
    inserts.sort(Comparator.comparing(Plan.Insert::rank));
    return new EntryChanges(inserts, updates);
  }

  boolean isEmpty() {
    return inserts.isEmpty() && updates.isEmpty();
  }

  /**
   * A new entry.
   *
   * @param undated its place in time if it has no date. The undated backlog of a new source is put
   *     as if one entry had come in each hour, so that it does not push everything else off the
   *     page; later undated entries keep the order of their document.
   */
  private static Plan.Insert insert(Arrival arrival, Instant now, Instant undated) {
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
        entry);
  }

  private static Plan.Update update(
      Arrival arrival, KnownEntry stored, boolean keepsText, Instant now) {
    Instant said = arrival.entry().updated();
    boolean useful = said != null && said.isAfter(stored.updated()) && !said.isAfter(now);
    Instant news = useful && said != null ? said : now;
    // Other rules for the hash make another hash of the same words: stored anew, but no news.
    Instant updated =
        ContentHash.sameRules(stored.hash(), arrival.hash()) ? news : stored.updated();
    Entry entry = arrival.scraped() ? dated(arrival.entry(), stored, now) : arrival.entry();
    return new Plan.Update(
        stored.number(), arrival.story(), updated, arrival.hash(), entry, keepsText);
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
