package dev.transponder.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The links to the other pages: {@code 1 2 3 … 5}.
 *
 * @param number of the page that shows it
 * @param pages how many there are
 * @param steps page numbers in order, 0 where some are left out
 */
record Pager(int number, int pages, List<Integer> steps) {
  static final int GAP = 0;

  /** First, last, and three around the page. */
  static Pager of(int number, int pages) {
    TreeSet<Integer> shown = new TreeSet<>(List.of(1, pages));
    int start = Math.max(1, Math.min(number - 1, pages - 2));
    for (int page = start; page < start + 3 && page <= pages; page++) {
      shown.add(page);
    }
    List<Integer> steps = new ArrayList<>();
    int before = 0;
    for (int page : shown) {
      if (page > before + 1) {
        steps.add(GAP);
      }
      steps.add(page);
      before = page;
    }
    return new Pager(number, pages, List.copyOf(steps));
  }

  /** The path of a page. */
  static String path(int page) {
    return page == 1 ? "" : "page/" + page;
  }
}
