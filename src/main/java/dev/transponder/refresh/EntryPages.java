package dev.transponder.refresh;

import dev.transponder.model.Budget;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import dev.transponder.text.HostName;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the pages of entries, one after the other, and reads their texts. What one page does
 * ends with it; a host that wants fewer requests or does not answer is left alone for the rest of
 * the refresh. Decides nothing about entries. Thread safe.
 */
final class EntryPages {
  private static final Logger log = LoggerFactory.getLogger(EntryPages.class);

  private final Exchange exchange;
  private final CleanReader reader;

  EntryPages(Exchange exchange, Workshop workshop, InstantSource clock) {
    this.exchange = exchange;
    this.reader = new CleanReader(workshop, clock);
  }

  /**
   * What the pages gave, by entry key; pages that were not asked for are not in it.
   *
   * @param homes URLs that are never an entry
   */
  Map<String, PageAnswer> read(Source source, List<String> homes, List<Wanted> wanted)
      throws InterruptedException {
    Map<String, PageAnswer> answers = new HashMap<>();
    Set<String> leftAlone = new HashSet<>();
    for (Wanted page : wanted) {
      String host = HostName.of(page.link());
      if (leftAlone.contains(host)) {
        continue;
      }
      Outcome outcome = ask(source, page.link());
      if (isWeary(outcome)) {
        leftAlone.add(host);
      }
      if (outcome instanceof Outcome.Throttled throttled && throttled.status() == 0) {
        continue; // nothing was sent
      }
      PageAnswer answer =
          outcome instanceof Outcome.Fetched fetched
              ? read(source, homes, page, fetched)
              : new PageAnswer.Missed(Answers.words(outcome));
      if (answer instanceof PageAnswer.Missed(String reason)) {
        log.info(
            "refresh {}: no full text of {}: {}", source.id(), Answers.shown(page.link()), reason);
      }
      answers.put(page.key(), answer);
    }
    return answers;
  }

  private Outcome ask(Source source, String link) throws InterruptedException {
    try {
      return Answers.settled(exchange.fetch(source, link, Use.PAGE, Validators.NONE, null));
    } catch (RuntimeException | StackOverflowError bug) {
      return new Outcome.Failed(Failure.UNUSABLE, 0, inWords(source, bug));
    }
  }

  private PageAnswer read(Source source, List<String> homes, Wanted page, Outcome.Fetched fetched)
      throws InterruptedException {
    try {
      return reader.fullText(fetched.document(), page, homes);
    } catch (Budget.Spent e) {
      return new PageAnswer.Missed(e.reason());
    } catch (RuntimeException | StackOverflowError bug) {
      return new PageAnswer.Missed(inWords(source, bug));
    }
  }

  private static String inWords(Source source, Throwable bug) {
    log.error("refresh {}: unexpected, please report it", source.id(), bug);
    return "internal error: " + bug.getClass().getSimpleName();
  }

  /** Whether to ask this host for more would be bad manners, or in vain. */
  private static boolean isWeary(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Throttled _ -> true;
      case Outcome.Failed failed ->
          failed.failure() == Failure.CONNECTION
              || failed.failure() == Failure.TIMEOUT
              || failed.failure() == Failure.UNKNOWN_HOST;
      case Outcome.Fetched _, Outcome.NotModified _, Outcome.Moved _, Outcome.Gone _ -> false;
    };
  }
}
