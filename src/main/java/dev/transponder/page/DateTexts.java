package dev.transponder.page;

import dev.transponder.text.DayOrder;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Gathers what on a page may be dates, to tell the order in which it writes day and month. */
final class DateTexts implements NodeFilter {
  /** So many tell; a page of archives may have tens of thousands. */
  private static final int MOST = 2_000;

  private final List<String> texts = new ArrayList<>();

  private DateTexts() {}

  /** The order that all dates of the page have; null if they do not tell. */
  static @Nullable DayOrder order(org.jsoup.nodes.Document page) {
    DateTexts gathered = new DateTexts();
    page.body().filter(gathered);
    return DayOrder.of(gathered.texts, Html.language(page.body()));
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      add(text.getWholeText());
    } else if (node instanceof Element element && element.hasAttr("datetime")) {
      add(element.attr("datetime"));
    }
    return texts.size() < MOST ? FilterResult.CONTINUE : FilterResult.STOP;
  }

  private void add(String text) {
    if (text.length() <= DateReader.LONGEST
        && (text.indexOf('/') >= 0 || text.indexOf('-') >= 0)
        && text.chars().anyMatch(Character::isDigit)) {
      texts.add(text);
    }
  }
}
