package dev.transponder.page;

import dev.transponder.model.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the link from a listing to its next page: by what the link says it is (rel), by its class,
 * by its text in many languages, by the number after that of this page.
 */
final class NextPage {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:^|[/?&_.=-])(?:page|paged|pg|p|seite|pagina|index|list)[/=_-]?(\\d{1,4})(?![\\d])(?=$|[/?&#.])");
  private static final Pattern REL_NEXT = Pattern.compile("(?i)(?:^|\\s)next(?:$|\\s)");

  /** The numbers of a pager say no more than this. */
  private static final int LONGEST_PAGER = 80;

  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,4}");

  private final org.jsoup.nodes.Document page;
  private final String url;
  private final int number;
  private final Budget budget;

  /** Where the links of each text that may mean the next page lead. */
  private final Map<String, Set<String>> targets = new HashMap<>();

  private NextPage(org.jsoup.nodes.Document page, String url, Budget budget) {
    this.page = page;
    this.budget = budget;
    this.url = Url.withoutFragment(url);
    this.number = numberOf(url, -1);
  }

  /** The link (an {@code a} or {@code link} element) to the next page, null if there is none. */
  static @Nullable Element of(org.jsoup.nodes.Document page, Facts facts) {
    return new NextPage(page, facts.url(), facts.budget()).find();
  }

  private @Nullable Element find() {
    List<Element> links = new ArrayList<>();
    for (Element link : page.select("a[href], link[rel][href]")) {
      if (PagerWords.isNext(link.text())) {
        targets.computeIfAbsent(link.text(), _ -> new HashSet<>()).add(link.absUrl("href"));
      }
      if (leadsOn(link)) {
        links.add(link);
      }
    }
    Element said = first(links, this::isSaid);
    said = said == null ? first(links, this::isCalled) : said;
    return said == null ? first(links, this::isNumbered) : said;
  }

  private static @Nullable Element first(List<Element> links, Predicate<Element> is) {
    return links.stream().filter(is).findFirst().orElse(null);
  }

  /** To another page of the same site, and not to one that comes before this one. */
  private boolean leadsOn(Element link) {
    String target = Url.withoutFragment(link.absUrl("href"));
    if (target.isEmpty()
        || target.equals(url)
        || link.attr("href").startsWith("#")
        || !sameHost(target)) {
      return false;
    }
    int there = numberOf(target, -1);
    // Some count from 0: the first page has no number, the second has the number 1.
    // A number that both have is no page's: "/list/12/2.html" comes after "/list/12/".
    return there < 0
        || there == number
        || there == number + 1
        || (number < 0 && (there == 1 || there == 2));
  }

  private boolean sameHost(String target) {
    return Url.host(target).equals(Url.host(url));
  }

  private boolean isSaid(Element link) {
    return REL_NEXT.matcher(link.attr("rel")).find();
  }

  private boolean isCalled(Element link) {
    String text = link.text();
    if (link.nameIs("link") || PagerWords.isPrevious(text)) {
      return false;
    }
    boolean inPager = numberOf(link.absUrl("href"), -1) > 0 || isInPager(link);
    if (PagerWords.isNext(text)) {
      return (inPager || text.length() > 2) && isApart(text);
    }
    boolean means = PagerWords.isArrow(text) || PagerWords.isMore(text);
    return inPager && (isNamed(link) || saysNext(link) || means);
  }

  private static boolean isNamed(Element link) {
    Element parent = link.parent();
    return PagerWords.namesNext(link.className() + " " + link.id())
        || (parent != null
            && parent.childrenSize() == 1
            && PagerWords.namesNext(parent.className()));
  }

  private static boolean saysNext(Element link) {
    return PagerWords.isNext(link.attr("aria-label")) || PagerWords.isNext(link.attr("title"));
  }

  /** What stands under each card leads to no next page: its like leads to other places too. */
  private boolean isApart(String text) {
    return targets.getOrDefault(text, Set.of()).size() < 2;
  }

  private static boolean isInPager(Element link) {
    Element up = link;
    for (int i = 0; i < 4 && up != null; i++, up = up.parent()) {
      if (PagerWords.namesPager(up.className() + " " + up.id())
          || PagerWords.namesPager(up.attr("aria-label"))) {
        return true;
      }
    }
    return false;
  }

  /** A link whose text is the number after this page's, beside one of another page. */
  private boolean isNumbered(Element link) {
    int there = numberOf(link.absUrl("href"), -1);
    int here = there == number ? 1 : Math.max(1, number);
    String text = link.text().strip();
    if (number > 0 && there == number + 1 && text.equals(Integer.toString(there + 1))) {
      return true; // counted from 0
    }
    if (!text.equals(Integer.toString(here + 1))) {
      return false;
    }
    if (there == here + 1) {
      return true;
    }
    budget.check();
    Element up = link.parent();
    for (int i = 0; i < 3 && up != null; i++, up = up.parent()) {
      String around = Facts.beginning(up, LONGEST_PAGER);
      if (around.length() == LONGEST_PAGER) {
        return false; // and no less around it
      }
      long numbers =
          up.getAllElements().stream()
              .filter(e -> PLAIN_NUMBER.matcher(e.ownText().strip()).matches())
              .limit(3)
              .count();
      if (numbers > 1) {
        return isInPager(link) || around.startsWith("1 2");
      }
    }
    return false;
  }

  /** The page number in a URL; {@code otherwise} if there is none. */
  static int numberOf(String url, int otherwise) {
    Matcher m = NUMBER.matcher(url.replaceFirst("^[a-z]+://[^/]*", ""));
    int found = otherwise;
    while (m.find()) {
      found = Integer.parseInt(m.group(1));
    }
    return found;
  }
}
