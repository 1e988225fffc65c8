package dev.transponder.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The place of one entry on a page: its element, and where entries are runs of siblings (a heading
 * and its paragraphs, {@code dt} and {@code dd}) those that follow it.
 *
 * @param tail the siblings up to the next entry; most entries have none
 */
record Card(Element head, List<Element> tail) {
  /** More than these siblings are no part of an entry but what comes after the list. */
  private static final int LONGEST_TAIL = 6;

  Card {
    tail = List.copyOf(tail);
  }

  /** Cards of these elements, which are in the order of the page. */
  static List<Card> of(List<Element> heads) {
    Set<Element> starts = new HashSet<>();
    starts.addAll(heads);
    List<List<Element>> tails = heads.stream().map(head -> following(head, starts)).toList();
    long followed = tails.stream().filter(tail -> !tail.isEmpty()).count();
    // What stands between some of the cards only is no part of them: a heading, an advertisement.
    boolean runs = heads.size() > 1 && followed * 4 >= heads.size() * 3L;
    int usual = runs ? tails.stream().mapToInt(List::size).sorted().toArray()[heads.size() / 2] : 0;
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      List<Element> tail = tails.get(i);
      // The last one would otherwise take in whatever follows the list.
      boolean cut = i == heads.size() - 1 || tail.size() > LONGEST_TAIL;
      cards.add(
          new Card(
              heads.get(i),
              !runs ? List.of() : cut ? tail.subList(0, Math.min(usual, tail.size())) : tail));
    }
    return cards;
  }

  private static List<Element> following(Element head, Set<Element> starts) {
    List<Element> tail = new ArrayList<>();
    for (Element next = head.nextElementSibling();
        next != null && !starts.contains(next) && tail.size() <= LONGEST_TAIL;
        next = next.nextElementSibling()) {
      if (next.hasText() && !next.nameIs("script") && !next.nameIs("style")) {
        tail.add(next);
      }
    }
    return tail;
  }

  /** The last of its elements. */
  Element end() {
    return tail.isEmpty() ? head : tail.getLast();
  }

  /** All its elements. */
  Stream<Element> parts() {
    return Stream.concat(Stream.of(head), tail.stream());
  }
}
