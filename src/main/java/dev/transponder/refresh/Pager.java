package dev.transponder.refresh;

import dev.transponder.clean.Cleaner;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Reading;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import dev.transponder.model.Wait;
import dev.transponder.page.PageReader;
import dev.transponder.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private final Source source;
  private final Selectors selectors;
  private final Instant now;
  private final PageReader reader = new PageReader();
  private final Cleaner cleaner = new Cleaner();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> known = new HashSet<>();
  private @Nullable String missing;
  private @Nullable Wait wait;

  Pager(Exchange exchange, Source source, Selectors selectors, Instant now) {
    this.exchange = exchange;
    this.source = source;
    this.selectors = selectors;
    this.now = now;
  }

  /**
   * All pages.
   *
   * @param parsed the entries of all pages, each once, at most 2,000
   * @param missing why a page that should be there is not among them, null if none is missing
   */
  record Pages(Parsed parsed, @Nullable String missing) {}

  Pages from(Document first, Parsed page) throws InterruptedException {
    add(page, first);
    Set<String> visited = new HashSet<>(List.of(source.url(), first.url()));
    String next = page.next();
    for (int n = 2; n <= source.pages() && next != null && visited.add(next); n++) {
      next = read(n, next);
    }
    List<Wait> waits = new ArrayList<>(page.waits());
    if (wait != null) {
      waits.add(wait);
    }
    List<Entry> kept = entries.subList(0, Math.min(ENTRIES, entries.size()));
    return new Pages(
        new Parsed(
            page.format(),
            cleaner.clean(page.head(), first.url()),
            kept,
            page.next(),
            waits,
            page.damaged()),
        missing);
  }

  /** Reads one more page; the URL of the one after it, null if this was the last. */
  private @Nullable String read(int number, String url) throws InterruptedException {
    return switch (Answers.settled(exchange.fetch(source, url, Validators.NONE, null))) {
      case Outcome.Fetched fetched ->
          switch (reader.read(fetched.document(), selectors, now)) {
            case Parsed page -> add(page, fetched.document()) ? page.next() : null;
            case Reading.NotAFeed(String reason) -> miss(number, reason);
            case Reading.Unreadable(String reason) -> miss(number, reason);
          };
      case Outcome.Throttled throttled -> {
        Duration silence =
            throttled.retryAfter() == null ? NextCheck.USUAL : throttled.retryAfter();
        wait = new Wait(silence, "the site asked for " + Spans.words(silence) + " on a later page");
        yield miss(number, Answers.words(throttled));
      }
      case Outcome other -> miss(number, Answers.words(other));
    };
  }

  /** False if the page says nothing that was not said before. */
  private boolean add(Parsed page, Document document) {
    boolean news = false;
    for (Entry entry : page.entries()) {
      Entry clean = cleaner.clean(entry, document.url());
      if (known.add(clean)) {
        entries.add(clean);
        news = true;
      }
    }
    return news && entries.size() < ENTRIES;
  }

  private @Nullable String miss(int number, String reason) {
    missing = "page " + number + ": " + reason;
    return null;
  }
}
