package dev.transponder.clean;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of a parsed body as a reader sees it, block elements and line breaks as spaces. */
final class VisibleText {
  private VisibleText() {}

  static String of(Element body) {
    StringBuilder out = new StringBuilder();
    body.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            switch (node) {
              case TextNode text -> out.append(text.getWholeText());
              case Element element -> {
                String name = element.normalName();
                if (Markup.isDropped(name) || name.startsWith("annotation")) {
                  return FilterResult.SKIP_ENTIRELY;
                }
                gap(element);
              }
              default -> {}
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
              gap(element);
            }
            return FilterResult.CONTINUE;
          }

          private void gap(Element element) {
            if (element.isBlock() || element.nameIs("br")) {
              out.append(' ');
            }
          }
        });
    return XmlText.fold(XmlText.allowed(out.toString()));
  }
}
