package dev.transponder.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Votes for the title of the entries: texts of a few words, all different, best in a heading or the
 * text of the link.
 */
final class TitleVote {
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:^|[_-])(?:title|headline|heading|p-name|subject)(?:$|[_-])");

  /** A text that goes on after a sentence is an excerpt. */
  private static final Pattern PROSE =
      Pattern.compile("\\p{Ll}{2}[.!?…]+[\"”»)]*\\s+[\\p{Lu}\\p{Lo}\"“«]|[。！？][^」』）】”》\\s]{2}");

  /** Less is no title but any text that most cards have. */
  private static final double LEAST = 3.2;

  /** In fewer cards it is an extra of some. */
  private static final double COVERAGE = 0.4;

  private final Facts facts;
  private final @Nullable Place link;

  private TitleVote(Facts facts, @Nullable Place link) {
    this.facts = facts;
    this.link = link;
  }

  static @Nullable Place of(Places places, Facts facts, @Nullable Place link) {
    return places.best(LEAST, new TitleVote(facts, link)::score);
  }

  private double score(Place place) {
    Set<String> different = new HashSet<>();
    double texts = 0;
    double words = 0;
    double headings = 0;
    double linked = 0;
    double named = 0;
    double blocks = 0;
    double prose = 0;
    for (int card = 0; card < place.found().size(); card++) {
      Element element = place.in(card);
      if (element != null && canBe(element)) {
        texts++;
        different.add(facts.text(element));
        words += fitting(facts.words(element));
        headings += facts.isHeading(element) ? 1 : 0;
        named += isNamed(element) ? 1 : 0;
        blocks += facts.hasBlocks(element) ? 1 : 0;
        prose += PROSE.matcher(facts.text(element)).find() ? 1 : 0;
        Element main = link == null ? null : link.in(card);
        linked += main != null && isOf(element, main) ? 1 : 0;
      }
    }
    double all = place.found().size();
    // A word that stands on several cards is their category.
    double most = words < texts * fitting(1.5) ? 0.9 : 0.5;
    boolean labels = texts > 3 && different.size() < most * texts;
    return texts < COVERAGE * all || texts == 0 || labels
        ? 0
        : (2 * texts + 1.5 * different.size() + words) / all
            + (1.5 * headings + linked + 0.7 * named - 1.2 * blocks - 2.5 * prose) / texts
            - 0.002 * place.order();
  }

  private boolean canBe(Element element) {
    String text = facts.text(element);
    return !text.isEmpty()
        && !Titles.invites(text)
        && !isDate(element)
        && !TextVotes.isLabel(element);
  }

  /** A line that begins with a date tells of the entry; a title may end in one. */
  private boolean isDate(Element element) {
    return element.nameIs("time")
        || (facts.words(element) < 12
            && Titles.isDate(facts.text(element), facts.isHeading(element)));
  }

  /** Titles have between two and fifteen words; fewer are labels and more are excerpts. */
  private static double fitting(double words) {
    if (words > 25) {
      return -2;
    }
    return words > 15 ? 1 - (words - 15) / 12 : Math.min(1, 0.25 + words / 4);
  }

  private static boolean isNamed(Element element) {
    String property = element.attr("itemprop").toLowerCase(Locale.ROOT);
    return property.equals("headline")
        || property.equals("name")
        || element.classNames().stream().anyMatch(name -> NAMED.matcher(name).find());
  }

  /** Whether the text is that of the link, or part of a link around it. */
  private boolean isOf(Element element, Element main) {
    if (facts.text(element).equals(facts.text(main))) {
      return true;
    }
    for (Element up = element; up != null; up = up.parent()) {
      if (up.equals(main)) {
        return true;
      }
    }
    return false;
  }
}
