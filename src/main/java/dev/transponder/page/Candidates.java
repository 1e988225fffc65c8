package dev.transponder.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what may be the list of a page: groups of links that are reached by the same tags, each
 * widened to the largest element that holds one of them. Class names play no part, because many
 * pages have none and others a new one for each card. Takes time linear in the page.
 */
final class Candidates {
  /** The lists with the most words; the list of a page was never seen beyond the tenth. */
  private static final int MOST = 40;

  /** The largest element of an entry is not that far above its link. */
  private static final int LEVELS = 14;

  private final Survey survey;
  private final Set<List<Integer>> found = new LinkedHashSet<>();

  private Candidates(Survey survey) {
    this.survey = survey;
  }

  /** Lists of element numbers in the order of the page, the wordiest first. */
  static List<List<Integer>> of(Survey survey) {
    Candidates candidates = new Candidates(survey);
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int anchor : survey.anchors()) {
      groups.computeIfAbsent(survey.path(anchor), _ -> new ArrayList<>()).add(anchor);
    }
    groups.values().forEach(candidates::add);
    return candidates.found.stream()
        .sorted(Comparator.comparingDouble(candidates::rough).reversed())
        .limit(MOST)
        .toList();
  }

  /** The elements around these links, level by level, as long as there are several. */
  private void add(List<Integer> anchors) {
    Set<Integer> elements = new TreeSet<>(anchors);
    for (int level = 0; level < LEVELS && elements.size() > 1; level++) {
      split(elements);
      Set<Integer> above = new TreeSet<>();
      elements.forEach(element -> above.add(survey.parent(element)));
      elements = above;
    }
  }

  /** All of them, and those of each parent: a menu may be reached by the same tags as the list. */
  private void split(Collection<Integer> elements) {
    Map<Integer, List<Integer>> byParent = new LinkedHashMap<>();
    for (int element : elements) {
      byParent.computeIfAbsent(survey.parent(element), _ -> new ArrayList<>()).add(element);
    }
    if (elements.size() > 1) {
      found.add(List.copyOf(elements));
    }
    byParent.values().stream().filter(list -> list.size() > 1).forEach(found::add);
  }

  private double rough(List<Integer> elements) {
    return elements.stream()
        .mapToDouble(i -> Math.min(60, survey.words(i)) * (survey.isMargin(i) ? 0.1 : 1))
        .sum();
  }
}
