package dev.transponder.refresh;

import dev.transponder.clean.Cleaner;
import dev.transponder.feed.FeedReader;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Reading;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.Validators;
import dev.transponder.page.Detection;
import dev.transponder.page.FeedLinks;
import dev.transponder.page.PageReader;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a source: fetches it, reads it as a feed, by selectors, by the feed that its page names
 * or by the list that the page has, and cleans what it says. Decides nothing about what is new.
 * Thread safe.
 */
final class SourceReader {
  /** A page that names more feeds than these names one for each comment thread. */
  private static final int CANDIDATES = 5;

  private final Exchange exchange;
  private final InstantSource clock;
  private final FeedReader feedReader = new FeedReader();
  private final PageReader pageReader = new PageReader();
  private final Cleaner cleaner = new Cleaner();

  SourceReader(Exchange exchange, InstantSource clock) {
    this.exchange = exchange;
    this.clock = clock;
  }

  Look look(Source source, SourceState state) throws InterruptedException {
    BodyHash how = new BodyHash(source);
    // What was stored under other settings must be read again, even if the site has nothing new.
    boolean same = how.made(state.bodyHash());
    Known known =
        same
            ? new Known(state.validators(), state.validatorsUrl(), state.bodyHash())
            : Known.NOTHING;
    String feedUrl = source.scrape() == null ? state.feedUrl() : null;
    if (feedUrl != null) {
      Look look = lookAt(source, feedUrl, feedUrl, known, how);
      if (!isLost(look)) {
        return look;
      }
    }
    return lookAt(source, source.url(), null, state.feedUrl() == null ? known : Known.NOTHING, how);
  }

  /** What is known of the document that was read last. */
  private record Known(
      Validators validators, @Nullable String validatorsUrl, @Nullable String bodyHash) {
    static final Known NOTHING = new Known(Validators.NONE, null, null);
  }

  /** A discovered feed that is no more: its page may name another one. */
  private static boolean isLost(Look look) {
    return switch (look) {
      case Look.Seen _, Look.Unchanged _ -> false;
      case Look.Nothing _ -> true;
      case Look.Missed(Outcome.Gone _) -> true;
      case Look.Missed(Failed failed) -> failed.status() == 404;
      case Look.Missed _ -> false;
    };
  }

  private Look lookAt(
      Source source, String url, @Nullable String feedUrl, Known known, BodyHash how)
      throws InterruptedException {
    return switch (Answers.settled(
        exchange.fetch(source, url, known.validators(), known.validatorsUrl()))) {
      case Fetched fetched -> {
        String hash = how.of(fetched.document());
        yield hash.equals(known.bodyHash())
            ? new Look.Unchanged(fetched.validators(), fetched.document().url(), fetched.fresh())
            : read(source, fetched, feedUrl, how);
      }
      case Outcome.NotModified same ->
          new Look.Unchanged(same.validators(), known.validatorsUrl(), same.fresh());
      case Outcome other -> new Look.Missed(other);
    };
  }

  private Look read(Source source, Fetched fetched, @Nullable String feedUrl, BodyHash how)
      throws InterruptedException {
    if (source.scrape() != null) {
      return switch (pageReader.read(fetched.document(), source.scrape(), clock.instant())) {
        case Parsed parsed -> {
          yield pages(source, parsed, source.scrape(), null, List.of(), fetched, how);
        }
        case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
        case Reading.Unreadable(String reason) -> unusable(reason);
      };
    }
    return switch (feedReader.read(fetched.document())) {
      case Parsed parsed ->
          seen(
              feedUrl == null ? "feed" : "discovered",
              feedUrl,
              clean(parsed, fetched.document()),
              fetched,
              how);
      case Reading.NotAFeed _ when feedUrl == null -> discover(source, fetched, how);
      case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
      case Reading.Unreadable(String reason) -> unusable(reason);
    };
  }

  /** Reads the first feed named by the page that can be read; one that is dead does not count. */
  private Look discover(Source source, Fetched page, BodyHash how) throws InterruptedException {
    List<String> feeds = FeedLinks.of(page.document());
    for (String feed : feeds.subList(0, Math.min(CANDIDATES, feeds.size()))) {
      Outcome outcome = Answers.settled(ask(source, feed));
      if (outcome instanceof Outcome.Throttled) {
        return new Look.Missed(outcome);
      }
      if (outcome instanceof Fetched fetched
          && feedReader.read(fetched.document()) instanceof Parsed parsed) {
        Parsed cleaned = clean(parsed, fetched.document());
        String hash = how.of(fetched.document());
        return new Look.Seen(
            "discovered",
            feed,
            cleaned,
            fetched.validators(),
            fetched.document().url(),
            hash,
            fetched.fresh(),
            null,
            feeds);
      }
    }
    return detect(source, page, feeds, how);
  }

  /** Without a feed, the list that the page itself has. */
  private Look detect(Source source, Fetched page, List<String> feeds, BodyHash how)
      throws InterruptedException {
    return switch (pageReader.detect(page.document(), clock.instant())) {
      case Detection.Found(Selectors rule, double confidence, Parsed parsed) ->
          pages(source, parsed, rule, new Learned(rule, confidence), feeds, page, how);
      case Detection.NoList none ->
          new Look.Nothing(
              (feeds.isEmpty()
                      ? "no feed found, and "
                      : "the feeds that the page names cannot be read, and ")
                  + none.inWords(),
              feeds);
    };
  }

  /**
   * With a page missing the document counts as not read: the next look asks for all of it again.
   */
  private Look pages(
      Source source,
      Parsed parsed,
      Selectors selectors,
      @Nullable Learned learned,
      List<String> feeds,
      Fetched fetched,
      BodyHash how)
      throws InterruptedException {
    Pager.Pages pages =
        new Pager(exchange, source, selectors, clock.instant()).from(fetched.document(), parsed);
    boolean whole = pages.missing() == null;
    return new Look.Seen(
        learned == null ? "selectors" : "listing",
        null,
        pages.parsed(),
        whole ? fetched.validators() : Validators.NONE,
        fetched.document().url(),
        whole ? how.of(fetched.document()) : null,
        fetched.fresh(),
        pages.missing(),
        feeds,
        learned);
  }

  private Outcome ask(Source source, String url) throws InterruptedException {
    return exchange.fetch(source, url, Validators.NONE, null);
  }

  private Parsed clean(Parsed parsed, Document document) {
    List<Entry> entries =
        parsed.entries().stream().map(entry -> cleaner.clean(entry, document.url())).toList();
    return new Parsed(
        parsed.format(),
        cleaner.clean(parsed.head(), document.url()),
        entries,
        parsed.next(),
        parsed.waits(),
        parsed.quiet(),
        parsed.damaged());
  }

  private static Look seen(
      String way, @Nullable String feedUrl, Parsed parsed, Fetched fetched, BodyHash how) {
    return new Look.Seen(
        way,
        feedUrl,
        parsed,
        fetched.validators(),
        fetched.document().url(),
        how.of(fetched.document()),
        fetched.fresh(),
        null,
        List.of());
  }

  private static Look unusable(String reason) {
    return new Look.Missed(new Failed(Failure.UNUSABLE, 0, reason));
  }
}
