package dev.transponder.refresh;

import dev.transponder.model.Outcome;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;

/** One request and its answer; the network in the program, a folder of documents in a preview. */
@FunctionalInterface
public interface Exchange {
  /**
   * Asks a URL on behalf of a source.
   *
   * @param validators sent with the request where there are any
   */
  Outcome fetch(Source source, String url, Validators validators) throws InterruptedException;
}
