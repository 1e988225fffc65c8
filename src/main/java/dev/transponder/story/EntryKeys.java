package dev.transponder.story;

import dev.transponder.model.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives each entry of a document the key by which it is known within its source.
 *
 * <p>The key is the GUID if no other entry of the document has it, else the canonical link if no
 * other entry has that, else GUID and link together, else a hash of what the entry says. It is
 * never the position: a new entry on top must not rename those below it. Feeds with one GUID for
 * all entries and entries without link or GUID were seen in the wild.
 */
public final class EntryKeys {
  /** Longer keys are shortened to a hash; the store indexes them. */
  private static final int LONGEST = 400;

  private EntryKeys() {}

  /**
   * The keys of the entries, in their order. Equal keys mean that the document says the same twice.
   *
   * @param canonical makes two spellings of one link equal
   */
  public static List<String> of(List<Entry> entries, UnaryOperator<String> canonical) {
    List<@Nullable String> guids = new ArrayList<>();
    List<@Nullable String> links = new ArrayList<>();
    for (Entry entry : entries) {
      guids.add(entry.guid() == null ? null : entry.guid().text());
      links.add(entry.link() == null ? null : canonical.apply(entry.link()));
    }
    Map<String, Integer> guidCounts = count(guids);
    Map<String, Integer> linkCounts = count(links);
    List<String> keys = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      String guid = guids.get(i);
      String link = links.get(i);
      keys.add(shorten(key(entries.get(i), guid, link, guidCounts, linkCounts)));
    }
    return keys;
  }

  private static String key(
      Entry entry,
      @Nullable String guid,
      @Nullable String link,
      Map<String, Integer> guidCounts,
      Map<String, Integer> linkCounts) {
    if (guid != null && guidCounts.getOrDefault(guid, 0) == 1) {
      return "guid " + guid;
    }
    if (link != null && linkCounts.getOrDefault(link, 0) == 1) {
      return "link " + link;
    }
    String content = ContentHash.ofAll(entry);
    return guid != null && link != null
        ? "both " + guid + " " + link + " " + content
        : "hash " + content;
  }

  private static Map<String, Integer> count(List<@Nullable String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      if (text != null) {
        counts.merge(text, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static String shorten(String key) {
    return key.length() <= LONGEST ? key : key.substring(0, 5) + "#" + ContentHash.sha256(key);
  }
}
