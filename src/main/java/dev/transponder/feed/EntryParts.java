package dev.transponder.feed;

import dev.transponder.model.Media;
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
    List<Person> contributors,
    List<String> categories,
    @Nullable String language,
    @Nullable String image,
    @Nullable String rights,
    @Nullable String comments,
    Media media) {

  static EntryParts read(Tree tree, Element entry) {
    EntryDates dates = EntryDates.read(entry);
    return new EntryParts(
        dates.published(),
        dates.updated(),
        People.authors(entry),
        People.contributors(entry),
        Categories.of(entry),
        language(tree, entry),
        Images.of(entry),
        rights(tree, entry),
        comments(entry),
        MediaParts.of(entry));
  }

  private static @Nullable String rights(Tree tree, Element entry) {
    return Limits.line(
        tree.isRss()
            ? Elements.childText(entry, Namespaces.NONE, "copyright")
            : Elements.childText(entry, Namespaces.ATOM, "rights"));
  }

  /** RSS has an element of that name, Atom a relation (RFC 4685 section 4). */
  private static @Nullable String comments(Element entry) {
    String url = Elements.childText(entry, Namespaces.NONE, "comments");
    url = url == null ? AtomLinks.of(entry).first("replies") : url;
    return url != null && Urls.isWeb(url) ? Limits.url(url) : null;
  }

  private static @Nullable String language(Tree tree, Element entry) {
    String own = Bases.language(tree, entry);
    if (own == null) {
      own = Elements.childText(entry, Namespaces.DC, "language");
    }
    return own == null ? Elements.childText(entry, Namespaces.NONE, "language") : own;
  }
}
