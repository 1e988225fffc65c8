package dev.transponder.feed;

import java.util.List;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jspecify.annotations.Nullable;

/** Elements written as HTML: XHTML content, and markup that somebody forgot to escape. */
final class Markup {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");

  private Markup() {}

  /** What is inside an element; a div or body of XHTML that is there only by rule is left out. */
  static String inside(Tree tree, Element element, String base) {
    StringBuilder out = new StringBuilder();
    Element wrapper = onlyWrapper(element);
    if (wrapper == null) {
      write(tree, element, base, out);
    } else {
      write(tree, wrapper, Bases.base(wrapper, base), out);
    }
    return out.toString().strip();
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    escape(text, false, out);
    return out.toString();
  }

  /** The div of RFC 4287 section 3.1.1.3 is no part of the content. */
  private static @Nullable Element onlyWrapper(Element element) {
    List<Element> children = element.getChildren();
    boolean only = children.size() == 1 && element.getTextTrim().isEmpty();
    return only && isWrapper(children.getFirst()) ? children.getFirst() : null;
  }

  private static boolean isWrapper(Element child) {
    return (child.getName().equals("div") || child.getName().equals("body"))
        && child.getAttributes().stream()
            .allMatch(attribute -> attribute.getNamespace().equals(Namespaces.XML));
  }

  private static void write(Tree tree, Element element, String base, StringBuilder out) {
    for (Content content : element.getContent()) {
      switch (content) {
        case Text text -> escape(text.getText(), false, out);
        case Element child -> tag(tree, child, base, out);
        default -> {} // comments and instructions are for nobody
      }
    }
  }

  private static void tag(Tree tree, Element element, String outer, StringBuilder out) {
    String base = Bases.base(element, outer);
    String name = element.getName();
    out.append('<').append(name);
    for (Attribute attribute : element.getAttributes()) {
      Namespace namespace = attribute.getNamespace();
      if (namespace.equals(Namespaces.NONE)) {
        out.append(' ').append(attribute.getName()).append("=\"");
        escape(HtmlLinks.value(attribute.getName(), attribute.getValue(), base, tree), true, out);
        out.append('"');
      }
    }
    boolean isVoid = VOID.contains(name);
    out.append(isVoid ? " />" : ">");
    write(tree, element, base, out); // what follows an unclosed <br> was parsed as its inside
    if (!isVoid) {
      out.append("</").append(name).append('>');
    }
  }

  private static void escape(String text, boolean quotes, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(quotes ? "&quot;" : "\"");
        default -> out.append(c);
      }
    }
  }
}
