package dev.transponder.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds a selector for the elements of a list that selects these and no others: short ones by class
 * first, because they survive changes of a page, then ones by the way from an element with a name.
 */
final class Naming {
  /** Each try costs a walk over the page. */
  private static final int TRIES = 48;

  private static final int GROUPS = 5;
  private static final int MOST_OTHERS = 50;

  private record Try(String css, double agreement) {}

  private final Element root;
  private int tries;

  private Naming(Element root) {
    this.root = root;
  }

  /** The selector that agrees best, several joined by commas if it takes several. */
  static String of(org.jsoup.nodes.Document page, List<Element> elements) {
    Naming naming = new Naming(page);
    Try whole = naming.one(elements);
    if (whole.agreement() == 1 && !isAnything(whole.css())) {
      return whole.css();
    }
    Map<String, List<Element>> groups = new LinkedHashMap<>();
    for (Element element : elements) {
      groups.computeIfAbsent(kind(element), _ -> new ArrayList<>()).add(element);
    }
    if (groups.size() < 2 || groups.size() > GROUPS) {
      return whole.css();
    }
    Set<String> parts = new LinkedHashSet<>();
    for (List<Element> group : groups.values()) {
      naming.tries = 0;
      parts.add(naming.one(group).css());
    }
    Try joined = naming.tried(String.join(", ", parts), elements);
    boolean better = joined.agreement() > whole.agreement();
    boolean asGood = joined.agreement() == whole.agreement();
    return better || (asGood && isAnything(whole.css())) ? joined.css() : whole.css();
  }

  /** Whether it selects whatever stands there, tomorrow also what is no entry. */
  private static boolean isAnything(String css) {
    return css.equals("*") || css.endsWith(" *");
  }

  /** Where an element stands, for people. */
  static String place(Element element) {
    Element parent = element.parent();
    return (parent == null ? "" : named(parent) + " > ") + named(element);
  }

  private static String named(Element element) {
    String name = element.classNames().stream().findFirst().map(c -> "." + c).orElse("");
    return element.normalName() + name;
  }

  /** Elements of one kind can have a selector in common. */
  private static String kind(Element element) {
    Element parent = element.parent();
    return element.normalName()
        + "."
        + element.className()
        + (parent == null ? "" : parent.className() + parent.id());
  }

  private Try one(List<Element> elements) {
    Try best = new Try(elements.getFirst().normalName(), 0);
    for (String css : proposals(elements)) {
      if (tries++ >= TRIES) {
        break;
      }
      Try next = tried(css, elements);
      if (next.agreement() > best.agreement()) {
        best = next;
      }
      if (best.agreement() == 1) {
        return best;
      }
    }
    Try filtered = byContent(best, elements);
    return filtered.agreement() == 1 ? filtered : byPosition(filtered, elements);
  }

  /** Leaves out what lacks a part that all the elements have. */
  private Try byContent(Try best, List<Element> elements) {
    Set<String> parts = new LinkedHashSet<>(parts(elements.getFirst()));
    elements.forEach(element -> parts.retainAll(parts(element)));
    Try now = best;
    for (int filters = 0; filters < 2 && now.agreement() < 1; filters++) {
      List<Set<String>> others = new ArrayList<>();
      Set<Element> wanted = identity(elements);
      root.select(now.css()).stream()
          .filter(e -> !wanted.contains(e))
          .limit(MOST_OTHERS)
          .forEach(e -> others.add(parts(e)));
      String rarest =
          parts.stream()
              .min(
                  Comparator.comparingLong(
                      part -> others.stream().filter(o -> o.contains(part)).count()))
              .orElse(null);
      Try next = rarest == null ? now : tried(now.css() + ":has(" + rarest + ")", elements);
      if (next.agreement() <= now.agreement()) {
        break;
      }
      now = next;
    }
    return now;
  }

  /** The ways to the elements inside, as far as a field of an entry is. */
  private static Set<String> parts(Element element) {
    Set<String> parts = new LinkedHashSet<>();
    Deque<Map.Entry<Element, String>> open = new ArrayDeque<>();
    open.add(Map.entry(element, ""));
    while (!open.isEmpty() && parts.size() < 60) {
      Map.Entry<Element, String> at = open.remove();
      for (Element child : at.getKey().children()) {
        if (Css.isName(child.normalName()) && at.getValue().length() < 40) {
          String way = (at.getValue() + " > " + child.normalName()).strip();
          parts.add(way);
          open.add(Map.entry(child, way));
        }
      }
    }
    return parts;
  }

  /** The last resort: from which child to which, if they stand in one row. */
  private Try byPosition(Try best, List<Element> elements) {
    Element parent = elements.getFirst().parent();
    String tag = common(elements);
    if (parent == null
        || tag.equals("*")
        || elements.stream().anyMatch(e -> !parent.equals(e.parent()))) {
      return best;
    }
    List<Element> row = parent.children().stream().filter(e -> e.nameIs(tag)).toList();
    int from = row.indexOf(elements.getFirst()) + 1;
    int after = row.size() - row.indexOf(elements.getLast());
    String range =
        (from > 1 ? ":nth-of-type(n+" + from + ")" : "")
            + (after > 1 ? ":nth-last-of-type(n+" + after + ")" : "");
    Try ranged = tried(numberedPath(parent) + " > " + tag + range, elements);
    return ranged.agreement() > best.agreement() ? ranged : best;
  }

