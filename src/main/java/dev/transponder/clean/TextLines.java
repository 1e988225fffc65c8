package dev.transponder.clean;

import dev.transponder.text.Edit;
import dev.transponder.text.XmlChars;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * The text of a body as a reader sees it, line by line: a paragraph, a heading, a cell of a table
 * is a line of its own, whatever is bold or a link in it. A line can be edited; markup stays.
 */
final class TextLines implements NodeFilter {
  /** A text of the tree, as it stands in its line. */
  private record Part(TextNode node, int start, String text) {}

  /** One line. */
  private record Line(String text, List<Part> parts) {}

  private final Element root = new Element("body");
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();

  /** Whether something other than text stands in the line. */
  private boolean begun;

  private TextLines(String html) {
    root.appendChildren(Body.parse(html));
    NodeTraversor.filter(this, root);
    endLine();
  }

  /** The lines that hold anything. */
  static String of(String html) {
    return new TextLines(html)
        .lines.stream()
            .map(line -> XmlText.fold(XmlChars.clean(line.text())))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
  }

  /**
   * The body with its lines edited; null if nothing is. Elements that hold nothing any more are
   * left out.
   */
  static @Nullable List<Node> edited(String html, Function<String, List<Edit>> editor) {
    TextLines body = new TextLines(html);
    boolean any = false;
    for (Line line : body.lines) {
      List<Edit> edits = editor.apply(line.text());
      if (!edits.isEmpty()) {
        edit(line, edits);
        any = true;
      }
    }
    return any ? body.root.childNodes() : null;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    return switch (node) {
      case TextNode part -> {
        add(part);
        yield FilterResult.CONTINUE;
      }
      case Element element when isClosed(element.normalName()) -> {
        begun |= element.nameIs("math");
        yield FilterResult.SKIP_ENTIRELY;
      }
      case Element element -> border(element);
      default -> FilterResult.CONTINUE;
    };
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    return node instanceof Element element ? border(element) : FilterResult.CONTINUE;
  }

  /** Formulas are no lines of text: a part of one is not a word. */
  private static boolean isClosed(String name) {
    return Markup.isDropped(name) || name.equals("math");
  }

  private FilterResult border(Element element) {
    if (element.isBlock() || element.nameIs("br")) {
      endLine();
    } else {
      begun |= element.nameIs("img");
    }
    return FilterResult.CONTINUE;
  }

  private void add(TextNode node) {
    int start = text.length();
    if (isPreformatted(node)) {
      text.append(node.getWholeText());
    } else {
      appendFolded(node.getWholeText());
    }
    parts.add(new Part(node, start, text.substring(start)));
  }

  private static boolean isPreformatted(Node node) {
    return node.parent() instanceof Element parent && parent.closest("pre") != null;
  }

  /** White space is one space, and none where a line begins, as a browser shows it. */
  private void appendFolded(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) {
        text.append(c);
      } else if (text.isEmpty() ? begun : text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
  }

  private void endLine() {
    if (!parts.isEmpty()) {
      String line = text.toString();
      int end = line.endsWith(" ") ? line.length() - 1 : line.length();
      lines.add(new Line(line.substring(0, end), List.copyOf(parts)));
    }
    text.setLength(0);
    parts.clear();
    begun = false;
  }

  private static void edit(Line line, List<Edit> edits) {
    int last = line.parts().size() - 1;
    for (int i = 0; i <= last; i++) {
      Part part = line.parts().get(i);
      write(part, Edit.apply(part.text(), within(part, i == last, edits)));
    }
  }

  /** What falls to one part: the new text stands where the old one begins. */
  private static List<Edit> within(Part part, boolean last, List<Edit> edits) {
    int from = part.start();
    int length = part.text().length();
    List<Edit> own = new ArrayList<>();
    for (Edit edit : edits) {
      int start = edit.start() - from;
      boolean begins = start >= 0 && (start < length || last);
      int cutFrom = Math.clamp(start, 0, length);
      int cutTo = Math.clamp(edit.end() - from, 0, length);
      if (begins || cutFrom < cutTo) {
        own.add(new Edit(cutFrom, cutTo, begins ? edit.with() : ""));
      }
    }
    return own;
  }

  private static void write(Part part, String changed) {
    if (changed.equals(part.text())) {
      return;
    }
    part.node().text(changed);
    Node node = part.node();
    while (node.parent() instanceof Element parent && isEmpty(node)) {
      node.remove();
      node = parent;
    }
  }

  /** Whether nothing can be seen of it. */
  private static boolean isEmpty(Node node) {
    return switch (node) {
      case TextNode part -> part.isBlank();
      case Element element ->
          !Markup.VOID.contains(element.normalName())
              && !Markup.isDropped(element.normalName())
              && element.childNodes().stream().allMatch(TextLines::isEmpty);
      default -> true;
    };
  }
}
