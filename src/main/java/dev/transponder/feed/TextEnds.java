package dev.transponder.feed;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds what ends things, and remembers what does not come any more: a hostile document that opens
 * a million comments and ends none is searched once, not a million times. Not thread safe.
 */
final class TextEnds {
  private final String text;
  private final Set<String> gone = new HashSet<>();

  TextEnds(String text) {
    this.text = text;
  }

  /** Where it stands next, -1 if nowhere; places asked for must not go back. */
  int find(String end, int from) {
    if (!gone.isEmpty() && gone.contains(end)) {
      return -1;
    }
    int found = text.indexOf(end, from);
    if (found < 0) {
      gone.add(end);
    }
    return found;
  }
}
