package dev.transponder.refresh;

import dev.transponder.model.Outcome;
import dev.transponder.model.Reading;
import dev.transponder.model.Validators;
import dev.transponder.model.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one look at a source gave. */
sealed interface Look {

  /**
   * Entries, cleaned.
   *
   * @param way how they were found: "feed", "discovered", "selectors" or "listing"
   * @param feedUrl the feed that was discovered, null if the source's own URL was read
   * @param documentUrl where the document came from, after redirects
   * @param bodyHash of the document and of how it was read, null if it has to be read again
   * @param missing what should be there and is not, in words; null if nothing is missing
   * @param feeds the feeds that the page names, empty if it is none
   * @param learned how the list of a page was found, null if it was told or is a feed
   */
  record Seen(
      String way,
      @Nullable String feedUrl,
      Reading.Parsed parsed,
      Validators validators,
      String documentUrl,
      @Nullable String bodyHash,
      @Nullable Wait fresh,
      @Nullable String missing,
      List<String> feeds,
      @Nullable Learned learned)
      implements Look {

    /** What was not detected on a page. */
    Seen(
        String way,
        @Nullable String feedUrl,
        Reading.Parsed parsed,
        Validators validators,
        String documentUrl,
        @Nullable String bodyHash,
        @Nullable Wait fresh,
        @Nullable String missing,
        List<String> feeds) {
      this(way, feedUrl, parsed, validators, documentUrl, bodyHash, fresh, missing, feeds, null);
    }
  }

  /**
   * The same document as last time.
   *
   * @param validatorsUrl the URL that gave the validators
   */
  record Unchanged(Validators validators, @Nullable String validatorsUrl, @Nullable Wait fresh)
      implements Look {}

  /** A readable page in which no entries could be found. */
  record Nothing(String reason, List<String> feeds) implements Look {}

  /** No document, or one that cannot be read. Holds Throttled, Gone or Failed. */
  record Missed(Outcome outcome) implements Look {}
}
