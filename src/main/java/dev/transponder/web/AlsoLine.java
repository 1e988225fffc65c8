package dev.transponder.web;

import dev.transponder.publish.AlsoIn;

/**
 * Another source that tells the story of an entry, by its own entry.
 *
 * @param why in words
 */
record AlsoLine(long number, String source, String why) {

  static AlsoLine of(AlsoIn also) {
    String over = also.reason().direct() ? "" : ", over others";
    return new AlsoLine(also.number(), also.origin().name(), also.reason().words() + over);
  }
}
