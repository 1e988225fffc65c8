package dev.transponder.page;

import dev.transponder.model.Budget;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import dev.transponder.model.Selectors;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of a page: by the selectors of its source, or by finding its list without any.
 *
 * <p>What a selector is not given for is voted for by all entries of the page. An entry without
 * link and without text is none, and so is one in whose middle the page ends. Summaries are HTML as
 * written, not cleaned. Relative dates ("3 days ago") are read at {@code now}. Stateless and thread
 * safe.
 */
public final class PageReader {

  /** What is wrong with a selector, in words for the user; null if it can be used. */
  public static @Nullable String problem(String selector) {
    try {
      Selector.of(selector);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /**
   * The entries, in the order of the page; no entries if the selectors find none.
   *
   * @throws Budget.Spent if the page costs too much
   */
  public Reading read(Document document, Selectors selectors, Instant now, Budget budget) {
    return read(document, selectors, false, now, budget);
  }

  /**
   * The same by a rule that was found ({@link #detect}): a field that it has no selector for was
   * nowhere, and is not voted for again, or it would come and go.
   *
   * @throws Budget.Spent if the page costs too much
   */
  public Reading readAgain(Document document, Selectors rule, Instant now, Budget budget) {
    return read(document, rule, true, now, budget);
  }

  private static Reading read(
      Document document, Selectors selectors, boolean learned, Instant now, Budget budget) {
    return switch (Html.of(document)) {
      case Html.Answer.Page(org.jsoup.nodes.Document page) -> {
        try {
          yield parsed(page, selectors, learned, new Facts(page, document.url(), now, budget));
        } catch (IllegalArgumentException e) {
          yield new Reading.Unreadable("a selector is wrong: " + e.getMessage());
        }
      }
      case Html.Answer.Other(Reading.NotAFeed reading) -> reading;
    };
  }

  /**
   * Finds the list of a page, its entries and the selectors by which they are found again.
   *
   * @throws Budget.Spent if the page costs too much
   */
  public Detection detect(Document document, Instant now, Budget budget) {
    return switch (Html.of(document)) {
      case Html.Answer.Page(org.jsoup.nodes.Document page) -> {
        yield detect(page, new Facts(page, document.url(), now, budget));
      }
      case Html.Answer.Other(Reading.NotAFeed reading) ->
          new Detection.NoList(reading.reason(), List.of());
    };
  }

  private static Detection detect(org.jsoup.nodes.Document page, Facts facts) {
    ListFinder finder = new ListFinder(new Survey(page), facts);
    List<Judged> judged = finder.judged();
    if (judged.isEmpty() || judged.getFirst().score() <= 0) {
      return NoListReason.of(finder.survey(), judged);
    }
    String error = ErrorPage.name(page);
    if (error != null) {
      return NoListReason.ofError(error, finder.survey(), judged);
    }
    Judged best = judged.getFirst();
    List<Element> elements = finder.whole(best);
    Selectors rule = new RuleMaker(page, facts).rule(elements);
    return new Detection.Found(rule, best.confidence(), parsed(page, rule, true, facts));
  }

  private static Reading.Parsed parsed(
      org.jsoup.nodes.Document page, Selectors written, boolean learned, Facts facts) {
    List<Card> all = Card.of(Selector.of(written.entry()).all(page));
    boolean cut = all.size() > 1 && Html.isCut(all.getLast().end(), all.getFirst().end());
    List<Card> cards = cut ? all.subList(0, all.size() - 1) : all;
    EntrySelectors selectors =
        EntrySelectors.of(learned ? written : Votes.complete(written, cards, facts));
    StructuredData data = StructuredData.of(page, facts.budget());
    List<Entry> entries =
        cards.stream()
            .map(card -> selectors.read(card, facts))
            .filter(PageReader::saysSomething)
            .map(data::complete)
            .toList();
    return new Reading.Parsed(
        "html",
        Html.head(page, facts.url()),
        written.title() == null ? Titles.withoutLabels(entries) : entries,
        nextPage(page, facts, Selector.ofNullable(written.next())),
        List.of(),
        cut);
  }

  private static boolean saysSomething(Entry entry) {
    return entry.link() != null || entry.title() != null || entry.summary() != null;
  }

  /** A local page may go on in a local file; whether it may be read is the fetcher's to say. */
  private static @Nullable String nextPage(
      org.jsoup.nodes.Document page, Facts facts, @Nullable Selector next) {
    Element element = next == null ? NextPage.of(page, facts) : next.first(page);
    if (element == null) {
      return null;
    }
    String attribute = next == null || next.attribute() == null ? "href" : next.attribute();
    String local = Links.file(element.absUrl(attribute));
    if (facts.url().startsWith("file:") && local.startsWith("file:")) {
      return local;
    }
    String url = Links.absolute(element, attribute);
    return url == null ? Links.inside(element) : url;
  }
}
