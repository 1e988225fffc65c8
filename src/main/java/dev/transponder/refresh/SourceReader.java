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
import dev.transponder.model.Use;
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

  /** So many times the same document is no accident. */
  static final int REPEATS = 3;

  private final Exchange exchange;
  private final CleanReader reader;

  SourceReader(Exchange exchange, Workshop workshop) {
    this.exchange = exchange;
    this.reader = new CleanReader(workshop);
  }

  Look look(Source source, SourceState state) throws InterruptedException {
    BodyHash how = new BodyHash(source);
    // What was stored under other settings must be read again, even if the site has nothing new.
    Known known = how.made(state.bodyHash()) ? Known.of(state) : Known.NOTHING;
    String feedUrl = source.scrape() == null ? state.feedUrl() : null;
    String movedTo = state.habits().movedTo();
    if (movedTo != null) {
      Look look =
          lookAt(
              source,
              movedTo,
              feedUrl == null ? use(source, state) : Use.FEED,
              feedUrl,
              known,
              how);
      if (!isLost(look)) {
        return look;
      }
    }
    if (feedUrl != null) {
      Look look = lookAt(source, feedUrl, Use.FEED, feedUrl, known, how);
      if (!isLost(look)) {
        return look;
      }
    }
    return lookAt(
        source,
        source.url(),
        use(source, state),
        null,
        state.feedUrl() == null ? known : Known.NOTHING,
        how);
  }

  /**
   * What the source's own URL is asked for: a page stays one also before anything is read of it.
   */
  private static Use use(Source source, SourceState state) {
    if (source.scrape() != null) {
      return Use.PAGE;
    }
    return switch (state.kind()) {
      case null -> Use.UNKNOWN;
      case "feed" -> Use.FEED;
      default -> Use.PAGE;
    };
  }

  /** What is known of the document that was read last. */
  private record Known(
      Validators validators, @Nullable String validatorsUrl, @Nullable String bodyHash) {
    static final Known NOTHING = new Known(Validators.NONE, null, null);

    /**
     * A site that thrice sent the same document whole may compare its ETag with one that it has
     * changed by itself (Apache's "-gzip"); the date alone may do. If it does not, both are sent
     * again.
     */
    static Known of(SourceState state) {
      Validators validators = state.validators();
      int repeats = state.habits().repeats();
      boolean dateOnly = repeats >= REPEATS && repeats < 2 * REPEATS;
      return new Known(
          dateOnly && validators.lastModified() != null
              ? new Validators(null, validators.lastModified())
              : validators,
          state.validatorsUrl(),
          state.bodyHash());
    }
  }

  /** A feed that was discovered or has moved and is no more: the page may name another one. */
  private static boolean isLost(Look look) {
    return switch (look) {
      case Look.Seen _, Look.Unchanged _ -> false;
      case Look.Nothing _, Look.Forbidden _ -> true;
      case Look.Missed(Outcome.Gone _) -> true;
      case Look.Missed(Failed failed) -> failed.status() == 404;
      case Look.Missed _ -> false;
    };
  }

  private Look lookAt(
      Source source, String url, Use use, @Nullable String feedUrl, Known known, BodyHash how)
      throws InterruptedException {
    Outcome outcome = exchange.fetch(source, url, use, known.validators(), known.validatorsUrl());
    String movedTo = outcome instanceof Outcome.Moved moved ? moved.to() : null;
    return switch (Answers.settled(outcome)) {
      case Fetched fetched -> {
        Look.Answer answer = answer(url, fetched, movedTo);
        String hash = how.of(fetched.document());
        boolean asked =
            !known.validators().equals(Validators.NONE)
                && fetched.document().url().equals(known.validatorsUrl());
        yield hash.equals(known.bodyHash())
            ? new Look.Unchanged(answer, asked)
            : read(source, fetched, answer, use, feedUrl, how);
      }
      case Outcome.NotModified same ->
          new Look.Unchanged(
              new Look.Answer(url, same.validators(), known.validatorsUrl(), same.fresh(), movedTo),
              false);
      case Outcome other -> new Look.Missed(other);
    };
  }

  private static Look.Answer answer(String asked, Fetched fetched, @Nullable String movedTo) {
    return new Look.Answer(
        asked, fetched.validators(), fetched.document().url(), fetched.fresh(), movedTo);
  }

  private Look read(
      Source source,
      Fetched fetched,
      Look.Answer answer,
      Use use,
      @Nullable String feedUrl,
      BodyHash how)
      throws InterruptedException {
    if (source.scrape() != null) {
      return switch (reader.page(fetched.document(), source.scrape())) {
        case Parsed parsed -> {
          Pager.Pages pages =
              new Pager(exchange, reader, source, source.scrape()).from(fetched.document(), parsed);
          yield pages(pages, fetched, answer, how);
        }
        case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
        case Reading.Unreadable(String reason) -> unusable(reason);
      };
    }
    return switch (reader.feed(fetched.document())) {
      case Parsed parsed ->
          seen(
              feedUrl == null ? "feed" : "discovered",
              feedUrl,
              parsed,
              fetched,
              answer,
              how,
              List.of());
      case Reading.NotAFeed _ when feedUrl == null -> page(source, fetched.document(), use, how);
      case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
      case Reading.Unreadable(String reason) -> unusable(reason);
    };
  }

  /**
   * A page that was asked for as anything may still name its feed; it may be scraped, and asked for
   * again, only if robots.txt lets.
   */
  private Look page(Source source, Document page, Use use, BodyHash how)
      throws InterruptedException {
    Look found = discover(source, page, how);
    if (use != Use.PAGE && found instanceof Look.Nothing) {
      for (String url : List.of(source.url(), page.url())) {
        Outcome refusal = exchange.refusal(source, url);
        if (refusal != null) {
          return new Look.Forbidden(refusal);
        }
      }
    }
    return found;
  }

  /** Reads the first feed named by the page that can be read; one that is dead does not count. */
  private Look discover(Source source, Document page, BodyHash how) throws InterruptedException {
    List<String> feeds = reader.links(page);
    Look.@Nullable Forbidden forbidden = null;
    for (String feed : feeds.subList(0, Math.min(CANDIDATES, feeds.size()))) {
      Outcome outcome = Answers.settled(ask(source, feed));
      if (outcome instanceof Outcome.Throttled) {
        return new Look.Missed(outcome);
      }
      if (outcome instanceof Failed failed && failed.failure() == Failure.FORBIDDEN) {
        forbidden = new Look.Forbidden(failed);
      }
      if (outcome instanceof Fetched fetched
          && reader.feed(fetched.document()) instanceof Parsed parsed) {
        Look.Answer answer = answer(feed, fetched, null);
        return seen("discovered", feed, parsed, fetched, answer, how, feeds);
      }
    }
    if (forbidden != null) {
      return forbidden;
    }
    String reason =
        feeds.isEmpty()
            ? "no feed found and no selectors given"
            : "the feeds that the page names cannot be read, and no selectors are given";
    return new Look.Nothing(reason, feeds);
  }

  /** With a page still to be had the document counts as not read: all of it is asked for again. */
  private static Look pages(Pager.Pages pages, Fetched fetched, Look.Answer answer, BodyHash how) {
    return new Look.Seen(
        "selectors",
        null,
        pages.parsed(),
        pages.again() ? answer.withoutValidators() : answer,
        false,
        pages.again() ? null : how.of(fetched.document()),
        pages.missing(),
        List.of());
  }

  private Outcome ask(Source source, String url) throws InterruptedException {
    return exchange.fetch(source, url, Use.FEED, Validators.NONE, null);
  }

  private static Look seen(
      String way,
      @Nullable String feedUrl,
      Parsed parsed,
      Fetched fetched,
      Look.Answer answer,
      BodyHash how,
      List<String> feeds) {
    return new Look.Seen(
        way, feedUrl, parsed, answer, fetched.partial(), how.of(fetched.document()), null, feeds);
  }

  private static Look unusable(String reason) {
    return new Look.Missed(new Failed(Failure.UNUSABLE, 0, reason));
  }
}
