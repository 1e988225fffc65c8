package dev.transponder.refresh;

import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that has come for a source and is still to be read.
 *
 * @param use what it was asked for
 * @param how it will be read, to name it by
 */
record Arrived(Source source, Fetched fetched, Look.Answer answer, Use use, BodyHash how) {

  /** It turned out to be a feed. */
  Look feed(String way, @Nullable String feedUrl, Parsed parsed, List<NamedFeed> feeds) {
    return new Look.Seen(
        way,
        feedUrl,
        parsed,
        answer,
        fetched.partial(),
        how.of(fetched.document()),
        null,
        feeds,
        null);
  }
}
