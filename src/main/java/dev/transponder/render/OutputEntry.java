package dev.transponder.render;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a feed document shows it.
 *
 * @param id published byte for byte
 * @param title plain text; a blank one becomes the link
 * @param link the alternate link: the original, or our page of the entry
 * @param published null if no document gave a date
 * @param updated see {@link dev.transponder.model.StoredEntry#updated()}
 * @param authors if there are none, the source stands for them
 * @param related where else this is told, each URL once
 * @param content the whole content, clean HTML; null for none
 * @param summary clean HTML; null for none
 * @param language as written; left out if it is no language tag
 * @param rights plain text
 */
public record OutputEntry(
    String id,
    String title,
    String link,
    @Nullable Instant published,
    Instant updated,
    List<Person> authors,
    List<Person> contributors,
    List<String> categories,
    List<Enclosure> enclosures,
    List<Related> related,
    @Nullable String content,
    @Nullable String summary,
    @Nullable String language,
    @Nullable String rights,
    Origin origin) {
  public OutputEntry {
    authors = List.copyOf(authors);
    contributors = List.copyOf(contributors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
    related = List.copyOf(related);
  }

  /**
   * Another place that tells the same.
   *
   * @param title for people, plain text
   */
  public record Related(String url, String title) {}

  /**
   * The feed that an entry came from ({@code atom:source}).
   *
   * @param id its own Atom id, else one that we minted
   * @param title plain text
   * @param updated of its newest entry that we publish: what feeds say of themselves often is the
   *     time of the request, and would change our document without any news
   * @param self the feed, null if it is a page
   * @param link the site
   * @param rights plain text
   */
  public record Origin(
      String id,
      String title,
      Instant updated,
      @Nullable String self,
      @Nullable String link,
      @Nullable String rights,
      @Nullable String language) {}
}
