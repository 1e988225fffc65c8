package dev.transponder.page;

import dev.transponder.model.Entry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds the list of a page among its candidates. */
record ListFinder(Survey survey, Facts facts) {
  /** All candidates, the likeliest first. */
  List<Judged> judged() {
    return Candidates.of(survey).stream()
        .map(elements -> Judged.of(survey, elements, facts))
        .sorted(Comparator.comparingDouble(Judged::score).reversed())
        .toList();
  }

  /** The elements of a list with those of other markup that belong to it. */
  List<Element> whole(Judged list) {
    Set<String> links = new HashSet<>();
    list.entries().stream().map(Entry::link).filter(Objects::nonNull).forEach(links::add);
    return Pinned.with(survey, list.elements(), links).stream().map(survey::element).toList();
  }
}
