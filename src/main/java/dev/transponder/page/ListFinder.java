package dev.transponder.page;

import dev.transponder.model.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the list of a page among its candidates. */
record ListFinder(Survey survey, Facts facts) {
  /** Fewer may alternate by chance. */
  private static final int ROWS = 3;

  /** All candidates, the likeliest first. */
  List<Judged> judged() {
    List<Judged> judged = new ArrayList<>();
    for (List<Integer> elements : Candidates.of(survey)) {
      judged.add(Judged.of(survey, elements, facts));
    }
    judged.sort(Comparator.comparingDouble(Judged::score).reversed());
    if (!judged.isEmpty() && judged.getFirst().score() > 0) {
      judged.addFirst(Kindred.joined(survey, judged, facts));
    }
    Judged rows = judged.isEmpty() ? null : firstRows(judged.getFirst());
    if (rows != null && rows.score() > 0) {
      judged.addFirst(rows);
    }
    return judged;
  }

  /**
   * Of entries that take two rows each, a title and what is said of it, the rows with the titles:
   * every other element has a date, and the ones between have none. Null for other lists.
   */
  private @Nullable Judged firstRows(Judged list) {
    List<Integer> rows = new ArrayList<>();
    int dated = 0;
    int undated = 0;
    for (int i = 0; i < list.elements().size(); i++) {
      boolean first = i % 2 == 0;
      if (first) {
        rows.add(list.elements().get(i));
      }
      if (i < list.entries().size()) {
        boolean hasDate = list.entries().get(i).published() != null;
        undated += first && !hasDate ? 1 : 0;
        dated += !first && hasDate ? 1 : 0;
      }
    }
    boolean alternates = dated + undated == list.entries().size() && dated >= ROWS;
    return alternates ? Judged.of(survey, rows, facts) : null;
  }

  /** The elements of a list with those of other markup that belong to it. */
  List<Element> whole(Judged list) {
    Set<String> links = new HashSet<>();
    list.entries().stream().map(Entry::link).filter(Objects::nonNull).forEach(links::add);
    return Pinned.with(survey, list.elements(), links).stream().map(survey::element).toList();
  }
}
