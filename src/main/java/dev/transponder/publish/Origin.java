package dev.transponder.publish;

import static java.util.Objects.requireNonNullElse;

import dev.transponder.model.FeedHead;
import dev.transponder.model.Person;
import dev.transponder.render.NamedUuid;
import dev.transponder.store.SourceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source as the public may see it: no secrets of its URL.
 *
 * @param sourceId see {@link dev.transponder.model.Source#id()}
 * @param feedId its own Atom id, else one minted from the URL under which it was first known
 * @param name plain text, never empty
 * @param category the user's heading for it
 * @param feed where the feed is, null if the source is a page
 * @param site where people read it, null if that is not known
 * @param authors of the whole source
 * @param rights plain text
 * @param language as written
 */
public record Origin(
    String sourceId,
    String feedId,
    String name,
    @Nullable String category,
    @Nullable String feed,
    @Nullable String site,
    List<Person> authors,
    @Nullable String rights,
    @Nullable String language) {

  static Origin of(SourceRow row) {
    FeedHead head = requireNonNullElse(row.head(), FeedHead.EMPTY);
    String kind = row.state().kind();
    boolean page = kind != null && (kind.equals("selectors") || kind.equals("listing"));
    String url = PublicUrl.of(row.url());
    String site = PublicUrl.of(head.link());
    return new Origin(
        row.id(),
        requireNonNullElse(first(head.id()), NamedUuid.ofUrl(row.state().firstUrl())),
        name(row, head),
        row.category(),
        page ? null : first(PublicUrl.of(head.self()), PublicUrl.of(row.state().feedUrl()), url),
        site == null && (page || row.state().feedUrl() != null) ? url : site,
        head.authors(),
        head.rights(),
        head.language());
  }

  /** A source of which only entries are left. */
  static Origin forgotten(String id) {
    return new Origin(
        id, NamedUuid.ofUrl("source:" + id), id, null, null, null, List.of(), null, null);
  }

  private static String name(SourceRow row, FeedHead head) {
    String name = first(row.name(), head.title(), PublicUrl.host(row.url()));
    return name == null ? row.id() : name;
  }

  private static @Nullable String first(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }
}
