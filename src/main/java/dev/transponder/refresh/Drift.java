package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Selectors;
import dev.transponder.page.Url;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a page that goes on from one that has become another: by what its list looked like, and by
 * what of it is known. Pure.
 */
final class Drift {
  /** What happened, what happens next, what the user can do. */
  static final String STRANGE =
      "the page lists nothing that is known of it any more; what was read of it stays, and it is"
          + " looked at again; if it has a new shape for good, say by \"scrape\" what its entries are";

  static final String OTHER_LINKS =
      "the titles of the page are known, but all links are other ones; what was read of it stays, and"
          + " it is looked at again; if its links hold something that changes each time, say by"
          + " \"scrape\" where a lasting link stands";

  /** Of a field that most entries had before, so many must have it still. */
  private static final double STILL_FILLED = 0.5;

  private static final double MOST = 0.8;

  /** A list may shrink when a blog is cleaned up; to less than that it has not shrunk before. */
  private static final double STILL_THERE = 0.3;

  private Drift() {}

  /** What a list looks like. */
  static LearnedList list(Selectors rule, double confidence, Parsed parsed) {
    List<Entry> entries = parsed.entries();
    return new LearnedList(
        rule,
        confidence,
        entries.size(),
        (int) entries.stream().filter(entry -> entry.title() != null).count(),
        (int) entries.stream().filter(entry -> entry.published() != null).count(),
        links(entries).size(),
        Url.usualShape(links(entries)));
  }

  private static List<String> links(List<Entry> entries) {
    return entries.stream().map(Entry::link).filter(Objects::nonNull).toList();
  }

  /** Whether what was read by the rule of a list still looks like it. */
  static boolean looksAlike(LearnedList before, LearnedList now) {
    return now.entries() >= STILL_THERE * before.entries()
        && isFilled(before.titled(), before.entries(), now.titled(), now.entries())
        && isFilled(before.dated(), before.entries(), now.dated(), now.entries())
        && isFilled(before.linked(), before.entries(), now.linked(), now.entries());
  }

  private static boolean isFilled(int before, int of, int now, int ofNow) {
    return before < MOST * of || now >= STILL_FILLED * ofNow;
  }

  /**
   * Whether a list has nothing to do with what is known of its source: no entry of it was seen
   * before, and it is not the newer ones of a busy page. Undated entries are believed as long as
   * they are found by the rule of before and their links are made as those were: an error page has
   * no dates either. Where most titles are known, a page with a new shape has moved its entries;
   * one with the shape of before has links that do not last, and would be new each time.
   *
   * @param before what was learned, with another rule if the list was found anew
   * @param newest the date of the newest known entry, null if that is not known
   */
  static boolean isStrange(
      Identified entries, @Nullable Instant newest, LearnedList before, boolean relearned) {
    if (!entries.known().isEmpty() || newest == null || (relearned && mostlyFamiliar(entries))) {
      return false;
    }
    List<Instant> dates =
        entries.arrivals().stream()
            .map(arrival -> arrival.entry().published())
            .filter(Objects::nonNull)
            .toList();
    boolean allDated = dates.size() == entries.arrivals().size();
    boolean allNewer = dates.stream().noneMatch(date -> date.isBefore(newest));
    return !allNewer || (!allDated && (relearned || !isMadeAlike(before, entries.arrivals())));
  }

  /** Why a list is strange; see {@link #isStrange}. */
  static String reason(Identified entries) {
    return mostlyFamiliar(entries) ? OTHER_LINKS : STRANGE;
  }

  private static boolean mostlyFamiliar(Identified entries) {
    List<Arrival> arrivals = entries.arrivals();
    long familiar =
        arrivals.stream()
            .map(arrival -> arrival.names().title())
            .filter(title -> title != null && entries.familiar().contains(title))
            .count();
    return familiar > 0 && familiar >= MOST * arrivals.size();
  }

  private static boolean isMadeAlike(LearnedList before, List<Arrival> arrivals) {
    List<String> links = links(arrivals.stream().map(Arrival::entry).toList());
    return before.shape() == null || before.shape().equals(Url.usualShape(links));
  }
}
