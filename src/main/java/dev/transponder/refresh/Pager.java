package dev.transponder.refresh;

import dev.transponder.clean.CanonicalLink;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Reading;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of one listing, as many as the source wants; stops where they begin to repeat.
 * One run reads one source; not thread safe.
 */
final class Pager {
  /** As many as of a feed. */
  private static final int ENTRIES = 2_000;

  private final Exchange exchange;
  private final PageRule rule;
  private final Source source;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> known = new HashSet<>();
  private final Set<String> links = new HashSet<>();
  private Look.@Nullable Missing missing;
  private boolean again;

  Pager(Exchange exchange, PageRule rule, Source source) {
    this.exchange = exchange;
    this.rule = rule;
    this.source = source;
  }

  /** How each of the pages is read. */
  interface PageRule {
    Reading read(Document page) throws InterruptedException;
  }

  /**
   * All pages.
   *
   * @param parsed the entries of all pages, each once, at most 2,000
   * @param missing why a page that should be there is not among them, null if none is missing
   * @param again whether the missing page is worth asking for again
   */
  record Pages(Parsed parsed, Look.@Nullable Missing missing, boolean again) {}

  Pages from(Document first, Parsed page) throws InterruptedException {
    add(page);
    Set<String> visited = new HashSet<>(List.of(source.url(), first.url()));
    String next = page.next();
    for (int n = 2; n <= source.pages() && next != null && visited.add(next); n++) {
      next = read(n, next);
    }
    List<Entry> kept = entries.subList(0, Math.min(ENTRIES, entries.size()));
    return new Pages(
        new Parsed(page.format(), page.head(), kept, page.next(), page.waits(), page.damaged()),
        missing,
        again);
  }

  /** Reads one more page; the URL of the one after it, null if this was the last. */
  private @Nullable String read(int number, String url) throws InterruptedException {
    return switch (Answers.settled(exchange.fetch(source, url, Use.PAGE, Validators.NONE, null))) {
      case Outcome.Fetched fetched ->
          switch (rule.read(fetched.document())) {
            case Parsed page -> add(page) ? page.next() : null;
            case Reading.NotAFeed(String reason) -> miss(number, reason, null);
            case Reading.Unreadable(String reason) -> miss(number, reason, null);
          };
      case Outcome.Throttled throttled -> {
        Duration silence =
            throttled.retryAfter() == null ? NextCheck.USUAL : throttled.retryAfter();
        yield miss(number, Answers.words(throttled), silence);
      }
      case Failed failed when failed.failure() == Failure.FORBIDDEN ->
          end(number, failed.message(), null);
      case Outcome other -> miss(number, Answers.words(other), null);
    };
  }

  /**
   * False if the page says nothing that was not said before. What is linked again in other words
   * (among the most read, on top of a later page) is the same entry, unless the page's links say
   * where its entries were found rather than which they are.
   */
  private boolean add(Parsed page) {
    boolean news = false;
    boolean linked = isLinked(page.entries());
    for (Entry entry : page.entries()) {
      String link = entry.link() == null ? null : CanonicalLink.of(entry.link());
      boolean isNew = !linked || link == null || links.add(link);
      if (isNew && known.add(entry)) {
        entries.add(entry);
        news = true;
      }
    }
    return news && entries.size() < ENTRIES;
  }

  private static boolean isLinked(List<Entry> entries) {
    long different =
        entries.stream()
            .map(Entry::link)
            .filter(Objects::nonNull)
            .map(CanonicalLink::of)
            .distinct()
            .count();
    return 2 * different > entries.size();
  }

  private @Nullable String miss(int number, String reason, @Nullable Duration silence) {
    again = true;
    return end(number, reason, silence);
  }

  private @Nullable String end(int number, String reason, @Nullable Duration silence) {
    missing = new Look.Missing("page " + number + ": " + reason, silence);
    return null;
  }
}
