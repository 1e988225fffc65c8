package dev.transponder.page;

import dev.transponder.model.Entry;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Joins lists of one shape that are reached by different tags: columns of which one is wrapped once
 * more, years of which the older ones are folded away. Their entries are made alike and have the
 * same fields, and together they look at least as much like the list of the page.
 */
final class Kindred {
  /** So far may the shares of entries with a field be apart. */
  private static final double ALIKE = 0.34;

  private final Survey survey;

  private Kindred(Survey survey) {
    this.survey = survey;
  }

  /** The first list with those of the others that are of its kind. */
  static Judged joined(Survey survey, List<Judged> judged, Facts facts) {
    Kindred kindred = new Kindred(survey);
    Judged whole = judged.getFirst();
    for (Judged other : judged.subList(1, judged.size())) {
      if (kindred.isOfItsKind(whole, other)) {
        Set<Integer> elements = new TreeSet<>(whole.elements());
        elements.addAll(other.elements());
        Judged both = Judged.of(survey, List.copyOf(elements), facts);
        whole = both.score() >= whole.score() ? both : whole;
      }
    }
    return whole;
  }

  private boolean isOfItsKind(Judged list, Judged other) {
    return way(list.elements().getFirst()).equals(way(other.elements().getFirst()))
        && other.elements().stream().noneMatch(survey::isMargin)
        && isApart(list.elements(), other.elements())
        && isAlike(list, other, entry -> entry.published() != null)
        && isAlike(list, other, entry -> entry.summary() != null)
        && saysMore(list, other);
  }

  /** The tags from a card to its first link. */
  private String way(int card) {
    for (int anchor : survey.anchors()) {
      if (anchor >= card && anchor < survey.end(card)) {
        StringBuilder way = new StringBuilder();
        for (int at = anchor; at >= card; at = survey.parent(at)) {
          way.append(survey.element(at).normalName()).append(' ');
        }
        return way.toString();
      }
    }
    return "";
  }

  private boolean isApart(List<Integer> some, List<Integer> others) {
    BitSet inside = new BitSet();
    some.forEach(one -> inside.set(one, survey.end(one)));
    return others.stream()
        .allMatch(
            other -> {
              int next = inside.nextSetBit(other);
              return next < 0 || next >= survey.end(other);
            });
  }

  private static boolean isAlike(Judged one, Judged other, Predicate<Entry> has) {
    return Math.abs(share(one, has) - share(other, has)) <= ALIKE;
  }

  private static double share(Judged list, Predicate<Entry> has) {
    return list.entries().stream().filter(has).count() / (double) list.entries().size();
  }

  /** What only repeats links of the list says nothing more: the most read, the latest. */
  private static boolean saysMore(Judged list, Judged other) {
    Set<String> known = new HashSet<>();
    list.entries().stream().map(Entry::link).filter(Objects::nonNull).forEach(known::add);
    return share(other, entry -> entry.link() != null && !known.contains(entry.link())) > 0.5;
  }
}
