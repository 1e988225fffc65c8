package dev.transponder.refresh;

import dev.transponder.model.Document;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Reading;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Render;
import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import dev.transponder.page.Detection;
import dev.transponder.text.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages: by the selectors of the user, by the feed that a page names, or by the list that it
 * has. What was found once is used until the page has become another one. Thread safe.
 */
final class PageLooks {
  /** So many failures in a row, and a feed that cannot be had does not count any more. */
  private static final int PATIENCE = 3;

  /** A page that names more feeds than these names one for each comment thread. */
  private static final int CANDIDATES = 5;

  private final Exchange exchange;
  private final CleanReader reader;

  PageLooks(Exchange exchange, CleanReader reader) {
    this.exchange = exchange;
    this.reader = reader;
  }

  /** A page whose selectors the user has written. */
  Look bySelectors(Arrived page, Selectors selectors) throws InterruptedException {
    return switch (reader.page(page.fetched().document(), selectors)) {
      case Parsed parsed -> all(page, parsed, selectors, null, List.of());
      case Reading.NotAFeed(String reason) -> new Look.Nothing(reason, List.of());
      case Reading.Unreadable(String reason) -> SourceReader.unusable(reason);
    };
  }

  /**
   * A page of which the user has written nothing but the URL. Its feed is looked for first; a page
   * that was asked for as anything may still name one, but it may be scraped, and asked for again,
   * only if robots.txt lets.
   *
   * @param list what was learned of it, null if nothing was
   * @param failures how often in a row the source could not be read before this look
   * @param lost the feed that it named until now and that cannot be had any more; null for none. If
   *     the page names no other one, that is what there is to say: its list has other keys, so that
   *     everything would come a second time
   */
  Look bare(
      Arrived page, @Nullable LearnedList list, int failures, SourceReader.@Nullable Lost lost)
      throws InterruptedException {
    Look learned = list == null ? null : byList(page, list);
    if (learned != null) {
      return learned;
    }
    List<NamedFeed> feeds =
        reader.links(page.fetched().document()).stream()
            .filter(url -> lost == null || !url.equals(lost.url()))
            .map(NamedFeed::new)
            .collect(Collectors.toCollection(ArrayList::new));
    Look feed = discover(page, feeds, failures < PATIENCE);
    if (feed != null) {
      return feed;
    }
    if (lost != null) {
      return lost.look();
    }
    Look refusal = page.use() == Use.PAGE ? null : refusal(page);
    return refusal != null ? refusal : detect(page, feeds);
  }

  /**
   * By what was learned, which stays as it was on that day: what a list loses bit by bit is lost
   * too. Null if the page does not look like that any more.
   */
  private @Nullable Look byList(Arrived page, LearnedList list) throws InterruptedException {
    if (reader.again(page.fetched().document(), list.rule()) instanceof Parsed parsed) {
      LearnedList now = Drift.list(list.rule(), list.confidence(), parsed);
      boolean alike = parsed.damaged() || Drift.looksAlike(list, now);
      return alike && !parsed.entries().isEmpty()
          ? all(page, parsed, list.rule(), list, List.of())
          : null;
    }
    return null;
  }

