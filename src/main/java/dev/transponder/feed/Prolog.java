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
    boolean open = text.charAt(start) == '<';
    if (open && isUsual(text, start)) {
      return start;
    }
    int end = Math.min(text.length(), start + SEARCH);
    int best = -1;
    for (String root : ROOTS) {
      int found = text.indexOf(root, start, best < 0 ? end : best);
      best = found >= 0 ? found : best;
    }
    return best < 0 && open ? start : best;
  }

  /** A declaration, a feed, or a page, which may quote a feed but is none. */
  private static boolean isUsual(String text, int start) {
    char next = start + 1 < text.length() ? text.charAt(start + 1) : 0;
    if (next == '?' || next == '!' || text.regionMatches(true, start, "<html", 0, 5)) {
      return true;
    }
    for (String root : ROOTS) {
      if (text.regionMatches(true, start, root, 0, root.length())) {
        return true;
      }
    }
    return false;
  }
}
