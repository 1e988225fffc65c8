package dev.transponder.page;

import dev.transponder.model.Budget;
import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import java.util.List;
import java.util.stream.Stream;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Reads the main text of a page, that of an entry, without what stands around it on each page of
 * the site: navigation, share bars, related lists, comments. Hides Readability.
 *
 * <p>Does not judge whether the page is that of the entry ({@code refresh} does). Stateless and
 * thread safe.
 */
public final class MainText {
  /** More than this is no text to read; Readability does not look at a budget while it works. */
  private static final int MOST_ELEMENTS = 20_000;

  /** Texts are some 20 elements deep; the cost for Readability is a product with the depth. */
  private static final int DEEPEST = 100;

  /** In bytes. */
  private static final int LARGEST = 3_000_000;

  private MainText() {}

  /** What a page says. */
  public sealed interface Answer {
    /**
     * A text.
     *
     * @param html as written, not cleaned
     * @param baseUrl what its relative URLs are relative to
     * @param titles what the page calls itself
     * @param login whether it asks for a password
     */
    record Text(String html, String baseUrl, List<String> titles, boolean login) implements Answer {
      public Text {
        titles = List.copyOf(titles);
      }
    }

    /** Nothing to read, in words for the user. */
    record Nothing(String reason) implements Answer {}
  }

  /**
   * The text of a page.
   *
   * @param title of the entry, null if it has none: a heading that repeats it is left out
   */
  public static Answer of(Document document, @Nullable String title, Budget budget) {
    if (document.size() > LARGEST) {
      return new Answer.Nothing("the page is too large for a full text");
    }
    return switch (Html.of(document)) {
      case Html.Answer.Page(org.jsoup.nodes.Document page) -> {
        budget.check();
        yield isTooMuch(page)
            ? new Answer.Nothing("the page is too large for a full text")
            : read(page, title, budget);
      }
      case Html.Answer.Other(Reading.NotAFeed(String reason)) -> new Answer.Nothing(reason);
    };
  }

  private static boolean isTooMuch(org.jsoup.nodes.Document page) {
    int[] elements = {0};
    NodeFilter.FilterResult result =
        NodeTraversor.filter(
            (node, depth) ->
                depth > DEEPEST || (node instanceof Element && ++elements[0] > MOST_ELEMENTS)
                    ? NodeFilter.FilterResult.STOP
                    : NodeFilter.FilterResult.CONTINUE,
            page);
    return result == NodeFilter.FilterResult.STOP;
  }

  private static Answer read(org.jsoup.nodes.Document page, @Nullable String title, Budget budget) {
    List<String> titles = titles(page);
    boolean login = page.selectFirst("input[type=password]") != null;
    String baseUrl = page.baseUri();
    absolute(page);
    Surroundings.remove(page.body());
    Formulas.restore(page);
    CodeBlocks.simplify(page);
    Shelter shelter = new Shelter();
    shelter.take(page.body());
    budget.check();
    Element text = text(page, baseUrl);
    budget.check();
    if (text == null || !text.hasText()) {
      return new Answer.Nothing("no text was found on the page");
    }
    Headings.withoutTitle(text, title);
    return new Answer.Text(shelter.giveBack(html(text)), baseUrl, titles, login);
  }

  private static @Nullable Element text(org.jsoup.nodes.Document page, String url) {
    return new Readability4JExtended(url, page).parse().getArticleContent();
  }

  /** Readability resolves relative URLs as well, but by joining texts. */
  private static void absolute(org.jsoup.nodes.Document page) {
    for (String attribute : List.of("href", "src")) {
      for (Element element : page.select("[" + attribute + "]")) {
        String url = element.absUrl(attribute);
        if (!url.isEmpty() && !element.attr(attribute).startsWith("#")) {
          element.attr(attribute, url);
        }
      }
    }
  }

  private static List<String> titles(org.jsoup.nodes.Document page) {
    Stream<String> said =
        page.select("meta[property=og:title], meta[name=twitter:title]").stream()
            .map(meta -> meta.attr("content"));
    Stream<String> headings = page.select("h1").stream().map(Element::text);
    return Stream.of(Stream.of(page.title()), said, headings)
        .flatMap(titles -> titles)
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static String html(Element text) {
    org.jsoup.nodes.Document owner = text.ownerDocument();
    if (owner != null) {
      owner.outputSettings().prettyPrint(false);
    }
    Element inner = text;
    while (inner.childrenSize() == 1 && inner.ownText().isBlank() && inner.child(0).nameIs("div")) {
      inner = inner.child(0);
    }
    return inner.html().strip();
  }
}
