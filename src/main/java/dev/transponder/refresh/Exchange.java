package dev.transponder.refresh;

import dev.transponder.model.Outcome;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer; the network, or a folder of documents where many are judged offline.
 */
@FunctionalInterface
public interface Exchange {
  /**
   * Asks a URL on behalf of a source.
   *
   * @param validators of the document that came from {@code validatorsUrl}; sent to that URL alone
   * @param validatorsUrl null if nothing is known yet
   */
  Outcome fetch(Source source, String url, Validators validators, @Nullable String validatorsUrl)
      throws InterruptedException;
}
