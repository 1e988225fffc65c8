package dev.transponder.page;

import dev.transponder.model.Entry;
import dev.transponder.model.Selectors;
import java.util.List;

/**
 * A candidate whose fields were voted for, and how much it looks like the list of its page.
 *
 * @param elements the numbers of the cards' elements
 * @param entries of the first cards
 */
record Judged(List<Integer> elements, List<Card> cards, List<Entry> entries, double score) {
  /** So many entries tell how good a list is. */
  private static final int ENTRIES = 40;

  private static final Selectors NOTHING =
      new Selectors("*", null, null, null, null, null, null, null, null);

  static Judged of(Survey survey, List<Integer> elements, Facts facts) {
    facts.budget().check();
    List<Card> cards = Card.of(elements.stream().map(survey::element).toList());
    Selectors fields = Votes.complete(NOTHING, cards, facts);
    EntrySelectors reader = EntrySelectors.of(fields);
    List<Entry> entries =
        cards.stream().limit(ENTRIES).map(card -> reader.read(card, facts)).toList();
    Likeness likeness = Likeness.of(survey, elements, cards, entries);
    return new Judged(elements, cards, entries, likeness.score());
  }

  /** From 0 to 1; the list of a page has more than a half. */
  double confidence() {
    return 1 / (1 + Math.exp(-score));
  }
}
