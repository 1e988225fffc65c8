package dev.transponder.feed;

import dev.transponder.model.Person;
import java.time.Instant;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What we read of an entry ourselves, before ROME sees it. */
record EntryParts(
    @Nullable Instant published,
    @Nullable Instant updated,
    List<Person> authors,
    List<String> categories,
    @Nullable String language,
    @Nullable String image,
    @Nullable String rights) {

  static EntryParts read(Tree tree, Element entry) {
    EntryDates dates = EntryDates.read(entry);
    return new EntryParts(
        dates.published(),
        dates.updated(),
        People.authors(entry),
        Categories.of(entry),
        language(tree, entry),
        Images.of(entry),
        Limits.line(
            Elements.childText(
                entry,
                tree.isRss() ? Namespaces.NONE : Namespaces.ATOM,
                tree.isRss() ? "copyright" : "rights")));
  }

  private static @Nullable String language(Tree tree, Element entry) {
    String own = Bases.language(tree, entry);
    if (own == null) {
      own = Elements.childText(entry, Namespaces.DC, "language");
    }
    return own == null ? Elements.childText(entry, Namespaces.NONE, "language") : own;
  }
}
