package dev.transponder.story;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.text.Digests;
import org.jspecify.annotations.Nullable;

/** Tells whether an entry really changed: title, link, visible text and enclosures, no markup. */
public final class ContentHash {
  /** Raised when the rule changes, so that a new version of the program does not see news. */
  private static final String VERSION = "1";

  private ContentHash() {}

  /**
   * The hash of what a reader would notice.
   *
   * @param text the visible text of the entry's content and summary
   */
  public static String of(Entry entry, String text) {
    StringBuilder all = new StringBuilder(text.length() + 200);
    append(all, entry.title());
    append(all, entry.link());
    append(all, text);
    for (Enclosure enclosure : entry.enclosures()) {
      append(all, enclosure.url());
    }
    return VERSION + ":" + Digests.sha256(all.toString()).substring(0, 32);
  }

  /** Whether two hashes were made by one version of the rules, so that they can be compared. */
  public static boolean sameRules(String one, String other) {
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

  /** Lengths keep the parts apart: "ab","c" is not "a","bc", and nothing is not the empty text. */
  private static void append(StringBuilder all, @Nullable String part) {
    all.append(part == null ? -1 : part.length()).append(':').append(part == null ? "" : part);
  }
}
