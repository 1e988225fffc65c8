package dev.transponder.page;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Votes for the link that leads from a card to its entry: each card has one, and all differ. */
final class LinkVote {
  /** Paths of the pages that list entries by something; an entry's link is not among them. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)/(?:tags?|categor(?:y|ies|ia|ie)|authors?|topics?|users?|page|archives?|label|search)(?:/|$|\\?)"
              + "|[?&](?:tag|cat|category|author)=|#comment");

  /** A number that is no year, or a name below a date: an entry, though it stands in an archive. */
  private static final Pattern FILED =
      Pattern.compile(
          "(?i)/(?:archives?|topics?)/"
              + "(?:(?!(?:19|20)\\d\\d(?:[/?#]|$))\\d+(?:[-.][^/?#]*)?"
              + "|\\d{4}/\\d\\d/(?:\\d\\d/)?(?!page(?:[/?#]|$))[^/?#]*\\p{L}[^/?#]*)/?(?:[?#]|$)");

  /** Less is a link that some cards have. */
  private static final double LEAST = 1.5;

  private static final int LONG = 4;

  private LinkVote() {}

  /** Whether a URL is that of a page that lists entries by something. */
  static boolean isLabel(String url) {
    return LABEL.matcher(url).find() && !FILED.matcher(url).find();
  }

  static @Nullable Place of(Places places, Facts facts) {
    return places.best(LEAST, place -> score(place, facts));
  }

  private static double score(Place place, Facts facts) {
    Set<String> targets = new HashSet<>();
    double links = 0;
    double words = 0;
    double headings = 0;
    double labels = 0;
    for (Element element : place.elements().toList()) {
      String target = element.nameIs("a") ? Links.content(element, facts.url()) : null;
      if (target != null) {
        links++;
        targets.add(target);
        String text = facts.text(element);
        words += Titles.invites(text) ? 0 : Math.min(1, facts.words(element) / LONG);
        headings += facts.isHeading(element) ? 1 : 0;
        labels += isLabel(target) ? 1 : 0;
      }
    }
    double all = place.found().size();
    return links == 0
        ? 0
        : (2 * links + 2 * targets.size() + words + headings - 1.5 * labels) / all
            - 0.001 * place.order();
  }
}
