package dev.transponder.page;

import dev.transponder.model.Budget;
import dev.transponder.text.WordCount;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What the votes ask about the elements of one page, worked out once for each: the same element is
 * a part of many candidates. Not thread safe.
 */
final class Facts {
  /** Longer texts are excerpts, however long; this also bounds the memory for nested elements. */
  private static final int LONGEST = 400;

  /** An element with more words than these is prose and no date. */
  private static final int DATE_WORDS = 20;

  private static final int HEADING_WORDS = 50;

  private final String url;
  private final DateReader dates;
  private final Budget budget;
  private final Map<Element, String> texts = new HashMap<>();
  private final Map<Element, Double> words = new HashMap<>();
  private final Map<Element, Optional<Instant>> dated = new HashMap<>();
  private final Map<Element, Boolean> headings = new HashMap<>();
  private final Map<Element, Boolean> blocks = new HashMap<>();

  Facts(org.jsoup.nodes.Document page, String url, Instant now, Budget budget) {
    this.url = url;
    this.budget = budget;
    this.dates = new DateReader(now, DateTexts.order(page), new DateHeading());
  }

  /** Asked before each step whose number the page determines. */
  Budget budget() {
    return budget;
  }

  /** Of the page. */
  String url() {
    return url;
  }

  DateReader dates() {
    return dates;
  }

  /** The beginning of the visible text, white space normalised. */
  String text(Element element) {
    return texts.computeIfAbsent(element, e -> beginning(e, LONGEST));
  }

  /** How many words the beginning of its text has. */
  double words(Element element) {
    return words.computeIfAbsent(element, e -> WordCount.of(text(e)));
  }

  /** The date that an element says, null if it says none or much else. */
  @Nullable Instant date(Element element) {
    return dated
        .computeIfAbsent(
            element,
            e ->
                words(e) > DATE_WORDS && !e.nameIs("time")
                    ? Optional.empty()
                    : Optional.ofNullable(dates.of(e)))
        .orElse(null);
  }

  /** Whether an element is a heading, stands in one, or holds one that says all it says. */
  boolean isHeading(Element element) {
    return headings.computeIfAbsent(element, e -> words(e) < HEADING_WORDS && Html.isHeading(e));
  }

  /** Whether an element holds several parts and not just words. */
  boolean hasBlocks(Element element) {
    return blocks.computeIfAbsent(element, Html::hasBlocks);
  }

  /** The beginning of an element's visible text, without reading on. */
  static String beginning(Element element, int longest) {
    StringBuilder text = new StringBuilder();
    element.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
              append(words.getWholeText(), text, longest);
            } else if (node instanceof Element inner && (inner.isBlock() || inner.nameIs("br"))) {
              append(" ", text, longest);
            }
            return text.length() >= longest ? FilterResult.STOP : FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element inner && inner.isBlock()) {
              append(" ", text, longest);
            }
            return FilterResult.CONTINUE;
          }
        });
    return text.toString().strip();
  }

  private static void append(String words, StringBuilder text, int longest) {
    for (int i = 0; i < words.length() && text.length() < longest; i++) {
      char c = words.charAt(i);
      boolean space = Character.isWhitespace(c) || c == '\u00A0';
      if (!space) {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }
}
