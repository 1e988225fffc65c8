package dev.transponder.story;

import dev.transponder.model.Entry;
import dev.transponder.text.Digests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param links the canonical links of the entries, null for none
   */
  public static List<String> of(List<Entry> entries, List<@Nullable String> links) {
    return candidates(entries, links).stream().map(List::getFirst).toList();
  }

  /**
   * For each entry, its key and those it would have if that one turned out to be another entry's.
   */
  static List<List<String>> candidates(List<Entry> entries, List<@Nullable String> links) {
    List<@Nullable String> guids = new ArrayList<>();
    List<@Nullable String> pairs = new ArrayList<>();
    Set<Entry> different = new HashSet<>();
    List<@Nullable String> differentGuids = new ArrayList<>();
    List<@Nullable String> differentLinks = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      String guid = entry.guid() == null ? null : entry.guid().text();
      String link = links.get(i);
      guids.add(guid);
      // What a document says twice in the same words is one entry, not two with one GUID.
      if (different.add(entry)) {
        differentGuids.add(guid);
        differentLinks.add(link);
        pairs.add(guid == null || link == null ? null : guid + " " + link);
      }
    }
    Counts counts = new Counts(count(differentGuids), count(differentLinks), count(pairs));
    List<List<String>> keys = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      keys.add(keys(entries.get(i), guids.get(i), links.get(i), counts));
    }
    return List.copyOf(keys);
  }

  /** How many different entries have a GUID, a link, or both. */
  private record Counts(
      Map<String, Integer> guids, Map<String, Integer> links, Map<String, Integer> pairs) {}

  private static List<String> keys(
      Entry entry, @Nullable String guid, @Nullable String link, Counts counts) {
    List<String> keys = new ArrayList<>();
    if (guid != null && counts.guids().getOrDefault(guid, 0) == 1) {
      keys.add(shorten("guid " + guid));
    }
    if (link != null && counts.links().getOrDefault(link, 0) == 1) {
      keys.add(shorten("link " + link));
    }
    String pair = guid + " " + link;
    if (counts.pairs().getOrDefault(pair, 0) == 1) {
      keys.add(shorten("both " + pair));
    }
    keys.add(shorten("hash " + ContentHash.ofAll(entry)));
    return List.copyOf(keys);
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

  static String shorten(String key) {
    return key.length() <= LONGEST ? key : key.substring(0, 5) + "#" + Digests.sha256(key);
  }
}
