package dev.transponder.refresh;

import dev.transponder.clean.CanonicalLink;
import dev.transponder.clean.Cleaner;
import dev.transponder.model.Budget;
import dev.transponder.model.Entry;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.story.AtomIds;
import dev.transponder.story.ContentHash;
import dev.transponder.story.EntryKeys;
import dev.transponder.story.StoryKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it comes in, with the names it would have if it were new.
 *
 * @param key unique within the source
 * @param atomId as it would be published
 * @param story that it tells
 * @param hash of its cleaned content
 */
record Arrival(String key, String atomId, String story, String hash, Entry entry) {

  /**
   * Names the entries of one document, in its order; what it says twice arrives once.
   *
   * @param budget what that may cost
   */
  static List<Arrival> of(Source source, SourceState state, Look.Seen seen, Budget budget) {
    List<Entry> entries = seen.parsed().entries();
    List<@Nullable String> links = links(entries);
    List<String> keys = EntryKeys.of(entries, links);
    String home = canonical(seen.parsed().head().link());
    StoryKeys stories = new StoryKeys(links);
    List<Arrival> arrivals = new ArrayList<>(entries.size());
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      budget.check();
      Entry entry = entries.get(i);
      if (taken.add(keys.get(i))) {
        String atomId = AtomIds.of(state.firstUrl(), keys.get(i), entry);
        String story = stories.of(source.dedupe(), atomId, links.get(i), home);
        String hash = ContentHash.of(entry, text(entry));
        arrivals.add(new Arrival(keys.get(i), atomId, story, hash, entry));
      }
    }
    return arrivals;
  }

  static List<String> keys(List<Entry> entries) {
    return EntryKeys.of(entries, links(entries));
  }

  private static List<@Nullable String> links(List<Entry> entries) {
    List<@Nullable String> links = new ArrayList<>(entries.size());
    entries.forEach(entry -> links.add(canonical(entry.link())));
    return links;
  }

  private static String text(Entry entry) {
    String content = entry.content() == null ? "" : Cleaner.plainText(entry.content());
    String summary = entry.summary() == null ? "" : Cleaner.plainText(entry.summary());
    return content + "\n" + summary;
  }

  private static @Nullable String canonical(@Nullable String link) {
    return link == null ? null : CanonicalLink.of(link);
  }
}
