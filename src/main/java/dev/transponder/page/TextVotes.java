package dev.transponder.page;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Votes for excerpt, author, categories and image, which an entry may do without. */
record TextVotes(Places places, Facts facts) {
  private static final Pattern AUTHOR =
      Pattern.compile("(?i)(?:^|[\\s_-])(?:author|byline|by-author)(?:$|[\\s_-])");
  private static final Pattern CATEGORY =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:categor(?:y|ies)|tags?|badge|label|topic|kicker)(?:$|[\\s_-])");
  private static final Pattern CATEGORY_URL =
      Pattern.compile(
          "(?i)/(?:tags?|categor(?:y|ies|ia|ie)|topics?|label)/|[?&](?:tag|cat|category)=");
  private static final Pattern PORTRAIT = Pattern.compile("(?i)avatar|gravatar|author|profile");

  /** Fewer words are a label. */
  private static final int SENTENCE = 5;

  /** The place with the most words that holds neither title nor date. */
  @Nullable Place excerpt(@Nullable Place title, @Nullable Place date) {
    return places.best(
        0.3,
        place -> {
          double score = 0;
          for (int card = 0; card < place.found().size(); card++) {
            Element element = place.in(card);
            if (element != null && isApart(element, card, title) && isApart(element, card, date)) {
              double words = facts.words(element);
              score += words < SENTENCE ? 0 : 1 - 4 / (words + 1);
            }
          }
          return place.css().isEmpty() ? 0 : score / place.found().size() - 0.0005 * place.order();
        });
  }

  private static boolean isApart(Element element, int card, @Nullable Place other) {
    return other == null || !other.touches(element, card);
  }

  @Nullable Place author() {
    return label(
        0.5,
        6,
        e ->
            e.attr("rel").equals("author")
                || e.attr("itemprop").equals("author")
                || AUTHOR.matcher(e.className()).find());
  }

  @Nullable Place category() {
    return label(
        0.3,
        5,
        e ->
            e.attr("rel").contains("tag")
                || (e.nameIs("a") && CATEGORY_URL.matcher(e.attr("href")).find())
                || isLabel(e));
  }

  /** Whether the class of an element says that it is a category. */
  static boolean isLabel(Element element) {
    return element.childrenSize() == 0 && CATEGORY.matcher(element.className()).find();
  }

  /** The first place that holds such labels, and nothing else, in a share of the cards. */
  private @Nullable Place label(double share, double words, Predicate<Element> is) {
    Predicate<Element> fits =
        e -> is.test(e) && !facts.text(e).isEmpty() && facts.words(e) <= words;
    return places.all().stream()
        .filter(place -> place.share(fits) >= share && place.share(fits) == place.share(_ -> true))
        .findFirst()
        .orElse(null);
  }

  @Nullable Place image() {
    return places.best(
        0.4,
        place -> {
          Set<String> different = new HashSet<>();
          for (Element element : place.elements().toList()) {
            String url = element.nameIs("img") ? Links.image(element) : null;
            if (url != null && !PORTRAIT.matcher(element.className() + url).find()) {
              different.add(url);
            }
          }
          return different.size() / (double) place.found().size() - 0.0005 * place.order();
        });
  }
}
