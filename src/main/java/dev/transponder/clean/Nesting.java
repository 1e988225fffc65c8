package dev.transponder.clean;

import java.util.List;
import java.util.Set;

/**
 * Knows where a parser would make another tree of what was written than the one it was written from
 * (HTML section 13.2.6: implied end tags, foster parents). Cautious: it may doubt what would hold.
 */
final class Nesting {
  private static final Set<String> CLOSES_P =
      Set.of(
          ("blockquote details div dl figcaption figure h1 h2 h3 h4 h5 h6 hr ol p pre summary table"
                  + " ul li dd dt")
              .split(" "));
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> TABLE_PARTS =
      Set.of("table", "thead", "tbody", "tfoot", "tr", "colgroup");

  private Nesting() {}

  /** Whether an element may begin inside those that are open. */
  static boolean holds(List<String> open, String name) {
    String parent = open.isEmpty() ? "" : open.getLast();
    if (TABLE_PARTS.contains(parent)) {
      return holdsInTable(parent, name);
    }
    return switch (name) {
      case "a" -> !open.contains("a");
      case "li" -> !within(open, "li", "ul", "ol") && !open.contains("p");
      case "dd", "dt" ->
          !within(open, "dd", "dl", "dl") && !within(open, "dt", "dl", "dl") && !open.contains("p");
      case "rt", "rp" -> parent.equals("ruby");
      case "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th" -> false;
      default ->
          (!CLOSES_P.contains(name) || !open.contains("p"))
              && !(HEADINGS.contains(name) && HEADINGS.contains(parent));
    };
  }

  /** Whether text may stand inside those that are open. */
  static boolean holdsText(List<String> open, String text) {
    return open.isEmpty() || !TABLE_PARTS.contains(open.getLast()) || text.isBlank();
  }

  private static boolean holdsInTable(String parent, String name) {
    return switch (name) {
      case "caption", "colgroup", "thead", "tbody", "tfoot" -> parent.equals("table");
      case "tr" -> parent.startsWith("t") && !parent.equals("table") && !parent.equals("tr");
      case "td", "th" -> parent.equals("tr");
      case "col" -> parent.equals("colgroup");
      default -> false;
    };
  }

  private static boolean within(List<String> open, String name, String barrier, String other) {
    for (int i = open.size() - 1; i >= 0; i--) {
      String one = open.get(i);
      if (one.equals(name)) {
        return true;
      }
      if (one.equals(barrier) || one.equals(other)) {
        return false;
      }
    }
    return false;
  }
}
