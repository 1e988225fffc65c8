package dev.transponder.page;

import dev.transponder.model.Entry;
import dev.transponder.text.WordCount;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What makes cards look like the list of a page. All parts but {@code number} are shares from 0 to
 * 1; docs/notes/0030 tells how the weights came about.
 *
 * @param dated entries with a date that stands on the page
 * @param datedByUrl entries with a date in their URL only
 * @param words entries whose title has five words or more, those with fewer in part
 * @param titles different titles
 * @param links different links
 * @param share of the words of the page, its square root
 * @param headings cards with a heading
 * @param summaries entries with an excerpt
 * @param number of entries, its binary logarithm, at most 6
 * @param labels entries whose link is that of a category, an author, an archive
 * @param foreign entries whose link leads to another site
 * @param margin cards in the navigation, head, foot or side of the page
 * @param purity cards for each link that is reached as the entries' links are
 * @param coverage of those links of the page, the ones in the cards
 * @param names entries whose URL ends in a name
 * @param below entries whose URL is below that of the page
 * @param ordered entries not newer than the one before
 * @param length cards of thirty words or more, those with fewer in part
 * @param proseOutside of the words in paragraphs, those outside of the cards
 * @param article 1 if the page says that it is one article
 * @param siblings entries whose URL is made as that of the page itself
 * @param inline entries whose link stands in running text
 * @param bare entries with a title of one word and nothing else
 */
