package dev.transponder.feed;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;

/**
 * Writes the names of RSS as its specification does: {@code pubdate} and {@code GUID} are meant.
 */
final class RssNames {
  private static final Map<String, String> RIGHT =
      Stream.of(
              "channel item items title link description pubDate lastBuildDate guid author category"
                  .split(" "),
              "enclosure comments source image url language copyright managingEditor webMaster"
                  .split(" "),
              "generator ttl skipHours skipDays hour day textInput cloud docs rating".split(" "))
          .flatMap(Stream::of)
          .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

  private RssNames() {}

  static void mend(Tree tree) {
    if (tree.root().getName().equals("rss")) {
      walk(tree.root(), 0);
    }
  }

  /** Down to the parts of an item: channel, item, title. */
  private static void walk(Element parent, int depth) {
    for (Element child : Elements.children(parent)) {
      if (child.getNamespace().equals(Namespaces.NONE)) {
        String name = child.getName();
        String right = RIGHT.get(name.toLowerCase(Locale.ROOT));
        if (right != null && !right.equals(name)) {
          child.setName(right);
        }
        if (depth < 2) {
          walk(child, depth + 1);
        }
      }
    }
  }
}
