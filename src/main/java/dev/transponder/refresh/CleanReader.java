package dev.transponder.refresh;

import dev.transponder.clean.Cleaner;
import dev.transponder.feed.FeedReader;
import dev.transponder.model.Budget;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Selectors;
import dev.transponder.page.Detection;
import dev.transponder.page.FeedLinks;
import dev.transponder.page.MainText;
import dev.transponder.page.PageReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Documents to clean entries: reads and cleans each in the workshop, within its budget. Does not
 * fetch. Thread safe.
 */
final class CleanReader {
  private final Workshop workshop;
  private final FeedReader feeds = new FeedReader();
  private final PageReader pages = new PageReader();
  private final Cleaner cleaner = new Cleaner();
  private final InstantSource clock;

  /**
   * @param clock for dates such as "3 days ago"
   */
  CleanReader(Workshop workshop, InstantSource clock) {
    this.workshop = workshop;
    this.clock = clock;
  }

  /** Reads a feed. */
  Reading feed(Document document) throws InterruptedException {
    return cleaned(document, budget -> feeds.read(document, budget));
  }

  /** Reads a page by selectors. */
  Reading page(Document document, Selectors selectors) throws InterruptedException {
    return cleaned(document, budget -> pages.read(document, selectors, clock.instant(), budget));
  }

  /** Reads a page by a rule that was found on it. */
  Reading again(Document document, Selectors rule) throws InterruptedException {
    return cleaned(document, budget -> pages.readAgain(document, rule, clock.instant(), budget));
  }

  /** Finds the list of a page and the selectors by which it is read. */
  Detection list(Document document) throws InterruptedException {
    try {
      return workshop.work(
          budget ->
              switch (pages.detect(document, clock.instant(), budget)) {
                case Detection.Found found ->
                    new Detection.Found(
                        found.rule(),
                        found.confidence(),
                        clean(found.parsed(), document.url(), budget));
                case Detection.NoList none -> none;
              });
    } catch (Budget.Spent e) {
      return new Detection.NoList(e.reason(), List.of());
    }
  }

  /** The feeds that a page names. */
  List<String> links(Document page) throws InterruptedException {
    return workshop.work(budget -> FeedLinks.of(page));
  }

  /** The text of an entry on its own page. */
  PageAnswer fullText(Document document, Wanted page, List<String> homes)
      throws InterruptedException {
    return workshop.work(
        budget ->
            switch (MainText.of(document, page.entry().title(), budget)) {
              case MainText.Answer.Text text -> {
                Entry read = Entry.builder().content(text.html()).build();
                String content = cleaner.clean(read, text.baseUrl()).content();
                budget.check();
                yield content == null
                    ? new PageAnswer.Missed("no text was found on the page")
                    : checked(document, page, homes, text, content);
              }
              case MainText.Answer.Nothing(String reason) -> new PageAnswer.Missed(reason);
            });
  }

  private static PageAnswer checked(
      Document document,
      Wanted page,
      List<String> homes,
      MainText.Answer.Text text,
      String content) {
    String problem =
        new FullTextCheck(page.entry(), page.link(), document.url(), homes)
            .problem(text, Cleaner.plainText(content));
    return problem == null ? new PageAnswer.Had(content) : new PageAnswer.Missed(problem);
  }

  private Reading cleaned(Document document, Function<Budget, Reading> read)
      throws InterruptedException {
    try {
      return workshop.work(
          budget ->
              switch (read.apply(budget)) {
                case Parsed parsed -> clean(parsed, document.url(), budget);
                case Reading other -> other;
              });
    } catch (Budget.Spent e) {
      return new Reading.Unreadable(e.reason());
    }
  }

  private Parsed clean(Parsed parsed, String url, Budget budget) {
    budget.check();
    List<Entry> entries = new ArrayList<>(parsed.entries().size());
    for (Entry entry : parsed.entries()) {
      entries.add(cleaner.clean(entry, url));
      budget.check();
    }
    return new Parsed(
        parsed.format(),
        cleaner.clean(parsed.head(), url),
        entries,
        parsed.next(),
        parsed.waits(),
        parsed.quiet(),
        parsed.damaged());
  }
}
