package dev.transponder.feed;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The categories of an entry in vocabularies that ROME does not read as the entry's own. */
final class Categories {
  private Categories() {}

  static List<String> of(Element entry) {
    List<String> names = new ArrayList<>();
    for (Element child : Elements.children(entry)) {
      switch (child.getName()) {
        case "subject" -> add(names, Elements.text(child));
        case "category" -> category(names, child);
        case "keywords", "tags" -> list(names, Elements.text(child));
        default -> {}
      }
    }
    return names;
  }

  private static void category(List<String> names, Element category) {
    if (category.getNamespace().equals(Namespaces.MEDIA)) {
      add(names, Elements.text(category));
    } else if (category.getNamespace().equals(Namespaces.ITUNES)) {
      add(names, Elements.attribute(category, "text"));
      category.getChildren().forEach(inner -> category(names, inner));
    } else if (category.getNamespace().equals(Namespaces.ATOM)) {
      String term = Elements.attribute(category, "term");
      add(names, AtomValues.name(term, Elements.attribute(category, "label")));
    }
  }

  private static void list(List<String> names, @Nullable String keywords) {
    if (keywords != null) {
      for (String keyword : keywords.split(",", Limits.LIST)) {
        add(names, keyword.strip());
      }
    }
  }

  private static void add(List<String> names, @Nullable String name) {
    String line = Limits.line(name);
    if (line != null && !names.contains(line) && names.size() < Limits.LIST) {
      names.add(line);
    }
  }
}
