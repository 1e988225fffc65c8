package dev.transponder.page;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the cards of a list where a field may stand.
 *
 * @param css selects it in a card; empty for the card itself
 * @param order how early it comes: what comes first is more often meant
 * @param found the first element there in each card, null where there is none
 */
record Place(String css, int order, List<@Nullable Element> found) {
  Stream<Element> elements() {
    return found.stream().filter(Objects::nonNull);
  }

  /** In which share of the cards there is such an element. */
  double share(Predicate<Element> is) {
    return elements().filter(is).count() / (double) found.size();
  }

  /** The element in one of the cards. */
  @Nullable Element in(int card) {
    return found.get(card);
  }

  /** Whether something of this place stands in the element, or the element in it. */
  boolean touches(Element element, int card) {
    Element here = found.get(card);
    return here != null && (isWithin(here, element) || isWithin(element, here));
  }

  private static boolean isWithin(Element inner, Element outer) {
    for (Element up = inner; up != null; up = up.parent()) {
      if (up.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
