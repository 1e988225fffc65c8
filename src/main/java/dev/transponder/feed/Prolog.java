package dev.transponder.feed;

/**
 * Where a document really begins: behind marks, white space, and what a server let slip before it.
 */
final class Prolog {
  /** How many characters before the root element are passed over. */
  private static final int SEARCH = 50_000;

  private static final String[] ROOTS = {"<?xml", "<rss", "<feed", "<rdf:RDF", "<channel", "<RDF"};

  private Prolog() {}

  /** The first character that is not white space or a byte order mark. */
  static int start(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\uFEFF')) {
      i++;
    }
    return i;
  }

  /** Where the XML begins, from {@code start} on; -1 if there is none. */
  static int root(String text, int start) {
    int open = text.indexOf('<', start);
    if (open == start) {
      return start;
    }
    int end = Math.min(text.length(), start + SEARCH);
    int best = -1;
    for (String root : ROOTS) {
      int found = text.indexOf(root, start, end);
      best = found >= 0 && (best < 0 || found < best) ? found : best;
    }
    return best;
  }
}
