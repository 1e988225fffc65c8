package dev.transponder.page;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * A selector of {@code scrape}: CSS, and after an {@code @} perhaps the attribute that is meant.
 *
 * @param css null: the element itself
 * @param attribute null: the text
 * @param after whether it looks at the siblings that follow the element, up to the next entry
 */
record Selector(@Nullable Evaluator css, @Nullable String attribute, boolean after) {
  private static final Pattern ATTRIBUTE = Pattern.compile("(.*)@([A-Za-z_][\\w:.-]*)\\s*");

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException if it is not one, in words for the user
   */
  static Selector of(String written) {
    Matcher attribute = ATTRIBUTE.matcher(written);
    boolean named = attribute.matches();
    String whole = (named ? attribute.group(1) : written).strip();
    boolean after = whole.startsWith("~");
    String css = after ? whole.substring(1).strip() : whole;
    if (css.isEmpty() && (after || !named)) {
      throw new IllegalArgumentException("the selector is empty");
    }
    try {
      return new Selector(
          css.isEmpty() ? null : QueryParser.parse(css), named ? attribute.group(2) : null, after);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IllegalArgumentException("\"" + written + "\": " + e.getMessage(), e);
    }
  }

  static @Nullable Selector ofNullable(@Nullable String written) {
    return written == null ? null : of(written);
  }

  /** Whether it names an attribute of the element itself. */
  boolean isOwn() {
    return css == null;
  }

  /** All that it selects below an element, in document order. */
  List<Element> all(Element within) {
    return css == null ? List.of(within) : within.select(css);
  }

  @Nullable Element first(Element within) {
    return css == null ? within : within.selectFirst(css);
  }

  /** All that it selects in a card. */
  List<Element> all(Card card) {
    return after
        ? card.tail().stream().flatMap(part -> all(part).stream()).toList()
        : all(card.head());
  }

  @Nullable Element first(Card card) {
    if (!after) {
      return first(card.head());
    }
    return card.tail().stream().map(this::first).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** The attribute that is meant, else the visible text; null if that is blank. */
  @Nullable String text(Element selected) {
    return Html.nonBlank(attribute == null ? selected.text() : selected.attr(attribute));
  }
}
