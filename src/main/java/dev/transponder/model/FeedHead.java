package dev.transponder.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself.
 *
 * @param id the feed's Atom id, as written
 * @param title plain text
 * @param link the site that the feed belongs to
 * @param self where the feed says it is
 * @param subtitle HTML as written, or cleaned: see who made it
 * @param updated as the document says
 * @param language a BCP 47 tag, as written
 * @param rights plain text
 * @param icon a picture for the feed
 * @param hubs its WebSub hubs
 */
public record FeedHead(
    @Nullable String id,
    @Nullable String title,
    @Nullable String link,
    @Nullable String self,
    @Nullable String subtitle,
    @Nullable Instant updated,
    List<Person> authors,
    @Nullable String language,
    @Nullable String rights,
    @Nullable String icon,
    List<String> hubs) {

  public static final FeedHead EMPTY =
      new FeedHead(null, null, null, null, null, null, List.of(), null, null, null, List.of());

  public FeedHead {
    authors = List.copyOf(authors);
    hubs = List.copyOf(hubs);
  }

  /** The same head with another time of update. */
  public FeedHead withUpdated(@Nullable Instant time) {
    return new FeedHead(
        id, title, link, self, subtitle, time, authors, language, rights, icon, hubs);
  }
}
