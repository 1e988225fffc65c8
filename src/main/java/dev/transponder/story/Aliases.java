package dev.transponder.story;

import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The weaker names of an entry, which reconnect it when its key has changed: the path of its link
 * and of its GUID, without scheme, host and tracking. Several entries may share one; who uses them
 * sees to that ({@link Recognition}).
 *
 * <p>A third is the text alone, for a site that has given its entries other GUIDs and links at
 * once; it counts only together with the very time that the document gives.
 *
 * <p>A fourth is for links whose parameters change each time: the link without their values, with
 * title and day.
 *
 * <p>An entry that neither GUID nor link can name has two more: its link with its title, and its
 * link with its text, of which an edit usually leaves one as it is.
 */
final class Aliases {
  /** RFC 4151: what follows the name of who made the tag. */
  private static final Pattern TAG = Pattern.compile("(?i)tag:[^,]*,");

  private static final String TEXT = "text ";

  private static final String LIKE = "like ";

  private static final Pattern VALUE = Pattern.compile("=[^&;]*");

  private static final Pattern HOST = Pattern.compile("^[^/?#]*");

  private Aliases() {}

  /**
   * The aliases of one entry.
   *
   * @param key its entry key
   * @param link canonical
   * @param guidLink the canonical link of a GUID that is a web URL, else null
   * @param hash see {@link ContentHash}
   */
  static List<String> of(
      Entry entry, String key, @Nullable String link, @Nullable String guidLink, String hash) {
    Set<String> aliases = new LinkedHashSet<>();
    addPath(aliases, link);
    addPath(aliases, guidLink);
    Guid guid = entry.guid();
    if (guid != null && TAG.matcher(guid.text()).lookingAt()) {
      aliases.add(EntryKeys.shorten("tag " + TAG.matcher(guid.text()).replaceFirst("")));
    }
    if (ContentHash.text(hash) != null) {
      aliases.add(TEXT + ContentHash.text(hash));
    }
    addLike(aliases, entry, link);
    if (key.startsWith("both ") || key.startsWith("hash ")) {
      String title = title(entry.title());
      if (title != null) {
        aliases.add(EntryKeys.shorten("named " + link + " " + title));
      }
      if (ContentHash.text(hash) != null) {
        aliases.add(EntryKeys.shorten("worded " + link + " " + ContentHash.text(hash)));
      }
    }
    return List.copyOf(aliases);
  }

  /** Whether an alias is the text of its entry. */
  static boolean isText(String alias) {
    return alias.startsWith(TEXT);
  }

  /** Whether an alias is that of an entry whose link may have any values in it. */
  static boolean isLike(String alias) {
    return alias.startsWith(LIKE);
  }

  /** Whether a name holds a link with parameters, or may hold one. */
  static boolean isValued(String name) {
    return !isText(name) && !isLike(name) && (!name.startsWith("guid ") || name.contains("?"));
  }

  private static void addLike(Set<String> aliases, Entry entry, @Nullable String link) {
    String title = title(entry.title());
    if (link != null && title != null && link.contains("?")) {
      String day =
          entry.published() == null ? "" : " " + entry.published().truncatedTo(ChronoUnit.DAYS);
      aliases.add(EntryKeys.shorten(LIKE + withoutValues(path(link)) + " " + title + day));
    }
  }

  /** A link without the values of its parameters. */
  static String withoutValues(String link) {
    int query = link.indexOf('?');
    return query < 0
        ? link
        : link.substring(0, query) + VALUE.matcher(link.substring(query)).replaceAll("");
  }

  private static void addPath(Set<String> aliases, @Nullable String link) {
    String path = link == null ? "" : path(link);
    if (path.length() > 1) {
      aliases.add(EntryKeys.shorten("path " + path));
    }
  }

  /** A canonical link without its host. */
  static String path(String canonicalLink) {
    return HOST.matcher(canonicalLink).replaceFirst("");
  }

  /** A title as it is compared, null if there is none. */
  static @Nullable String title(@Nullable String title) {
    String normal = title == null ? "" : ContentHash.normal(title).toLowerCase(Locale.ROOT);
    return normal.isEmpty() ? null : normal;
  }
}
