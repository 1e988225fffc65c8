package dev.transponder.clean;

import dev.transponder.text.XmlChars;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Collects the text of a body as a reader sees it, block elements and line breaks as spaces. */
final class VisibleText implements NodeFilter {
  /** Parts blocks while they are collected; no HTML can contain it. */
  private static final String SEAM = "\0";

  private final StringBuilder out = new StringBuilder();

  private VisibleText() {}

  static String of(String html) {
    return String.join(" ", blocks(html));
  }

  /** The same by blocks; none is empty. */
  static List<String> blocks(String html) {
    if (Body.isPlain(html)) {
      return folded(Stream.of(html));
    }
    VisibleText text = new VisibleText();
    for (Node node : Body.parse(html)) {
      NodeTraversor.filter(text, node);
    }
    return folded(Stream.of(text.out.toString().split(SEAM)));
  }

  private static List<String> folded(Stream<String> blocks) {
    return blocks
        .map(block -> XmlText.fold(XmlChars.clean(block)))
        .filter(block -> !block.isEmpty())
        .toList();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    return switch (node) {
      case TextNode text -> {
        out.append(text.getWholeText().replace(SEAM, ""));
        yield FilterResult.CONTINUE;
      }
      case Element element when isUnseen(element.normalName()) -> FilterResult.SKIP_ENTIRELY;
      case Element element -> gap(element);
      default -> FilterResult.CONTINUE;
    };
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    return node instanceof Element element ? gap(element) : FilterResult.CONTINUE;
  }

  private FilterResult gap(Element element) {
    if (element.isBlock() || element.nameIs("br")) {
      out.append(SEAM);
    }
    return FilterResult.CONTINUE;
  }

  static boolean isUnseen(String name) {
    return Markup.isDropped(name) || name.startsWith("annotation");
  }
}