  /** Twice what both have, by what each has: 1 if the selector selects just these. */
  private Try tried(String css, List<Element> elements) {
    Set<Element> wanted = identity(elements);
    List<Element> selected;
    try {
      selected = root.select(css);
    } catch (org.jsoup.select.Selector.SelectorParseException e) {
      return new Try(css, 0); // jsoup refuses what is too long
    }
    long both = selected.stream().filter(wanted::contains).count();
    return new Try(css, 2.0 * both / (selected.size() + elements.size()));
  }

  private static Set<Element> identity(List<Element> elements) {
    Set<Element> set = new HashSet<>();
    set.addAll(elements);
    return set;
  }

  private static Collection<String> proposals(List<Element> elements) {
    Set<String> proposals = new LinkedHashSet<>();
    String tag = common(elements);
    List<String> own = new ArrayList<>();
    commonClasses(elements).forEach(name -> own.add(tag + "." + name));
    List<String> several =
        own.size() > 1 ? List.of(tag + "." + String.join(".", commonClasses(elements))) : List.of();
    if (elements.getFirst().nameIs("article")) {
      own.add("article");
    }
    proposals.addAll(own);
    proposals.addAll(several);
    List<String> selves = new ArrayList<>(own);
    selves.add(tag);
    for (String inner :
        List.of(
            "", ":has(a[href])", ":has(h2)", ":has(h3)", ":has(time)", ":has(a[href]):has(h2)")) {
      for (String context : contexts(elements)) {
        for (String self : selves) {
          proposals.add(context + self + inner);
        }
      }
      for (String self : own) {
        proposals.add(self + inner);
      }
    }
    return proposals;
  }

  /** The ways from an element with a name to the elements, the nearest first. */
  private static List<String> contexts(List<Element> elements) {
    List<String> contexts = new ArrayList<>();
    List<Element> level = parents(elements);
    StringBuilder way = new StringBuilder("> ");
    for (int up = 0; up < 8 && !level.isEmpty(); up++) {
      String tag = common(level);
      if (level.size() == 1 && Css.isLasting(level.getFirst().id())) {
        contexts.add("#" + level.getFirst().id() + " " + way);
      }
      for (String name : commonClasses(level)) {
        contexts.add(tag + "." + name + " " + way);
      }
      if (Set.of("main", "body", "table", "dl", "article", "section").contains(tag)) {
        contexts.add(tag + " " + way);
      }
      if (level.size() == 1 && level.getFirst().parent() != null && !tag.equals("body")) {
        contexts.add(numberedPath(level.getFirst()) + " " + way);
      }
      way.insert(0, "> " + tag + " ");
      level = parents(level);
    }
    contexts.sort((a, b) -> Integer.compare(weight(a), weight(b)));
    return contexts;
  }

  /** Ways by numbers are the last resort: they break when anything is put before. */
  private static int weight(String context) {
    return (context.contains(":nth") ? 100 : 0) + context.length() / 12;
  }

  private static String numberedPath(Element element) {
    StringBuilder path = new StringBuilder();
    for (Element at = element; at != null && !at.nameIs("body"); at = at.parent()) {
      Element parent = at.parent();
      if (parent == null) {
        break;
      }
      String tag = at.normalName();
      long same = parent.children().stream().filter(e -> e.normalName().equals(tag)).count();
      long nth = 1;
      for (Element before = at.previousElementSibling();
          before != null;
          before = before.previousElementSibling()) {
        nth += before.normalName().equals(tag) ? 1 : 0;
      }
      path.insert(0, " > " + tag + (same > 1 ? ":nth-of-type(" + nth + ")" : ""));
    }
    return "body" + path;
  }

  private static List<Element> parents(List<Element> elements) {
    Set<Element> parents = new HashSet<>();
    List<Element> ordered = new ArrayList<>();
    for (Element element : elements) {
      Element parent = element.parent();
      if (parent != null && parent.parent() != null && parents.add(parent)) {
        ordered.add(parent);
      }
    }
    return ordered;
  }

  private static String common(List<Element> elements) {
    String tag = elements.getFirst().normalName();
    boolean same = elements.stream().allMatch(e -> e.normalName().equals(tag));
    return same && Css.isName(tag) ? tag : "*";
  }

  private static List<String> commonClasses(List<Element> elements) {
    Set<String> names = new LinkedHashSet<>(elements.getFirst().classNames());
    for (Element element : elements) {
      names.retainAll(new HashSet<>(element.classNames()));
    }
    return names.stream().filter(Css::isLasting).limit(6).toList();
  }
}
