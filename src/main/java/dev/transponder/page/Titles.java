package dev.transponder.page;

import dev.transponder.model.Entry;
import dev.transponder.text.DateSearch;
import dev.transponder.text.DayOrder;
import dev.transponder.text.Excerpt;
import dev.transponder.text.RelativeDates;
import dev.transponder.text.WordCount;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells titles from the words that merely invite to read on. */
final class Titles {
  private static final int LONGEST = 100;
  private static final int LONGEST_INVITATION = 60;

  /** As they stand below excerpts, without arrows and dots; seen on listing pages of all kinds. */
  private static final Set<String> INVITATIONS =
      Set.of(
          "more",
          "read more",
          "read on",
          "read",
          "continue reading",
          "learn more",
          "see more",
          "view more",
          "full story",
          "read full story",
          "details",
          "view",
          "open",
          "link",
          "permalink",
          "weiterlesen",
          "mehr",
          "mehr lesen",
          "mehr erfahren",
          "lire la suite",
          "lire plus",
          "en savoir plus",
          "leer más",
          "seguir leyendo",
          "más información",
          "leia mais",
          "continuar lendo",
          "saiba mais",
          "leggi tutto",
          "continua a leggere",
          "leggi di più",
          "lees meer",
          "verder lezen",
          "läs mer",
          "les mer",
          "læs mere",
          "lue lisää",
          "czytaj dalej",
          "czytaj więcej",
          "číst dál",
          "číst více",
          "tovább",
          "читать далее",
          "читать дальше",
          "подробнее",
          "далее",
          "читати далі",
          "devamını oku",
          "阅读全文",
          "阅读更多",
          "查看更多",
          "继续阅读",
          "查看全文",
          "查看详情",
          "详情",
          "更多",
          "全文",
          "閱讀全文",
          "閱讀更多",
          "繼續閱讀",
          "查看更多內容",
          "続きを読む",
          "もっと見る",
          "もっと読む",
          "詳細",
          "詳しくはこちら",
          "더 보기",
          "더보기",
          "더 읽기",
          "자세히 보기",
          "계속 읽기");

  private Titles() {}

  /** Whether a text says only that there is more. */
  static boolean invites(String text) {
    if (text.length() > LONGEST_INVITATION) {
      return false;
    }
    String words = text.replaceAll("[\\p{P}\\p{S}\\s]+", " ").strip().toLowerCase(Locale.ROOT);
    return INVITATIONS.contains(words);
  }

  /** The first heading, else the text of a link; null if there is neither. */
  static @Nullable String usual(Card card) {
    return card.parts()
        .map(part -> part.selectFirst(Html.HEADING))
        .filter(heading -> heading != null && heading.hasText())
        .map(heading -> heading == null ? "" : heading.text())
        .findFirst()
        .orElseGet(
            () ->
                card.parts().map(Titles::ofLink).filter(Objects::nonNull).findFirst().orElse(null));
  }

  /** A link around a whole card has no title for its text, but may have one for its name. */
  private static @Nullable String ofLink(Element part) {
    for (Element anchor : part.select("a[href]")) {
      String text = anchor.text();
      if (!Html.hasBlocks(anchor) && !text.isBlank() && !invites(text) && !isDate(text, true)) {
        return text;
      }
    }
    for (Element anchor : part.select("a[href][aria-label], a[href][title]")) {
      String name = anchor.hasAttr("aria-label") ? anchor.attr("aria-label") : anchor.attr("title");
      if (!name.isBlank() && !invites(name)) {
        return name;
      }
    }
    return null;
  }

  /** Whether a text is a date with no more than a word or two; in a heading, nothing but a date. */
  static boolean isDate(String text, boolean heading) {
    DateSearch.Found found = DateSearch.find(text, DayOrder.DAY_FIRST); // in whatever order
    if (found == null) {
      return WordCount.of(text) <= 4 && RelativeDates.parse(text, Instant.EPOCH) != null;
    }
    double around = WordCount.of(found.before() + " " + found.after());
    return heading ? around == 0 : found.before().isBlank() || around <= 2;
  }

  /** The first sentence of an excerpt, for an entry that has nothing else. */
  static @Nullable String ofExcerpt(@Nullable String html) {
    String text = html == null ? "" : Jsoup.parse(html).text();
    if (text.isBlank()) {
      return null;
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.next();
    return Excerpt.ofText(end == BreakIterator.DONE ? text : text.substring(0, end), LONGEST);
  }

  /** Without the mark of a permanent link; "§ 15" and "#99" at the beginning are words. */
  static @Nullable String tidy(String text) {
    return Html.nonBlank(
        text.replaceAll("^(?:[#¶§🔗\\s]+(?=\\p{L})|[¶🔗\\s]+)|[¶§🔗\\s]+#?$|\\s#$", ""));
  }

  /**
   * Takes the title from entries that share it with another entry of the page which leads
   * elsewhere: what stands on every card is a label. As long as most entries have a title of their
   * own, two with the same ("Weekly links") are those of a series.
   */
  static List<Entry> withoutLabels(List<Entry> entries) {
    Map<String, String> linkOf = new HashMap<>();
    Map<String, Boolean> isLabel = new HashMap<>();
    for (Entry entry : entries) {
      String link = String.valueOf(entry.link());
      String title = String.valueOf(entry.title());
      if (!link.equals(linkOf.getOrDefault(title, link))) {
        isLabel.put(title, true);
      }
      linkOf.putIfAbsent(title, link);
    }
    Predicate<Entry> labelled = entry -> isLabel.containsKey(String.valueOf(entry.title()));
    if (2 * entries.stream().filter(labelled).count() < entries.size()) {
      return entries;
    }
    return entries.stream()
        .map(
            entry ->
                labelled.test(entry)
                    ? entry.toBuilder().title(ofExcerpt(entry.summary())).build()
                    : entry)
        .toList();
  }
}
