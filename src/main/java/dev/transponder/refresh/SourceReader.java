package dev.transponder.refresh;

import dev.transponder.model.Document;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Reading;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.Validators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a source: fetches it, reads it as a feed, by selectors or by the feed that its page
 * names, and cleans what it says. Decides nothing about what is new. Thread safe.
 */
final class SourceReader {
  /** A page that names more feeds than these names one for each comment thread. */
  private static final int CANDIDATES = 5;

  private final Exchange exchange;
  private final CleanReader reader;

  SourceReader(Exchange exchange, Workshop workshop) {
    this.exchange = exchange;
    this.reader = new CleanReader(workshop);
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
      return switch (reader.page(fetched.document(), source.scrape())) {
        case Parsed parsed -> {
          Pager.Pages pages =
              new Pager(exchange, reader, source, source.scrape()).from(fetched.document(), parsed);
          yield pages(pages, fetched, how);
        }
        case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
        case Reading.Unreadable(String reason) -> unusable(reason);
      };
    }
    return switch (reader.feed(fetched.document())) {
      case Parsed parsed ->
          seen(feedUrl == null ? "feed" : "discovered", feedUrl, parsed, fetched, how);
      case Reading.NotAFeed _ when feedUrl == null -> discover(source, fetched.document(), how);
      case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
      case Reading.Unreadable(String reason) -> unusable(reason);
    };
  }

  /** Reads the first feed named by the page that can be read; one that is dead does not count. */
  private Look discover(Source source, Document page, BodyHash how) throws InterruptedException {
    List<String> feeds = reader.links(page);
    for (String feed : feeds.subList(0, Math.min(CANDIDATES, feeds.size()))) {
      Outcome outcome = Answers.settled(ask(source, feed));
      if (outcome instanceof Outcome.Throttled) {
        return new Look.Missed(outcome);
      }
      if (outcome instanceof Fetched fetched
          && reader.feed(fetched.document()) instanceof Parsed parsed) {
        String hash = how.of(fetched.document());
        return new Look.Seen(
            "discovered",
            feed,
            parsed,
            fetched.validators(),
            fetched.document().url(),
            hash,
            fetched.fresh(),
            null,
            feeds);
      }
    }
    String reason =
        feeds.isEmpty()
            ? "no feed found and no selectors given"
            : "the feeds that the page names cannot be read, and no selectors are given";
    return new Look.Nothing(reason, feeds);
  }

  /**
   * With a page missing the document counts as not read: the next look asks for all of it again.
   */
  private static Look pages(Pager.Pages pages, Fetched fetched, BodyHash how) {
    boolean whole = pages.missing() == null;
    return new Look.Seen(
        "selectors",
        null,
        pages.parsed(),
        whole ? fetched.validators() : Validators.NONE,
        fetched.document().url(),
        whole ? how.of(fetched.document()) : null,
        fetched.fresh(),
        pages.missing(),
        List.of());
  }

  private Outcome ask(Source source, String url) throws InterruptedException {
    return exchange.fetch(source, url, Validators.NONE, null);
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
