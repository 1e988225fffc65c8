package dev.transponder.feed;

import dev.transponder.text.Dates;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * When an entry or a feed says it was published and updated, in whichever vocabulary. ROME would
 * get many of them wrong or not at all; see docs/notes/0011.
 *
 * @param published the best date of publication that can be read
 * @param updated the best date of a change that can be read
 */
record EntryDates(@Nullable Instant published, @Nullable Instant updated) {
  /** From better to worse; the number is the rank. */
  private static final Map<String, Integer> PUBLISHED =
      Map.of("pubdate", 1, "published", 2, "issued", 3, "created", 4, "date", 5, "valid", 6);

  private static final Map<String, Integer> UPDATED =
      Map.of("updated", 1, "modified", 2, "lastbuilddate", 3, "updateddate", 4);

  private static final Set<String> VOCABULARIES =
      Set.of(
          Namespaces.NONE.getURI(),
          Namespaces.ATOM.getURI(),
          Namespaces.DC.getURI(),
          Namespaces.DCTERMS.getURI());

  static EntryDates read(Element entry) {
    Instant published = null;
    Instant updated = null;
    int publishedRank = Integer.MAX_VALUE;
    int updatedRank = Integer.MAX_VALUE;
    for (Element child : Elements.children(entry)) {
      String name = child.getName().toLowerCase(Locale.ROOT);
      int rank = PUBLISHED.getOrDefault(name, Integer.MAX_VALUE);
      if (rank < publishedRank) {
        Instant date = date(child);
        published = date == null ? published : date;
        publishedRank = date == null ? publishedRank : rank;
      }
      rank = UPDATED.getOrDefault(name, Integer.MAX_VALUE);
      if (rank < updatedRank) {
        Instant date = date(child);
        updated = date == null ? updated : date;
        updatedRank = date == null ? updatedRank : rank;
      }
    }
    return new EntryDates(published, updated);
  }

  private static @Nullable Instant date(Element element) {
    return VOCABULARIES.contains(element.getNamespaceURI()) ? Dates.parse(element.getText()) : null;
  }
}
