package dev.transponder.refresh;

import dev.transponder.model.Outcome;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer; the network, or a folder of documents where many are judged offline.
 */
@FunctionalInterface
public interface Exchange {
  /**
   * Asks a URL on behalf of a source, if the site's robots.txt lets.
   *
   * @param validators of the document that came from {@code validatorsUrl}; sent to that URL alone
   * @param validatorsUrl null if nothing is known yet
   */
  Outcome fetch(
      Source source, String url, Use use, Validators validators, @Nullable String validatorsUrl)
      throws InterruptedException;

  /**
   * Why nothing of a page may be used that was asked for before it was known to be one; null if it
   * may. Where there is no site there is no robots.txt.
   */
  default @Nullable Outcome refusal(Source source, String page) throws InterruptedException {
    return null;
  }
}
