package dev.transponder.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * All places in the cards of a list. A place is named by a CSS selector, so that what was voted for
 * can be written down and used again; each element stands at several of them: by its class, by what
 * it says it is, by its tags, by its tags with their numbers.
 */
final class Places {
  /** So many cards tell where everything is. */
  private static final int SAMPLE = 30;

  /** Of one card; what comes after these elements is text and no field. */
  private static final int ELEMENTS = 250;

  private static final int DEEPEST = 12;
  private static final int DEEPEST_NUMBERED = 5;
  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "svg", "iframe", "form");

  /** Where some have a class, those without one are told apart by that. */
  private static final Set<String> NAMELESS = Set.of("p", "div", "span", "a");

  /** Tags that say what they are. */
  private static final Set<String> NAMES = Set.of("time", "h1", "h2", "h3", "h4", "h5", "h6");

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Card> cards;
  private final int count;

  private Places(List<Card> cards) {
    this.cards = cards;
    this.count = cards.size();
  }

  static Places of(List<Card> cards) {
    int step = Math.max(1, (cards.size() + SAMPLE - 1) / SAMPLE);
    List<Card> sample = new ArrayList<>();
    for (int i = 0; i < cards.size(); i += step) {
      sample.add(cards.get(i));
    }
    Places places = new Places(sample);
    for (int i = 0; i < sample.size(); i++) {
      Card card = sample.get(i);
      card.head().filter(places.new Walk(i, card.head(), ""));
      for (Element part : card.tail()) {
        part.filter(places.new Walk(i, part, "~ "));
      }
    }
    return places;
  }

  Collection<Place> all() {
    return places.values();
  }

  /**
   * Where a selector of the user leads, which may say it in other words than we would.
   *
   * @throws IllegalArgumentException if it is no selector
   */
  Place written(String selector) {
    Selector written = Selector.of(selector);
    List<@Nullable Element> found = new ArrayList<>();
    cards.forEach(card -> found.add(written.first(card)));
    return new Place(selector, 0, found);
  }

  /** The place with the highest score; null if none is above {@code least}. */
  @Nullable Place best(double least, ToDoubleFunction<Place> score) {
    return places.values().stream()
        .map(place -> Map.entry(place, score.applyAsDouble(place)))
        .filter(scored -> scored.getValue() > least)
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private void put(String css, int card, Element element) {
    Place place =
        places.computeIfAbsent(
            css,
            c ->
                new Place(
                    c,
                    places.size(),
                    new ArrayList<@Nullable Element>(Collections.nCopies(count, null))));
    if (place.found().get(card) == null) {
      place.found().set(card, element);
    }
  }

  /** Enters the elements of one part of a card. */
  private final class Walk implements NodeFilter {
    private final int card;
    private final Element root;
    private final String prefix;
    private final List<String> tags = new ArrayList<>();
    private final List<String> numbered = new ArrayList<>();
    private final List<Map<String, Integer>> children = new ArrayList<>();
    private int seen;

    Walk(int card, Element root, String prefix) {
      this.card = card;
      this.root = root;
      this.prefix = prefix;
      children.add(new HashMap<>());
    }

    @Override
    public FilterResult head(Node node, int level) {
      if (!(node instanceof Element element)) {
        return FilterResult.CONTINUE;
      }
      String tag = element.normalName();
      int nth = children.getLast().merge(tag, 1, Integer::sum);
      if (SILENT.contains(tag) || seen++ > ELEMENTS || tags.size() >= DEEPEST || !Css.isName(tag)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      children.add(new HashMap<>());
      if (isCard(element)) {
        put("", card, element);
      } else {
        enter(element, tag, nth);
      }
      return FilterResult.CONTINUE;
    }

    private boolean isCard(Element element) {
      return prefix.isEmpty() && element.equals(root);
    }

    /** A selector by tag alone would select the card itself. */
    private boolean isOfCard(String tag) {
      return root.nameIs(tag);
    }

    private void enter(Element element, String tag, int nth) {
      boolean first = element.equals(root);
      tags.add(first ? tag : "> " + tag);
      numbered.add(first ? tag : "> " + tag + ":nth-of-type(" + nth + ")");
      for (String name : Css.lastingClasses(element)) {
        if (first || !isOfCard(tag) || !root.hasClass(name)) {
          put(prefix + tag + "." + name, card, element);
        }
      }
      String property = element.attr("itemprop");
      if (Css.isName(property)) {
        put(prefix + "[itemprop=" + property + "]", card, element);
      }
      if (element.className().isEmpty() && (first || (NAMELESS.contains(tag) && !isOfCard(tag)))) {
        put(prefix + tag + ":not([class])", card, element);
      }
      if (NAMES.contains(tag) && (first || !isOfCard(tag))) {
        put(prefix + tag, card, element);
      }
      put(prefix + String.join(" ", tags), card, element);
      if (!first && tags.size() <= DEEPEST_NUMBERED) {
        put(prefix + String.join(" ", numbered), card, element);
      }
    }

    @Override
    public FilterResult tail(Node node, int level) {
      if (node instanceof Element element) {
        children.removeLast();
        if (!isCard(element)) {
          tags.removeLast();
          numbered.removeLast();
        }
      }
      return FilterResult.CONTINUE;
    }
  }
}
