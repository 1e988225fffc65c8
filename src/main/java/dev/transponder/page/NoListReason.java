package dev.transponder.page;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Says why a page has no list. */
final class NoListReason {
  static final String SCRIPTED =
      "the page has no entries without JavaScript; \"render: browser\" reads it with";
  private static final int CANDIDATES = 3;

  /** A page that is made by a script has next to no words before. */
  private static final int EMPTY = 25;

  private static final Pattern SCRIPT = Pattern.compile("(?i)java\\s?script");

  private NoListReason() {}

  static Detection.NoList of(Survey survey, List<Judged> judged) {
    if (isScripted(survey)) {
      return new Detection.NoList(SCRIPTED, List.of());
    }
    List<String> candidates = candidates(survey, judged);
    return new Detection.NoList(
        candidates.isEmpty()
            ? "the page lists no entries"
            : "the page lists nothing that looks like entries",
        candidates);
  }

  /**
   * What an error page lists is not what its site lists.
   *
   * @param name how the page calls itself
   */
  static Detection.NoList ofError(String name, Survey survey, List<Judged> judged) {
    String reason =
        "the page calls itself \"%s\", so what it lists is not taken; \"scrape\" reads it all the same"
            .formatted(name);
    return new Detection.NoList(reason, candidates(survey, judged));
  }

  private static List<String> candidates(Survey survey, List<Judged> judged) {
    return judged.stream().limit(CANDIDATES).map(j -> words(survey, j)).toList();
  }

  private static boolean isScripted(Survey survey) {
    org.jsoup.nodes.Document page = survey.page();
    if (page.select("script[src], script:not([type])").isEmpty()) {
      return false;
    }
    boolean asks =
        page.select("noscript").stream().anyMatch(n -> SCRIPT.matcher(n.wholeText()).find());
    double words = survey.words(0);
    return (words < EMPTY && survey.anchors().size() < 5) || (asks && words < 4 * EMPTY);
  }

  private static String words(Survey survey, Judged judged) {
    Element first = survey.element(judged.elements().getFirst());
    String text = first.text();
    return "%d × %s (\"%s\"…)"
        .formatted(
            judged.elements().size(),
            Naming.place(first),
            text.substring(0, Math.min(40, text.length())));
  }
}
