package dev.transponder.story;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.text.Digests;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an entry really changed: title, link, visible text and enclosures, no markup.
 *
 * <p>The values of a link's parameters are not compared: some change at each request.
 *
 * <p>A hash has four parts. The first is of all that is said, the second leaves out what the source
 * puts around it (advertisements, what all its entries say): where one of them is the same, nothing
 * has changed. The third leaves out what is counted as well: where only that is the same, the entry
 * is stored as it is now, for a number may have been put right, but nothing has really changed.
 * What a source puts into its entries is known from the other entries of the document; when those
 * have gone, the second part of an untouched entry may differ, but not the first. The fourth is of
 * the text alone, to recognise an entry by.
 */
public final class ContentHash {
  /** Raised when the rule changes, so that a new version of the program does not see news. */
  private static final String VERSION = "3";

  private static final int PARTS = 4;
  private static final int LENGTH = 24;

  /** In place of the hash of a text that is too short to recognise anything by. */
  private static final String NO_TEXT = "-";

  /** In characters; the words of a button are the text of many entries. */
  private static final int TELLING = 20;

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}]+");
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u3000]+");

  /** A file of this kind is named by its path; what follows is for counting and for caches. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?i)([^?#]*\\.(?:mp3|m4a|m4b|aac|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|mkv|pdf|epub|jpe?g|png|gif|webp))[?#].*");

  private ContentHash() {}

  /**
   * The hashes of what a reader would notice, of the entries of one document, in its order.
   *
   * @param links their canonical links
   * @param texts of each entry, the blocks of visible text of its content and summary
   */
  public static List<String> of(
      List<Entry> entries, List<@Nullable String> links, List<List<String>> texts) {
    List<List<String>> normal =
        texts.stream().map(blocks -> blocks.stream().map(ContentHash::normal).toList()).toList();
    Furniture furniture = Furniture.of(normal);
    List<String> hashes = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      hashes.add(of(entries.get(i), links.get(i), normal.get(i), furniture));
    }
    return List.copyOf(hashes);
  }

  private static String of(
      Entry entry, @Nullable String link, List<String> blocks, Furniture furniture) {
    List<String> own = Counters.withoutAdvertisements(furniture.withoutRepeated(blocks));
    String lasting = joined(Counters.masked(furniture.withoutCounted(own)));
    return VERSION
        + ":"
        + hash(entry, link, joined(blocks))
        + "."
        + hash(entry, link, joined(own))
        + "."
        + hash(entry, link, lasting)
        + "."
        + (joined(own).length() < TELLING ? NO_TEXT : digest(joined(own)));
  }

  private static String hash(Entry entry, @Nullable String link, String text) {
    StringBuilder all = new StringBuilder(text.length() + 200);
    append(all, entry.title() == null ? null : normal(entry.title()));
    append(all, link == null ? null : Aliases.withoutValues(Aliases.path(link)));
    append(all, text);
    for (Enclosure enclosure : entry.enclosures()) {
      append(all, FILE.matcher(enclosure.url()).replaceFirst("$1"));
    }
    return digest(all.toString());
  }

  /** What lies between two hashes of one entry. */
  public enum Change {
    NONE,
    /** It is stored as it is now, but that is no news. */
    QUIET,
    REAL
  }

  /**
   * Compares what is stored with what has come. Other rules for the hash make another hash of the
   * same words, so that is no news.
   */
  public static Change change(String stored, String come) {
    if (stored.equals(come)) {
      return Change.NONE;
    }
    if (!sameRules(stored, come)) {
      return Change.QUIET;
    }
    String[] before = parts(stored);
    String[] now = parts(come);
    if (before.length != PARTS || now.length != PARTS) {
      return Change.REAL;
    }
    return before[0].equals(now[0]) || before[1].equals(now[1])
        ? Change.NONE
        : before[2].equals(now[2]) ? Change.QUIET : Change.REAL;
  }

  /** How the texts of two entries compare. */
  public enum Texts {
    EQUAL,
    DIFFERENT,
    /** One of them has none that would tell, or they were hashed by different rules. */
    UNKNOWN
  }

  /** Compares the texts alone. */
  static Texts texts(String one, String other) {
    String first = text(one);
    String second = text(other);
    if (first == null || second == null || !sameRules(one, other)) {
      return Texts.UNKNOWN;
    }
    return first.equals(second) ? Texts.EQUAL : Texts.DIFFERENT;
  }

  /** The hash of the text alone, null if it would tell nothing. */
  static @Nullable String text(String hash) {
    String[] parts = parts(hash);
    return parts.length != PARTS || parts[3].equals(NO_TEXT) ? null : parts[3];
  }

  /** Whether two hashes were made by one version of the rules, so that they can be compared. */
  private static boolean sameRules(String one, String other) {
    return one.substring(0, one.indexOf(':') + 1)
        .equals(other.substring(0, other.indexOf(':') + 1));
  }

  /** The hash of all that could tell two entries of one document apart, markup included. */
  static String ofAll(Entry entry) {
    StringBuilder all = new StringBuilder();
    append(all, entry.title());
    append(all, entry.link());
    append(all, entry.summary());
    append(all, entry.content());
    append(all, entry.published() == null ? null : entry.published().toString());
    for (Enclosure enclosure : entry.enclosures()) {
      append(all, enclosure.url());
    }
    return Digests.sha256(all.toString()).substring(0, 32);
  }

  /** A text as it is compared: one form of each character, no white space that nobody sees. */
  static String normal(String text) {
    String seen = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    return SPACE.matcher(seen).replaceAll(" ").strip();
  }

  private static String joined(List<String> blocks) {
    return String.join(" ", blocks);
  }

  private static String[] parts(String hash) {
    return hash.substring(hash.indexOf(':') + 1).split("\\.", -1);
  }

  private static String digest(String text) {
    return Digests.sha256(text).substring(0, LENGTH);
  }

  /** Lengths keep the parts apart: "ab","c" is not "a","bc", and nothing is not the empty text. */
  private static void append(StringBuilder all, @Nullable String part) {
    all.append(part == null ? -1 : part.length()).append(':').append(part == null ? "" : part);
  }
}
