package dev.transponder.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document turned out to be when it was read. */
public sealed interface Reading {

  /**
   * A feed, or a page whose entries were found.
   *
   * @param format "rss 2.0", "atom 1.0", "json feed 1.1", "html"; for people, not for decisions
   * @param head what the document says of itself
   * @param entries in the order of the document
   * @param next the next page of a listing or paged feed, null if there is none
   * @param waits how long the document itself asks to wait (ttl, sy:updatePeriod)
   * @param quiet when it asks not to be read (skipHours, skipDays)
   * @param damaged the document broke off or was not well-formed; entries may be missing at its end
   */
  record Parsed(
      String format,
      FeedHead head,
      List<Entry> entries,
      @Nullable String next,
      List<Wait> waits,
      Quiet quiet,
      boolean damaged)
      implements Reading {
    public Parsed {
      entries = List.copyOf(entries);
      waits = List.copyOf(waits);
    }

    /** A document that names no hours or days to leave it alone. */
    public Parsed(
        String format,
        FeedHead head,
        List<Entry> entries,
        @Nullable String next,
        List<Wait> waits,
        boolean damaged) {
      this(format, head, entries, next, waits, Quiet.NEVER, damaged);
    }
  }

  /** Something else than what was looked for; a page where a feed was expected, for example. */
  record NotAFeed(String reason) implements Reading {}

  /** It should have been one, but nothing could be read. */
  record Unreadable(String reason) implements Reading {}
}
