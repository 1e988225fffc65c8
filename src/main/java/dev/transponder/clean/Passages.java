package dev.transponder.clean;

import dev.transponder.model.Passage;
import dev.transponder.text.XmlChars;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the HTML of an entry apart into the blocks that a reader sees, in their order. What stands
 * in {@code blockquote} or {@code q} is a quotation, what stands in {@code pre} or {@code code} is
 * code; code within a quotation is code.
 */
public final class Passages {
  private static final Set<String> QUOTES = Set.of("blockquote", "q");

  private static final Set<String> CODE =
      Set.of("pre", "code", "samp", "kbd", "listing", "xmp", "plaintext");

  private final List<Passage> passages = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int quotes;
  private int codes;

  private Passages() {}

  /** The passages of a body, none if there is nothing to see; plain text is one passage. */
  public static List<Passage> of(@Nullable String html) {
    if (html == null) {
      return List.of();
    }
    Passages passages = new Passages();
    if (Body.isPlain(html)) {
      passages.text.append(html);
    } else {
      for (Node node : Body.parse(html)) {
        NodeTraversor.filter(passages.new Walk(), node);
      }
    }
    passages.close();
    return List.copyOf(passages.passages);
  }

  private final class Walk implements NodeFilter {
    @Override
    public FilterResult head(Node node, int depth) {
      return switch (node) {
        case TextNode words -> {
          text.append(words.getWholeText());
          yield FilterResult.CONTINUE;
        }
        case Element element when VisibleText.isUnseen(element.normalName()) ->
            FilterResult.SKIP_ENTIRELY;
        case Element element -> {
          enter(element, 1);
          yield FilterResult.CONTINUE;
        }
        default -> FilterResult.CONTINUE;
      };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        enter(element, -1);
      }
      return FilterResult.CONTINUE;
    }
  }

  /** A block ends the passage before it; what is quoted or code has a passage of its own. */
  private void enter(Element element, int step) {
    String name = element.normalName();
    boolean quote = QUOTES.contains(name);
    boolean code = CODE.contains(name);
    if (quote || code || element.isBlock()) {
      close();
    } else if (name.equals("br")) {
      text.append(' ');
    }
    quotes += quote ? step : 0;
    codes += code ? step : 0;
  }

  private void close() {
    String seen = XmlText.fold(XmlChars.clean(text.toString()));
    text.setLength(0);
    if (!seen.isEmpty()) {
      passages.add(new Passage(kind(), seen));
    }
  }

  private Passage.Kind kind() {
    if (codes > 0) {
      return Passage.Kind.CODE;
    }
    return quotes > 0 ? Passage.Kind.QUOTE : Passage.Kind.TEXT;
  }
}
