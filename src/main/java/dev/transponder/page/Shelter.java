package dev.transponder.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tables of data, blocks of code and MathML out of Readability's reach while it works: it
 * takes blocks without commas for decoration and removes them, and writes white space into
 * formulas. Each comes back where its mark was left. For one page, then thrown away.
 */
final class Shelter {
  /** From the private use area: no text uses it so, and what a page has of it is taken away. */
  private static final char MARK = '\uE0F7';

  /** Makes the mark of a block as long as a sentence: shorter paragraphs may be left out. */
  private static final String FILL = "\uE0F8".repeat(100);

  private static final Pattern MARKS =
      Pattern.compile("(?:<p>)?" + MARK + "([0-9]{1,6})" + MARK + "(?:" + FILL + "(?:</p>)?)?");

  private final List<@Nullable String> kept = new ArrayList<>();

  /** A block that is half of the page is what the page is about, and for Readability to find. */
  void take(Element body) {
    body.nodeStream(TextNode.class)
        .filter(text -> text.getWholeText().indexOf(MARK) >= 0)
        .forEach(text -> text.text(text.getWholeText().replace(MARK, ' ')));
    int most = body.text().length() / 2;
    for (Element table : body.select("table:has(th), table:has(caption)")) {
      if (table.select("table").size() == 1) {
        take(table, most);
      }
    }
    body.select("pre").forEach(block -> take(block, most));
    body.select("math").forEach(formula -> formula.replaceWith(new TextNode(mark(formula))));
  }

  private void take(Element block, int most) {
    if (block.hasText() && block.text().length() <= most) {
      block.replaceWith(new Element("p").appendChild(new TextNode(mark(block) + FILL)));
    }
  }

  private String mark(Element element) {
    kept.add(element.outerHtml());
    return "" + MARK + (kept.size() - 1) + MARK;
  }

  /** The HTML with everything back in its place, each once: marks may stand in attributes too. */
  String giveBack(String html) {
    return MARKS
        .matcher(html)
        .replaceAll(
            found -> {
              int number = Integer.parseInt(found.group(1));
              String block = number < kept.size() ? kept.set(number, null) : null;
              return block == null ? "" : Matcher.quoteReplacement(block);
            });
  }
}
