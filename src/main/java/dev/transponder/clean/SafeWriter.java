package dev.transponder.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Writes from a parsed tree what {@link Markup} and {@link MathMarkup} list, every {@code <},
 * {@code >}, {@code &} and quote escaped. For one tree, then thrown away.
 */
final class SafeWriter {
  private static final Set<String> RAW_TEXT = Set.of("listing", "plaintext", "xmp");

  private final Links links;
  private final int limit;
  private final StringBuilder out = new StringBuilder();
  private final ArrayList<String> open = new ArrayList<>();
  private boolean settled = true;
  private @Nullable String lastImage;

  /**
   * @param limit in characters; when it is reached, only what is open is closed
   */
  SafeWriter(Links links, int limit) {
    this.links = links;
    this.limit = limit;
  }

  void write(List<Node> body) {
    nodes(body, false);
  }

  String result() {
    return out.toString().strip();
  }

  /** Whether a parser surely makes the same tree of the result that was written. */
  boolean settled() {
    return settled;
  }

  private void children(Element parent) {
    nodes(parent.childNodes(), RAW_TEXT.contains(parent.normalName()));
  }

  private void nodes(List<Node> nodes, boolean raw) {
    for (Node node : nodes) {
      if (out.length() >= limit) {
        return;
      }
      switch (node) {
        case TextNode text -> text(text.getWholeText());
        case DataNode data when raw -> text(data.getWholeData());
        case Element element -> element(element);
        default -> {}
      }
    }
  }

  private void text(String text) {
    settled &= Nesting.holdsText(open, text);
    int room = limit - out.length();
    Escaped.text(text.length() > room ? text.substring(0, room) : text, out, limit);
  }

  private void element(Element element) {
    String name = element.normalName();
    String namespace = element.tag().namespace();
    if (!namespace.equals(Parser.NamespaceHtml)) {
      if (namespace.equals(Parser.NamespaceMathml)) {
        MathMarkup.write(element, out, limit);
      }
      return;
    }
    switch (name) {
      case "a" -> anchor(element);
      case "img", "image" -> image(element);
      case "iframe" -> player(element);
      case "audio", "video" -> media(element);
      case "source" -> source(element);
      case "span", "bdo" -> direction(element, name);
      case "pre" -> preformatted(element);
      default -> other(element, name);
    }
  }

  private void other(Element element, String name) {
    if (Markup.isDropped(name)) {
      return;
    }
    String written = Markup.written(name);
    if (written == null) {
      children(element);
    } else if (written.equals("pre")) {
      preformatted(element);
    } else {
      whole(element, written);
    }
  }

  private void anchor(Element element) {
    String href = links.anchor(element.attr("href"));
    if (href == null) {
      children(element);
      return;
    }
    start("a");
    attribute("href", href);
    for (Markup.Attribute attribute : Markup.global()) {
      checked(element, attribute);
    }
    out.append(" rel=\"noopener noreferrer nofollow ugc\">");
    children(element);
    end("a");
  }

  private void image(Element element) {
    String src = Images.source(element, links);
    if (src == null || Images.isInvisible(element) || isFallbackOfLast(element, src)) {
      return;
    }
    lastImage = src;
    start("img");
    attribute("src", src);
    attributes(element, "img");
    out.append('>');
    open.removeLast();
  }

  /** Pages that load images late repeat each in a noscript element. */
  private boolean isFallbackOfLast(Element element, String src) {
    Element parent = element.parent();
    return src.equals(lastImage) && parent != null && parent.nameIs("noscript");
  }

  /** A player is another site's document: a link to it is left. */
  private void player(Element element) {
    String src = Players.link(element.attr("src"), links);
    if (src != null && !open.contains("a")) {
      String title = XmlText.line(element.attr("title"), 200);
      start("a");
      attribute("href", src);
      out.append(" rel=\"noopener noreferrer nofollow ugc\">");
      Escaped.text(title == null ? src : title, out, Integer.MAX_VALUE);
      end("a");
    }
  }

  private void media(Element element) {
    String name = element.normalName();
    boolean playable =
        links.web(element.attr("src")) != null
            || element.children().stream()
                .anyMatch(e -> e.nameIs("source") && links.web(e.attr("src")) != null);
    if (!playable) {
      children(element);
      return;
    }
    start(name);
    attributes(element, name);
    out.append(" controls=\"\" preload=\"none\">");
    children(element);
    end(name);
  }

  private void source(Element element) {
    boolean picture = !open.isEmpty() && open.getLast().equals("picture");
    boolean playing = open.contains("audio") || open.contains("video");
    boolean usable =
        picture
            ? Srcset.of(element.attr("srcset"), links) != null
            : playing && links.web(element.attr("src")) != null;
    if (usable) {
      start("source");
      attributes(element, "source");
      out.append('>');
      open.removeLast();
    }
  }

  private void direction(Element element, String name) {
    if (MathMarkup.isPicture(element)) {
      return;
    }
    if (element.hasAttr("dir") || element.hasAttr("lang") || element.hasAttr("title")) {
      whole(element, name);
    } else {
      children(element);
    }
  }

  private void preformatted(Element element) {
    start("pre");
    attributes(element, "pre");
    out.append('>');
    int start = out.length();
    children(element);
    if (out.length() > start && out.charAt(start) == '\n') {
      out.insert(start, '\n'); // parsers drop the first line break of a pre element
    }
    end("pre");
  }

  private void whole(Element element, String name) {
    start(name);
    attributes(element, name);
    out.append('>');
    if (Markup.VOID.contains(name)) {
      open.removeLast();
      return;
    }
    children(element);
    end(name);
  }

  private void start(String name) {
    settled &= Nesting.holds(open, name);
    open.add(name);
    out.append('<').append(name);
  }

  private void end(String name) {
    open.removeLast();
    out.append("</").append(name).append('>');
  }

  private void attributes(Element element, String name) {
    if (element.attributesSize() == 0) {
      return;
    }
    for (Markup.Attribute attribute : Markup.of(name)) {
      checked(element, attribute);
    }
    for (Markup.Attribute attribute : Markup.global()) {
      checked(element, attribute);
    }
  }

  private void checked(Element element, Markup.Attribute attribute) {
    if (element.hasAttr(attribute.name())) {
      String value = attribute.check().of(element.attr(attribute.name()), links);
      if (value != null) {
        attribute(attribute.name(), value);
      }
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    Escaped.attribute(value, out);
    out.append('"');
  }
}