record Likeness(
    double dated,
    double datedByUrl,
    double words,
    double titles,
    double links,
    double share,
    double headings,
    double summaries,
    double number,
    double labels,
    double foreign,
    double margin,
    double purity,
    double coverage,
    double names,
    double below,
    double ordered,
    double length,
    double proseOutside,
    double article,
    double siblings,
    double inline,
    double bare) {

  /** Positive for what is a list rather than not. */
  double score() {
    return -7.4
        + 0.8 * dated
        + 0.6 * datedByUrl
        + 0.8 * words
        + 0.3 * titles
        + links
        + 1.5 * share
        + 0.4 * headings
        + 0.3 * summaries
        + 0.6 * number
        - 4 * labels
        - foreign
        - 1.5 * margin
        + 2.3 * purity
        + 1.2 * coverage
        + 1.25 * names
        + below
        + 0.4 * ordered
        + 0.3 * length
        - 1.5 * proseOutside
        - 1.5 * article
        - 2 * siblings
        - 3 * inline
        - 2 * bare;
  }

  static Likeness of(Survey survey, List<Integer> elements, List<Card> cards, List<Entry> entries) {
    return new Measure(survey, elements, cards, entries).likeness();
  }

  /** The counts behind the shares. */
  private static final class Measure {
    private static final int LONG_TITLE = 5;
    private static final int LONG_CARD = 30;
    private static final int BARE = 2;

    /** A paragraph; shorter texts are labels. */
    private static final int PROSE = 12;

    private final Survey survey;
    private final List<Integer> elements;
    private final List<Card> cards;
    private final List<Entry> entries;
    private final BitSet inside = new BitSet();
    private final Set<String> links = new HashSet<>();
    private final Set<String> titles = new HashSet<>();
    private double words;
    private double dated;
    private double datedByUrl;
    private double pairs;
    private double ordered;

    Measure(Survey survey, List<Integer> elements, List<Card> cards, List<Entry> entries) {
      this.survey = survey;
      this.elements = elements;
      this.cards = cards;
      this.entries = entries;
      elements.forEach(element -> inside.set(element, survey.end(element)));
    }

    Likeness likeness() {
      entries.forEach(this::titleAndLink);
      dates();
      String url = survey.page().location();
      String host = Url.host(url);
      String folder = Url.folder(url);
      String shape = Url.shape(url);
      double text = cards.stream().flatMap(Card::parts).mapToDouble(this::words).sum();
      double[] reach = reach();
      return new Likeness(
          dated / entries.size(),
          datedByUrl / entries.size(),
          words / entries.size(),
          titles.size() / (double) entries.size(),
          links.size() / (double) entries.size(),
          Math.sqrt(Math.min(1, text / Math.max(1, survey.words(0)))),
          cards.stream()
                  .limit(entries.size())
                  .filter(card -> card.head().selectFirst(Html.HEADING) != null)
                  .count()
              / (double) entries.size(),
          ofEntries(entry -> entry.summary() != null),
          Math.min(6, Math.log(Math.max(1, links.size())) / Math.log(2)),
          ofLinks(LinkVote::isLabel),
          ofLinks(link -> !host.equals(Url.host(link))),
          elements.stream().filter(survey::isMargin).count() / (double) elements.size(),
          reach[0],
          reach[1],
          ofLinks(Url::hasName),
          ofLinks(link -> link.startsWith(folder)),
          pairs == 0 ? 0 : ordered / pairs * Math.min(1, pairs / 3),
          Math.min(1, text / elements.size() / LONG_CARD),
          proseOutside(),
          isArticle(survey.page()) ? 1 : 0,
          ofLinks(link -> host.equals(Url.host(link)) && Url.shape(link).equals(shape)),
          inline() / elements.size(),
          ofEntries(Measure::isBare));
    }

    private void titleAndLink(Entry entry) {
      if (entry.link() != null) {
        links.add(entry.link());
      }
      // A title that was taken from the excerpt says nothing for the list.
      if (entry.title() != null && !entry.title().equals(Titles.ofExcerpt(entry.summary()))) {
        titles.add(entry.title());
        words += Math.min(1, WordCount.of(entry.title()) / LONG_TITLE);
      }
    }

    private void dates() {
      Instant last = null;
      for (Entry entry : entries) {
        Instant date = entry.published();
        if (date != null) {
          boolean byUrl = date.equals(DateReader.inUrl(entry.link()));
          datedByUrl += byUrl ? 1 : 0;
          dated += byUrl ? 0 : 1;
          pairs += last == null ? 0 : 1;
          ordered += last == null || date.isAfter(last) ? 0 : 1;
        }
        last = date;
      }
    }

    private double ofEntries(java.util.function.Predicate<Entry> is) {
      return entries.stream().filter(is).count() / (double) entries.size();
    }

    private static boolean isBare(Entry entry) {
      return entry.published() == null
          && entry.summary() == null
          && (entry.title() == null || WordCount.of(entry.title()) < BARE);
    }

    private double ofLinks(java.util.function.Predicate<String> is) {
      return ofEntries(entry -> entry.link() != null && is.test(entry.link()));
    }

    private double words(Element element) {
      Integer number = survey.number(element);
      return number == null ? 0 : survey.words(number);
    }

    /** Purity and coverage. */
    private double[] reach() {
      Map<Integer, Integer> votes = new HashMap<>();
      Map<Integer, Set<String>> within = new HashMap<>();
      Map<Integer, Set<String>> everywhere = new HashMap<>();
      for (int anchor : survey.anchors()) {
        int path = survey.path(anchor);
        String target = survey.href(anchor);
        if (inside.get(anchor)) {
          votes.merge(path, links.contains(target) ? 1 : 0, Integer::sum);
          within.computeIfAbsent(path, _ -> new HashSet<>()).add(target);
        }
        if (!survey.isMargin(anchor)) {
          everywhere.computeIfAbsent(path, _ -> new HashSet<>()).add(target);
        }
      }
      int usual =
          votes.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElse(-1);
      double here = within.getOrDefault(usual, Set.of()).size();
      double all = everywhere.getOrDefault(usual, Set.of()).size();
      return new double[] {
        here == 0 ? 0 : Math.min(1, elements.size() / here), all == 0 ? 0 : Math.min(1, here / all)
      };
    }

    private double proseOutside() {
      double within = 0;
      double outside = 0;
      for (int i = 0; i < survey.size(); i++) {
        double prose = survey.prose(i) >= PROSE ? survey.prose(i) : 0;
        within += inside.get(i) ? prose : 0;
        outside += inside.get(i) ? 0 : prose;
      }
      return outside / (within + outside + 60);
    }

    private static boolean isArticle(org.jsoup.nodes.Document page) {
      Element type = page.selectFirst("meta[property=og:type]");
      return type != null && type.attr("content").strip().equalsIgnoreCase("article");
    }

    private double inline() {
      double inline = 0;
      for (int element : elements) {
        for (int i = element; i < survey.end(element); i++) {
          if (survey.element(i).nameIs("a") && links.contains(survey.href(i))) {
            inline += wordsBefore(survey.element(i)) > 4 ? 1 : 0;
            break;
          }
        }
      }
      return inline;
    }

    private static double wordsBefore(Element link) {
      double words = 0;
      for (Node before = link.previousSibling();
          before != null;
          before = before.previousSibling()) {
        words += before instanceof TextNode text ? WordCount.of(text.text()) : 0;
      }
      return words;
    }
  }
}
