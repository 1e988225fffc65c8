package dev.transponder.refresh;

import dev.transponder.model.Entry;
import dev.transponder.model.Wait;
import dev.transponder.text.Dates;
import dev.transponder.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the entries of a source come, and how long one may therefore wait: a source that
 * writes once a month need not be asked each hour. Only ever makes the wait longer. Pure.
 *
 * @param between how far apart its last entries are (the median), null if too few have dates
 * @param newest the date of its newest entry, null if it never had one
 */
record Rhythm(@Nullable Duration between, @Nullable Instant newest) {
  /** Older entries say nothing of today's rhythm. */
  private static final int ENTRIES = 11;

  private static final int FEWEST = 3;

  /** A new entry is then found within a 24th of the time for which the one before was the last. */
  private static final int LOOKS = 24;

  private static final Duration LONGEST = Duration.ofHours(24);

  /** The rhythm of entries, in any order, as of now. Dates that nobody believes count as none. */
  static Rhythm of(List<Entry> entries, Instant now) {
    List<Instant> dates =
        entries.stream()
            .map(entry -> entry.published() != null ? entry.published() : entry.updated())
            .filter(Objects::nonNull)
            .filter(date -> !date.isAfter(now) && !date.isBefore(Dates.EARLIEST))
            .sorted(Comparator.reverseOrder())
            .limit(ENTRIES)
            .toList();
    if (dates.isEmpty()) {
      return new Rhythm(null, null);
    }
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < dates.size(); i++) {
      gaps.add(Duration.between(dates.get(i), dates.get(i - 1)));
    }
    gaps.sort(Comparator.naturalOrder());
    Duration between = dates.size() < FEWEST ? null : gaps.get(gaps.size() / 2);
    return new Rhythm(between, dates.getFirst());
  }

  /** How long one may wait, at most a day; null if nothing is known. */
  @Nullable Wait wait(Instant now) {
    if (newest == null) {
      return null;
    }
    Duration silence = Duration.between(newest, now);
    boolean silent = between == null || silence.compareTo(between) > 0;
    Duration time = silent ? silence : Objects.requireNonNull(between);
    Duration asked = time.dividedBy(LOOKS);
    Duration wait = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    String why =
        silent
            ? "its newest entry is " + Spans.words(time) + " old"
            : "its entries come about every " + Spans.words(time);
    return new Wait(wait, "every " + Spans.words(wait) + ", as " + why);
  }
}
