package dev.transponder.browser;

import java.time.Duration;

/**
 * What one page may take.
 *
 * @param settle after which what is there is read, whether or not the page is done
 * @param whole after which the browser is ended, if the page does not even let itself be read
 * @param quiet a page that has asked for nothing so long is done
 * @param idle after which a browser that nobody needs is ended
 * @param requests the page itself included
 * @param bytes of all answers together, and of the HTML that comes of it
 */
record Limits(
    Duration settle, Duration whole, Duration quiet, Duration idle, int requests, int bytes) {
  static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(25),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          40,
          20 << 20);
}
