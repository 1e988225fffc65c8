package dev.transponder.page;

import dev.transponder.model.Selectors;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes down how a list was read, as the selectors that a user would write. */
record RuleMaker(org.jsoup.nodes.Document page, Facts facts) {

  Selectors rule(List<Element> elements) {
    String entry = Naming.of(page, elements);
    Selectors alone = new Selectors(entry, null, null, null, null, null, null, null, next());
    List<Card> cards = Card.of(Selector.of(entry).all(page));
    return Votes.complete(alone, cards, facts);
  }

  /**
   * A selector that will say the same on later pages: by what the link says it is. A link that was
   * found by its number is found so on each page, without a selector.
   */
  private @Nullable String next() {
    Element link = NextPage.of(page, facts);
    if (link == null) {
      return null;
    }
    if (link.equals(page.selectFirst("a[rel=next]"))) {
      return "a[rel=next]";
    }
    for (String name : link.classNames()) {
      String css = "a." + name;
      if (PagerWords.namesNext(name)
          && PageReader.problem(css) == null
          && link.equals(page.selectFirst(css))) {
        return css;
      }
    }
    return null;
  }
}