  /**
   * The first feed named by the page that can be read; one without entries does not count if the
   * page has a list, and one that is dead or on a host that cannot be reached does not count. One
   * that is only in trouble is waited for as long as there is patience: a page that was once read
   * by its list, or by its second feed, stays so, as the first would bring everything a second time
   * under other keys.
   *
   * @param feeds get the problem of each that cannot be read
   */
  private @Nullable Look discover(Arrived page, List<NamedFeed> feeds, boolean patient)
      throws InterruptedException {
    Look forbidden = null;
    Look empty = null;
    for (int i = 0; i < Math.min(CANDIDATES, feeds.size()); i++) {
      String feed = feeds.get(i).url();
      Source source = page.source();
      Outcome outcome =
          Answers.settled(exchange.fetch(source, feed, Use.FEED, Validators.NONE, null));
      if (outcome instanceof Outcome.Throttled throttled
          && (patient || throttled.status() != 503)) {
        return new Look.Withheld(outcome);
      }
      if (outcome instanceof Failed failed && patient && isPassing(failed, feed, page)) {
        String message = "its feed " + Answers.shown(feed) + ": " + failed.message();
        return new Look.Withheld(new Failed(failed.failure(), failed.status(), message));
      }
      if (outcome instanceof Failed failed && failed.failure() == Failure.FORBIDDEN) {
        forbidden = new Look.Withheld(failed);
      }
      String problem = Answers.words(outcome);
      if (outcome instanceof Fetched fetched) {
        switch (reader.feed(fetched.document())) {
          case Parsed parsed -> {
            Look.Answer answer = Look.Answer.of(feed, fetched, null);
            Look seen =
                new Arrived(source, fetched, answer, Use.FEED, page.how())
                    .feed("discovered", feed, parsed, feeds);
            if (!parsed.entries().isEmpty()) {
              return seen;
            }
            empty = empty == null ? seen : empty;
            problem = "it has no entries";
          }
          case Reading.NotAFeed(String reason) -> problem = reason;
          case Reading.Unreadable(String reason) -> problem = reason;
        }
      }
      feeds.set(i, new NamedFeed(feed, problem));
    }
    return empty != null && !hasList(page) ? empty : forbidden;
  }

  private boolean hasList(Arrived page) throws InterruptedException {
    return reader.list(page.fetched().document()) instanceof Detection.Found;
  }

  /** What may be over in an hour: the host is there, it has just sent the page or this answer. */
  private static boolean isPassing(Failed failed, String feed, Arrived page) {
    return switch (failed.failure()) {
      case TIMEOUT, CONNECTION ->
          HostName.of(feed).equals(HostName.of(page.fetched().document().url()));
      case STATUS -> failed.status() >= 500 || failed.status() == 408;
      case UNKNOWN_HOST, UNUSABLE, REFUSED, FORBIDDEN -> false;
    };
  }

  private @Nullable Look refusal(Arrived page) throws InterruptedException {
    for (String url : List.of(page.source().url(), page.fetched().document().url())) {
      Outcome refusal = exchange.refusal(page.source(), url);
      if (refusal != null) {
        return new Look.Withheld(refusal);
      }
    }
    return null;
  }

  private Look detect(Arrived page, List<NamedFeed> feeds) throws InterruptedException {
    return switch (reader.list(page.fetched().document())) {
      case Detection.Found(Selectors rule, double confidence, Parsed parsed) ->
          all(page, parsed, rule, Drift.list(rule, confidence, parsed), feeds);
      case Detection.NoList none -> {
        boolean ran = none.isScripted() && page.source().render() == Render.BROWSER;
        String noList = ran ? "the page has no entries after its scripts ran" : none.inWords();
        String why = noFeed(feeds) + ", and " + noList;
        yield new Look.Nothing(why, feeds);
      }
    };
  }

  private static String noFeed(List<NamedFeed> feeds) {
    List<String> problems =
        feeds.stream().filter(f -> f.problem() != null).map(NamedFeed::inWords).toList();
    return switch (problems.size()) {
      case 0 -> "no feed found";
      case 1 -> "the feed that the page names cannot be read (" + problems.getFirst() + ")";
      default ->
          "none of %d feeds that the page names can be read (first %s)"
              .formatted(problems.size(), problems.getFirst());
    };
  }

  /**
   * With the pages after it. As long as one of them is still to be had, the document counts as not
   * read: all of it is asked for again.
   */
  private Look all(
      Arrived page,
      Parsed parsed,
      Selectors selectors,
      @Nullable LearnedList list,
      List<NamedFeed> feeds)
      throws InterruptedException {
    Pager.Pages pages =
        new Pager(exchange, document -> read(document, selectors, list != null), page.source())
            .from(page.fetched().document(), parsed);
    boolean again = pages.again() || parsed.damaged();
    return new Look.Seen(
        list == null ? "selectors" : "listing",
        null,
        pages.parsed(),
        again ? page.answer().withoutValidators() : page.answer(),
        false,
        again ? null : page.how().of(page.fetched().document()),
        pages.missing(),
        feeds,
        list);
  }

  private Reading read(Document document, Selectors selectors, boolean learned)
      throws InterruptedException {
    return learned ? reader.again(document, selectors) : reader.page(document, selectors);
  }
}
