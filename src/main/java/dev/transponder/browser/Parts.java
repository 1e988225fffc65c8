package dev.transponder.browser;

import dev.transponder.model.Outcome;
import dev.transponder.model.Use;

/** Fetches what a page asks for, with the manners of the program. Thread safe. */
@FunctionalInterface
public interface Parts {
  /**
   * Asks a URL on behalf of a page.
   *
   * @param use PAGE for another page to which it leads, FEED for the data and scripts of this one
   * @param accept the forms that are asked for, as a header
   */
  Outcome fetch(String url, Use use, String accept) throws InterruptedException;
}
