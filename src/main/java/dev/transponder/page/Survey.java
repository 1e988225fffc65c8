package dev.transponder.page;

import dev.transponder.text.WordCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What is measured once about all elements of a page, in one walk: their tag paths, how many words
 * they hold, where the links lead. Elements are numbered in document order, so that the elements
 * within number {@code i} are those up to {@code end(i)}. Not thread safe while it is made.
 */
final class Survey {
  private static final Set<String> SILENT =
      Set.of(
          "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "dialog");
  private static final Set<String> MARGINS = Set.of("nav", "aside", "footer", "header");
  private static final Set<String> MAINS = Set.of("main", "article");

  private final org.jsoup.nodes.Document page;
  private final List<Element> elements = new ArrayList<>();
  private final Map<Element, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> paths = new HashMap<>();
  private final Map<String, Integer> tags = new HashMap<>();
  private int[] parent = new int[256];
  private int[] path = new int[256];
  private int[] depth = new int[256];
  private int[] end = new int[256];
  private double[] words = new double[256];
  private double[] prose = new double[256];
  private boolean[] margin = new boolean[256];
  private final List<Integer> anchors = new ArrayList<>();
  private final Map<Integer, String> hrefs = new HashMap<>();

  Survey(org.jsoup.nodes.Document page) {
    this.page = page;
    page.body().filter(new Walk());
    for (int i = elements.size() - 1; i > 0; i--) {
      words[parent[i]] += words[i];
      end[parent[i]] = Math.max(end[parent[i]], end[i]);
    }
  }

  private final class Walk implements NodeFilter {
    private int up = -1;

    @Override
    public FilterResult head(Node node, int level) {
      if (node instanceof Element element) {
        if (isSilent(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        up = add(element, up);
      } else if (node instanceof TextNode text && up >= 0) {
        double count = WordCount.of(text.getWholeText());
        words[up] += count;
        prose[up] += count;
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int level) {
      up = node instanceof Element ? parent[up] : up;
      return FilterResult.CONTINUE;
    }
  }

  private static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName())
        || element.hasAttr("hidden")
        || (element.nameIs("div") && element.attr("aria-hidden").equals("true"));
  }

  private int add(Element element, int up) {
    int i = elements.size();
    if (i == parent.length) {
      grow();
    }
    elements.add(element);
    numbers.put(element, i);
    parent[i] = up;
    depth[i] = up < 0 ? 0 : depth[up] + 1;
    end[i] = i + 1;
    int tag = tags.computeIfAbsent(element.normalName(), _ -> tags.size());
    path[i] = paths.computeIfAbsent((long) (up < 0 ? -1 : path[up]) << 32 | tag, _ -> paths.size());
    margin[i] = isMargin(element, up);
    if (element.nameIs("a")) {
      String href = Links.content(element, page.location());
      if (href != null) {
        anchors.add(i);
        hrefs.put(i, href);
      }
    }
    return i;
  }

  private boolean isMargin(Element element, int up) {
    String name = element.normalName();
    String role = element.attr("role");
    if (MAINS.contains(name) || role.equals("main")) {
      return false;
    }
    boolean outside = up >= 0 && margin[up];
    boolean is =
        MARGINS.contains(name) || role.equals("navigation") || role.equals("complementary");
    return outside || (is && !within(up, MAINS, name));
  }

  /** A header or footer of an article is no margin of the page; a nav always is. */
  private boolean within(int i, Set<String> names, String name) {
    if (name.equals("nav") || name.equals("aside")) {
      return false;
    }
    for (int at = i; at >= 0; at = parent[at]) {
      if (names.contains(elements.get(at).normalName()) || elements.get(at).nameIs("li")) {
        return true;
      }
    }
    return false;
  }

  private void grow() {
    int size = parent.length * 2;
    parent = Arrays.copyOf(parent, size);
    path = Arrays.copyOf(path, size);
    depth = Arrays.copyOf(depth, size);
    end = Arrays.copyOf(end, size);
    words = Arrays.copyOf(words, size);
    prose = Arrays.copyOf(prose, size);
    margin = Arrays.copyOf(margin, size);
  }

  org.jsoup.nodes.Document page() {
    return page;
  }

  int size() {
    return elements.size();
  }

  Element element(int i) {
    return elements.get(i);
  }

  /** The number of an element, null if it is not seen on the page. */
  @Nullable Integer number(Element element) {
    return numbers.get(element);
  }

  int parent(int i) {
    return parent[i];
  }

  /** The same for elements that are reached by the same tags. */
  int path(int i) {
    return path[i];
  }

  int depth(int i) {
    return depth[i];
  }

  int end(int i) {
    return end[i];
  }

  /** Of all the text inside. */
  double words(int i) {
    return words[i];
  }

  /** Of its own text, without that of the elements in it. */
  double prose(int i) {
    return prose[i];
  }

  /** Whether it belongs to the navigation, head, foot or side of the page. */
  boolean isMargin(int i) {
    return margin[i];
  }

  /** The links that may lead to entries, in document order. */
  List<Integer> anchors() {
    return anchors;
  }

  /** Where such a link leads. */
  String href(int anchor) {
    return String.valueOf(hrefs.get(anchor));
  }
}
