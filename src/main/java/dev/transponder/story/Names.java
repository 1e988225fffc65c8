package dev.transponder.story;

import dev.transponder.model.Entry;
import dev.transponder.model.KnownEntry;
import dev.transponder.story.ContentHash.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what an entry of a document can be recognised.
 *
 * @param keys its entry key first, then those it would have if that were another entry's
 * @param aliases those that no other entry of the document has
 * @param hash see {@link ContentHash}
 * @param title as it is compared
 * @param link canonical
 * @param date that the document gives
 */
public record Names(
    List<String> keys,
    List<String> aliases,
    String hash,
    @Nullable String title,
    @Nullable String link,
    @Nullable Instant date) {

  /** A date without time of day, in whatever zone, is so far from the true one at most. */
  private static final Duration A_DAY = Duration.ofHours(36);

  public Names {
    keys = List.copyOf(keys);
    aliases = List.copyOf(aliases);
  }

  /**
   * The names of the entries of one document, in its order.
   *
   * @param links their canonical links
   * @param guidLinks the canonical links of those GUIDs that are web URLs
   * @param hashes see {@link ContentHash}
   */
  public static List<Names> of(
      List<Entry> entries,
      List<@Nullable String> links,
      List<@Nullable String> guidLinks,
      List<String> hashes) {
    List<List<String>> keys = EntryKeys.candidates(entries, links);
    Map<String, List<String>> aliases = new HashMap<>();
    Map<String, Integer> holders = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String key = keys.get(i).getFirst();
      // A GUID that two entries have names neither, and must not take the name of the one it links.
      String guidLink = key.startsWith("guid ") ? guidLinks.get(i) : null;
      List<String> own = Aliases.of(entries.get(i), key, links.get(i), guidLink, hashes.get(i));
      if (aliases.putIfAbsent(key, own) == null) {
        own.forEach(alias -> holders.merge(alias, 1, Integer::sum));
      }
    }
    List<Names> all = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      String key = keys.get(i).getFirst();
      all.add(
          new Names(
              keys.get(i),
              aliases.getOrDefault(key, List.of()).stream()
                  .filter(alias -> holders.getOrDefault(alias, 0) == 1)
                  .toList(),
              hashes.get(i),
              Aliases.title(entries.get(i).title()),
              links.get(i),
              entries.get(i).published()));
    }
    return List.copyOf(all);
  }

  /** Titles as they are compared. */
  public static Set<String> titles(Collection<String> titles) {
    return titles.stream().map(Aliases::title).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** The entry key. */
  public String key() {
    return keys.getFirst();
  }

  /**
   * By what else than its key: what was known by its link while others had its GUID may have that
   * for itself now.
   */
  List<String> further() {
    return Stream.concat(keys.stream().skip(1), aliases.stream()).toList();
  }

  /** The same without the keys before this one, which are another entry's. */
  public Names from(String key) {
    return new Names(
        keys.subList(keys.indexOf(key), keys.size()), aliases, hash, title, link, date);
  }

  /** All that it may be known by. */
  public Stream<String> all() {
    return Stream.concat(keys.stream(), aliases.stream());
  }

  /**
   * Whether an entry that has one of the aliases is this one: their texts are the same, or their
   * titles, unless the dates say that it is the next one of a series. Without dates a title says
   * that only if the document did not, then or now, tell its entries apart by itself. A text that
   * is the alias proves nothing alone: podcasts say the same of every episode. Where the values in
   * a link differ, nothing else may: they may be all that tells two entries apart.
   */
  boolean agreesWith(String alias, KnownEntry known) {
    if (Aliases.isText(alias)) {
      return ContentHash.texts(hash, known.hash()) == Texts.EQUAL
          && date != null
          && !isDay(date)
          && date.equals(known.published());
    }
    Texts texts = ContentHash.texts(hash, known.hash());
    if (Aliases.isLike(alias)) {
      boolean undated = date == null && known.published() == null;
      return undated ? texts == Texts.EQUAL : texts != Texts.DIFFERENT && sameDate(known);
    }
    return switch (texts) {
      case EQUAL -> true;
      case DIFFERENT, UNKNOWN -> sameTitle(known) && !isNextOfSeries(known);
    };
  }

  private boolean isNextOfSeries(KnownEntry known) {
    if (date != null && known.published() != null) {
      return !sameDate(known);
    }
    boolean wasNamed = known.purged() || known.key().startsWith("guid ");
    return date == null
        && known.published() == null
        && key().startsWith("guid ")
        && wasNamed
        && ContentHash.texts(hash, known.hash()) == Texts.DIFFERENT;
  }

  /**
   * Whether an entry that has this one's key must be another one all the same: nothing of it is the
   * same but the key. Some feeds give every entry one GUID, or give GUIDs anew to other entries.
   * Where there is no text to compare, only a date can say so: titles are put right, and their
   * links with them.
   *
   * @param knownLink its canonical link
   */
  boolean contradicts(KnownEntry known, @Nullable String knownLink) {
    Texts texts = ContentHash.texts(hash, known.hash());
    if (texts == Texts.EQUAL || sameTitle(known) || sameDate(known)) {
      return false;
    }
    boolean otherDate = date != null && known.published() != null;
    boolean linked = link != null && knownLink != null;
    return linked ? !samePath(knownLink) && (texts == Texts.DIFFERENT || otherDate) : otherDate;
  }

  /** Whether the links are the same but for the host. */
  boolean samePath(@Nullable String knownLink) {
    return link != null && knownLink != null && Aliases.path(link).equals(Aliases.path(knownLink));
  }

  private boolean sameTitle(KnownEntry known) {
    return title != null && title.equals(Aliases.title(known.title()));
  }

  private boolean sameDate(KnownEntry known) {
    if (date == null || known.published() == null) {
      return false;
    }
    boolean day = isDay(date);
    return day == isDay(known.published())
        ? date.truncatedTo(ChronoUnit.MILLIS)
            .equals(known.published().truncatedTo(ChronoUnit.MILLIS))
        : Duration.between(date, known.published()).abs().compareTo(A_DAY) < 0;
  }

  private static boolean isDay(Instant date) {
    return date.equals(date.truncatedTo(ChronoUnit.DAYS));
  }
}
