package dev.transponder.feed;

import dev.transponder.model.Person;
import dev.transponder.model.Quiet;
import dev.transponder.model.Wait;
import java.time.Instant;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** What we read of a feed's head ourselves, before ROME sees it. */
record HeadParts(
    @Nullable Instant updated,
    List<Person> authors,
    @Nullable String language,
    @Nullable String icon,
    @Nullable String link,
    @Nullable String self,
    @Nullable String next,
    List<String> hubs,
    List<Wait> waits,
    Quiet quiet) {

  /**
   * Reads the head of a mended tree.
   *
   * @param contentLanguage of the HTTP answer, null if it was not sent
   */
  static HeadParts read(Tree tree, @Nullable String contentLanguage) {
    Element head = tree.head();
    EntryDates dates = EntryDates.read(head);
    AtomLinks links = AtomLinks.of(head);
    return new HeadParts(
        dates.updated() == null ? dates.published() : dates.updated(),
        People.authors(head),
        language(tree, head, contentLanguage),
        Images.of(head),
        links.first("alternate"),
        links.first("self"),
        links.first("next"),
        links.all("hub"),
        Hints.waits(head),
        Hints.quiet(head));
  }

  /** What HTTP says counts last, and only if it is one language. */
  private static @Nullable String language(
      Tree tree, Element head, @Nullable String contentLanguage) {
    String own = Bases.language(tree, head);
    if (own != null || contentLanguage == null) {
      return own;
    }
    String tag = contentLanguage.strip();
    return tag.matches("[A-Za-z0-9-]{2,35}") ? tag : null;
  }
}
