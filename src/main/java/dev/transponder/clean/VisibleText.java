package dev.transponder.clean;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Collects the text of a body as a reader sees it, block elements and line breaks as spaces. */
final class VisibleText implements NodeFilter {
  private final StringBuilder out = new StringBuilder();

  private VisibleText() {}

  static String of(String html) {
    if (Body.isPlain(html)) {
      return XmlText.fold(XmlText.allowed(html));
    }
    VisibleText text = new VisibleText();
    for (Node node : Body.parse(html)) {
      NodeTraversor.filter(text, node);
    }
    return XmlText.fold(XmlText.allowed(text.out.toString()));
  }

  @Override
  public FilterResult head(Node node, int depth) {
    return switch (node) {
      case TextNode text -> {
        out.append(text.getWholeText());
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
      out.append(' ');
    }
    return FilterResult.CONTINUE;
  }

  static boolean isUnseen(String name) {
    return Markup.isDropped(name) || name.startsWith("annotation");
  }
}
