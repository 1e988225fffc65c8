package dev.transponder.refresh;

import dev.transponder.model.LearnedList;
import dev.transponder.model.Outcome;
import dev.transponder.model.Reading;
import dev.transponder.model.Validators;
import dev.transponder.model.Wait;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one look at a source gave. */
sealed interface Look {

  /**
   * What an answer said beside its document.
   *
   * @param asked the URL that was asked
   * @param url that gave the validators: where the document came from, after redirects
   * @param fresh how long the document stays fresh, null if the answer does not say
   * @param movedTo where {@code asked} says that it has moved for good, null if it does not
   */
  record Answer(
      String asked,
      Validators validators,
      @Nullable String url,
      @Nullable Wait fresh,
      @Nullable String movedTo) {

    static Answer of(String asked, Outcome.Fetched fetched, @Nullable String movedTo) {
      return new Answer(
          asked, fetched.validators(), fetched.document().url(), fetched.fresh(), movedTo);
    }

    /** For a document that has to be read again: nothing to ask "has it changed?" with. */
    Answer withoutValidators() {
      return new Answer(asked, Validators.NONE, url, fresh, movedTo);
    }
  }

  /**
   * A later page of a listing that could not be had.
   *
   * @param reason in words
   * @param silence how long it or its host wants to be left alone, null for no such wish
   */
  record Missing(String reason, @Nullable Duration silence) {}

  /**
   * Entries, cleaned.
   *
   * @param way how they were found: "feed", "discovered", "selectors" or "listing"
   * @param feedUrl the feed that was discovered, null if the source's own URL was read
   * @param partial whether only new entries were sent, see {@link Outcome.Fetched}
   * @param bodyHash of the document and of how it was read, null if it has to be read again
   * @param missing what should be there and is not, null if nothing is missing
   * @param feeds the feeds that the page names, empty if it is none
   * @param list how the list of a page was found, null if it was told or is a feed
   */
  record Seen(
      String way,
      @Nullable String feedUrl,
      Reading.Parsed parsed,
      Answer answer,
      boolean partial,
      @Nullable String bodyHash,
      @Nullable Missing missing,
      List<NamedFeed> feeds,
      @Nullable LearnedList list)
      implements Look {}

  /**
   * The same document as last time.
   *
   * @param resent whether the site sent all of it, though it was asked whether there is another one
   */
  record Unchanged(Answer answer, boolean resent) implements Look {}

  /** A readable page in which no entries could be found. */
  record Nothing(String reason, List<NamedFeed> feeds) implements Look {}

  /**
   * A document that turned out to be a page of which nothing may be used, or nothing yet, nor the
   * feed that it names: its URL is asked for as a page from now on. Holds Failed or Throttled.
   */
  record Withheld(Outcome outcome) implements Look {}

  /** No document, or one that cannot be read. Holds Throttled, Gone or Failed. */
  record Missed(Outcome outcome) implements Look {}
}
