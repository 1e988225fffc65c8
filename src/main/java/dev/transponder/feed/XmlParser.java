package dev.transponder.feed;

import dev.transponder.model.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * Characters to a tree, in one pass, whatever the characters are. Of a well-formed document it
 * makes what a strict parser makes; elsewhere it goes on as an author would expect, and says so:
 * see {@link Tree#damaged}.
 *
 * <p>The rules of going on: a "&lt;" or "&amp;" that begins nothing is text; an end tag without its
 * start is left out; an end tag ends what is open inside its element; the end of the document ends
 * everything. No DTD is read and nothing external is opened: a reference to an entity of a DTD is
 * left as it stands, unless HTML knows the name or {@link XmlDoctype} found it to be plain text.
 *
 * <p>Costs time and memory in proportion to the characters. Elements more than {@link #DEPTH} deep
 * become part of the last one that is not. Not thread safe: one parser for each document.
 */
final class XmlParser {
  static final int DEPTH = 200;

  /** How many elements are read; what comes after them is cut off. */
  private static final int ELEMENTS = 1_000_000;

  /** Tags and the like between two looks at the budget, which costs as much as some of them. */
  private static final int STEPS = 256;

  /** White space directly inside these is layout. */
  private static final Set<String> CONTAINERS =
      Set.of("rss", "channel", "item", "feed", "entry", "RDF", "image", "author", "items", "Seq");

  private static final UncheckedJDOMFactory JDOM = new UncheckedJDOMFactory();

  private final String text;
  private final Budget budget;
  private final NameTable names = new NameTable();
  private final XmlScope scope = new XmlScope();
  private final XmlText values;
  private final TextEnds ends;
  private final XmlAttributes attributes;
  private final List<XmlName> open = new ArrayList<>();
  private @Nullable Element root;
  private @Nullable Element current;
  private int tooDeep;
  private int elements;
  private int steps;
  private int at;
  private String vocabulary = "";
  private boolean hasLanguages;
  private boolean doctypeRead;
  private boolean damaged;

  private XmlParser(String text, int from, Budget budget) {
    this.text = text;
    this.budget = budget;
    this.at = from;
    this.values = new XmlText(text);
    this.ends = new TextEnds(text);
    this.attributes = new XmlAttributes(text, names, values);
  }

  /**
   * Reads one element, wherever it ends.
   *
   * @param from where the prolog or the root element begins
   * @param url of the document
   * @param base of its URLs
   * @return null if there is no element
   */
  static @Nullable Tree parse(String text, int from, String url, String base, Budget budget) {
    XmlParser parser = new XmlParser(text, from, budget);
    parser.run();
    Element root = parser.root;
    boolean damaged = parser.isDamaged() || !XmlText.isBlank(text, 0, from);
    if (root == null) {
      return null;
    }
    Tree tree = new Tree(root, url, base, parser.hasLanguages, damaged);
    tree.format(Format.of(root, parser.vocabulary));
    return tree;
  }

  private void run() {
    int end = text.length();
    while (at < end && elements < ELEMENTS && (root == null || current != null)) {
      if (steps++ % STEPS == 0) {
        budget.check();
      }
      int tag = text.indexOf('<', at);
      if (tag < 0) {
        break;
      }
      if (tag > at) {
        characters(at, tag);
      }
      at = tag;
      char next = tag + 1 < end ? text.charAt(tag + 1) : 0;
      switch (next) {
        case '/' -> endTag();
        case '!' -> declaration();
        case '?' -> skipTo("?>");
        default -> {
          if (isNameStart(next)) {
            startTag();
          } else {
            damaged = true;
            append("<");
            at++;
          }
        }
      }
    }
    if (current != null) {
      damaged = true;
      characters(at, elements < ELEMENTS ? end : at);
    }
  }

  private boolean isDamaged() {
    return damaged || values.damaged() || attributes.damaged();
  }

  private void characters(int from, int to) {
    if (current == null) {
      return;
    }
    if (XmlText.isBlank(text, from, to) && CONTAINERS.contains(current.getName())) {
      return;
    }
    append(values.text(from, to));
  }

  private void append(String string) {
    if (current != null && !string.isEmpty()) {
      Text node = JDOM.text(0, 0, string);
      JDOM.addContent(current, node);
    }
  }

  private void skipTo(String end) {
    int found = ends.find(end, at + 2);
    if (found < 0) {
      damaged = true;
      found = ends.find(">", at);
      at = found < 0 ? text.length() : found + 1;
    } else {
      at = found + end.length();
    }
  }

  private void declaration() {
    if (text.startsWith("<!--", at)) {
      at += 2;
      skipTo("-->");
    } else if (text.startsWith("<![CDATA[", at)) {
      cdata();
    } else if (!doctypeRead && text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      doctypeRead = true;
      at = XmlDoctype.read(text, at, values, ends);
    } else {
      damaged = true;
      skipTo(">");
    }
  }

  /** A section that does not end reaches as far as its element does. */
  private void cdata() {
    int from = at + "<![CDATA[".length();
    int to = ends.find("]]>", from);
    at = to + 3;
    if (to < 0) {
      damaged = true;
      to = open.isEmpty() ? -1 : ends.find("</" + open.getLast().raw(), from);
      to = to < 0 ? text.length() : to;
      at = to;
    }
    append(text.substring(from, to));
  }

  private void endTag() {
    int from = at + 2;
    int to = nameEnd(from);
    int close = ends.find(">", to);
    at = close < 0 ? text.length() : close + 1;
    damaged |= close < 0;
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    XmlName name = names.get(text, from, to);
    int index = open.size() - 1;
    while (index >= 0 && !open.get(index).equals(name)) {
      index--;
    }
    damaged |= index != open.size() - 1;
    if (index >= 0) {
      while (open.size() > index) {
        leave();
      }
    }
  }

  private void leave() {
    scope.leave(open.size());
    open.removeLast();
    current = current == null ? null : current.getParentElement();
  }

  private void startTag() {
    int from = at + 1;
    at = nameEnd(from);
    XmlName name = names.get(text, from, at);
    if (open.size() >= DEPTH) {
      damaged = true;
      int close = ends.find(">", at);
      at = close < 0 ? text.length() : close + 1;
      tooDeep += close > 0 && text.charAt(close - 1) == '/' ? 0 : 1;
      return;
    }
    open.add(name);
    elements++;
    boolean empty = attributes.read(at);
    at = attributes.end();
    Element element = element(name);
    if (current == null) {
      root = element;
    } else {
      JDOM.addContent(current, element);
    }
    current = element;
    if (empty) {
      leave();
    }
  }

  private Element element(XmlName name) {
    for (int i = 0; i < attributes.size(); i++) {
      XmlName attribute = attributes.name(i);
      if (attribute.raw().equals("xmlns")) {
        bindDefault(attributes.value(i));
      } else if (attribute.prefix().equals("xmlns")) {
        scope.bind(attribute.local(), Namespaces.of(attributes.value(i)), open.size());
      }
    }
    Element element = JDOM.element(0, 0, name.local(), scope.resolve(name.prefix()));
    for (int i = 0; i < attributes.size(); i++) {
      XmlName attribute = attributes.name(i);
      if (!attribute.raw().equals("xmlns") && !attribute.prefix().equals("xmlns")) {
        set(element, attribute, attributes.value(i));
      }
    }
    return element;
  }

  /** The elements of an {@code <rss>} are in no namespace, whatever its author declared. */
  private void bindDefault(String uri) {
    vocabulary = vocabulary.isEmpty() ? uri : vocabulary;
    boolean ofRss = open.size() <= 2 && open.getFirst().local().equalsIgnoreCase("rss");
    scope.bind("", ofRss ? Namespaces.NONE : Namespaces.of(uri), open.size());
  }

  private void set(Element element, XmlName name, String value) {
    Namespace namespace = name.prefix().isEmpty() ? Namespaces.NONE : scope.resolve(name.prefix());
    if (namespace.equals(Namespaces.OTHER)) {
      return;
    }
    if (!namespace.equals(Namespaces.NONE) && namespace.getPrefix().isEmpty()) {
      namespace = Namespaces.NONE;
    }
    hasLanguages |= namespace.equals(Namespaces.XML) && name.local().equals("lang");
    if (element.hasAttributes() && element.getAttribute(name.local(), namespace) != null) {
      damaged = true;
      return;
    }
    Attribute attribute = JDOM.attribute(name.local(), value, namespace);
    element.getAttributes().add(attribute);
  }

  private int nameEnd(int from) {
    int end = text.length();
    int i = from;
    while (i < end && !endsName(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c > 0x7F;
  }

  static boolean endsName(char c) {
    return c <= ' ' || c == '>' || c == '/' || c == '<' || c == '=' || c == '"' || c == '\'';
  }
}
