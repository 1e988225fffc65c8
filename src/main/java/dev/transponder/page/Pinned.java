package dev.transponder.page;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;

/**
 * Takes in the entries of a list that have another markup than the rest: a large one on top, a
 * pinned one, one without a picture. Their links must look like those of the list, and they stand
 * beside its cards, or above them with a heading or a date.
 */
final class Pinned {
  /** More of them are another list. */
  private static final int MOST = 3;

  private final Survey survey;
  private final Set<Integer> cards;
  private final BitSet inside = new BitSet();
  private final Set<Integer> parents = new HashSet<>();

  private Pinned(Survey survey, List<Integer> cards) {
    this.survey = survey;
    this.cards = new TreeSet<>(cards);
    for (int card : cards) {
      inside.set(card, survey.end(card));
      parents.add(survey.parent(card));
    }
  }

  /**
   * The cards and those that belong to them, in the order of the page.
   *
   * @param links where the cards lead to
   */
  static List<Integer> with(Survey survey, List<Integer> cards, Set<String> links) {
    return new Pinned(survey, cards).absorb(links);
  }

  private List<Integer> absorb(Set<String> links) {
    String usual = Url.usualShape(links);
    if (usual == null) {
      return List.copyOf(cards);
    }
    Set<Integer> above = new TreeSet<>();
    Set<Integer> all = new TreeSet<>(cards);
    int first = cards.iterator().next();
    others(usual, links)
        .forEach(
            (element, targets) -> {
              if (targets.size() > 1) {
                return; // another list
              }
              if (parents.contains(survey.parent(element)) && isLike(element)) {
                all.add(element);
              } else if (element < first && isProud(element)) {
                above.add(element);
              }
            });
    if (above.size() <= MOST) {
      all.addAll(above);
    }
    return List.copyOf(all);
  }

  /** The elements outside of the cards with links made as theirs, and where these lead. */
  private Map<Integer, Set<String>> others(String usual, Set<String> links) {
    Map<Integer, Set<String>> others = new HashMap<>();
    for (int anchor : survey.anchors()) {
      String target = survey.href(anchor);
      if (!inside.get(anchor)
          && !survey.isMargin(anchor)
          && !links.contains(target)
          && Url.shape(target).equals(usual)) {
        int widest = widest(anchor);
        if (widest >= 0) {
          others.computeIfAbsent(widest, _ -> new HashSet<>()).add(target);
        }
      }
    }
    return others;
  }

  /** The largest element around a link that holds no card and leads nowhere else of its kind. */
  private int widest(int anchor) {
    int widest = anchor;
    for (int at = survey.parent(anchor); at >= 0; at = survey.parent(at)) {
      int next = inside.nextSetBit(at);
      if (next >= 0 && next < survey.end(at)) {
        return widest;
      }
      widest = at;
    }
    return -1;
  }

  /** Of the same tag as the cards, and like them in having a text to its link. */
  private boolean isLike(int element) {
    String tag = survey.element(cards.iterator().next()).normalName();
    return (survey.element(element).nameIs(tag) && survey.words(element) >= 1) || isProud(element);
  }

  private boolean isProud(int element) {
    Element at = survey.element(element);
    return (at.selectFirst("h1, h2, h3, h4") != null && survey.words(element) >= 2)
        || at.selectFirst("time") != null;
  }
}
