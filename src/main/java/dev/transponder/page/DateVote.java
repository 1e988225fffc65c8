package dev.transponder.page;

import dev.transponder.text.DateSearch;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Votes for the element that says when an entry was published. */
final class DateVote {
  /** What is said of changes. */
  private static final Pattern LATER =
      Pattern.compile(
          "updated|modified|datemodified|changed|geändert|aktualisiert|mis à jour|更新|修改|обновл");

  private static final double LEAST = 0.25;

  private DateVote() {}

  static @Nullable Place of(Places places, Facts facts) {
    return places.best(LEAST, place -> score(place, facts));
  }

  private static double score(Place place, Facts facts) {
    Set<Instant> different = new HashSet<>();
    double full = 0;
    double partial = 0;
    double words = 0;
    double later = 0;
    double exact = 0;
    for (Element element : place.elements().toList()) {
      Instant date = facts.date(element);
      if (date != null) {
        full++;
        different.add(date);
      } else if (facts.words(element) <= 4 && isPartial(element, facts)) {
        partial++;
      } else {
        continue;
      }
      words += facts.words(element);
      exact += element.nameIs("time") || element.hasAttr("datetime") ? 1 : 0;
      later += isLater(element) ? 1 : 0;
    }
    double some = full + partial;
    // What is the same on all cards is no date of theirs.
    if (some == 0 || (some > 4 && full > 0 && different.size() == 1)) {
      return 0;
    }
    return (full + 0.6 * partial + 0.2 * exact) / place.found().size()
        - 0.3 * later / some
        - 0.01 * Math.min(20, words / some)
        - 0.001 * place.order();
  }

  private static boolean isPartial(Element element, Facts facts) {
    String text = facts.text(element);
    return DateSearch.monthDay(text) != null
        || facts.dates().headings().complete(text, element) != null;
  }

  private static boolean isLater(Element element) {
    String said = element.className() + " " + element.attr("itemprop") + " " + element.ownText();
    Element parent = element.parent();
    return LATER.matcher(said.toLowerCase(Locale.ROOT)).find()
        || (parent != null && LATER.matcher(parent.ownText().toLowerCase(Locale.ROOT)).find());
  }
}
