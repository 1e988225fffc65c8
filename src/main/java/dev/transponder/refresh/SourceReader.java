package dev.transponder.refresh;

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
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a source: asks the right URL, and reads what comes as a feed or as a page ({@link
 * PageLooks}). Decides nothing about what is new. Thread safe.
 */
final class SourceReader {
  /** So many times the same document is no accident. */
  static final int REPEATS = 3;

  /** So many failures in a row, and the page is asked whether it names another feed. */
  private static final int PATIENCE = 3;

  private final Exchange exchange;
  private final CleanReader reader;
  private final PageLooks pages;

  SourceReader(Exchange exchange, Workshop workshop, InstantSource clock) {
    this.exchange = exchange;
    this.reader = new CleanReader(workshop, clock);
    this.pages = new PageLooks(exchange, reader);
  }

  Look look(Source source, SourceState state) throws InterruptedException {
    BodyHash how = new BodyHash(source);
    // What was stored under other settings must be read again, even if the site has nothing new.
    Known known = how.made(state.bodyHash()) ? Known.of(state) : Known.NOTHING;
    String feedUrl = source.scrape() == null ? state.feedUrl() : null;
    String movedTo = state.habits().movedTo();
    Lost lost = null;
    if (movedTo != null) {
      Use use = feedUrl == null ? use(source, state) : Use.FEED;
      Look look = lookAt(source, movedTo, use, feedUrl, known, how, state, null);
      if (!isLost(look, state)) {
        return look;
      }
      lost = new Lost(movedTo, look);
    }
    if (feedUrl != null) {
      Look look = lookAt(source, feedUrl, Use.FEED, feedUrl, known, how, state, lost);
      if (!isLost(look, state)) {
        return look;
      }
      lost = new Lost(feedUrl, lost == null ? look : lost.look());
    }
    Known own = state.feedUrl() == null ? known : Known.NOTHING;
    Look look = lookAt(source, source.url(), use(source, state), null, own, how, state, lost);
    return lost == null || replaces(look) ? look : lost.look();
  }

  /**
   * Whether what came of the former URL counts, rather than what came of the one that is lost: a
   * 410 of a URL that has moved says nothing of its target. A wish for silence counts anywhere.
   */
  private static boolean replaces(Look former) {
    return switch (former) {
      case Look.Seen _, Look.Unchanged _ -> true;
      case Look.Missed(Outcome.Throttled _), Look.Withheld(Outcome.Throttled _) -> true;
      case Look.Nothing _, Look.Withheld _, Look.Missed _ -> false;
    };
  }

  /**
   * A feed that was read before and cannot be had any more.
   *
   * @param look what came of asking for it; where it had moved as well, of asking for its target
   */
  record Lost(String url, Look look) {}

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
  private static boolean isLost(Look look, SourceState state) {
    return switch (look) {
      case Look.Seen _, Look.Unchanged _ -> false;
      case Look.Nothing _, Look.Withheld _ -> true;
      case Look.Missed(Outcome.Gone _) -> true;
      case Look.Missed(Failed failed) ->
          failed.status() == 404
              || failed.failure() == Failure.UNKNOWN_HOST
              || state.failures() >= PATIENCE;
      case Look.Missed _ -> false;
    };
  }

  private Look lookAt(
      Source source,
      String url,
      Use use,
      @Nullable String feedUrl,
      Known known,
      BodyHash how,
      SourceState state,
      @Nullable Lost lost)
      throws InterruptedException {
    Outcome outcome = exchange.fetch(source, url, use, known.validators(), known.validatorsUrl());
    String movedTo = outcome instanceof Outcome.Moved moved ? moved.to() : null;
    return switch (Answers.settled(outcome)) {
      case Fetched fetched -> {
        Look.Answer answer = Look.Answer.of(url, fetched, movedTo);
        boolean asked =
            !known.validators().equals(Validators.NONE)
                && fetched.document().url().equals(known.validatorsUrl());
        yield how.of(fetched.document()).equals(known.bodyHash())
            ? new Look.Unchanged(answer, asked)
            : read(new Arrived(source, fetched, answer, use, how), feedUrl, state, lost);
      }
      case Outcome.NotModified same ->
          new Look.Unchanged(
              new Look.Answer(url, same.validators(), known.validatorsUrl(), same.fresh(), movedTo),
              false);
      case Outcome other -> new Look.Missed(other);
    };
  }

  private Look read(
      Arrived arrived, @Nullable String feedUrl, SourceState state, @Nullable Lost lost)
      throws InterruptedException {
    if (arrived.source().scrape() != null) {
      return pages.bySelectors(arrived, arrived.source().scrape());
    }
    return switch (reader.feed(arrived.fetched().document())) {
      case Parsed parsed ->
          arrived.feed(feedUrl == null ? "feed" : "discovered", feedUrl, parsed, List.of());
      case Reading.NotAFeed _ when feedUrl == null ->
          pages.bare(arrived, state.habits().list(), state.failures(), lost);
      case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
      case Reading.Unreadable(String reason) -> unusable(reason);
    };
  }

  static Look unusable(String reason) {
    return new Look.Missed(new Failed(Failure.UNUSABLE, 0, reason));
  }
}
