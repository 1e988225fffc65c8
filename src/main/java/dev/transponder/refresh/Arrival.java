package dev.transponder.refresh;

import dev.transponder.clean.CanonicalLink;
import dev.transponder.clean.Cleaner;
import dev.transponder.model.Budget;
import dev.transponder.model.Entry;
import dev.transponder.model.Reading;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.story.AtomIds;
import dev.transponder.story.ContentHash;
import dev.transponder.story.EntryKeys;
import dev.transponder.story.StoryKeys;
import dev.transponder.text.RelativeDates;
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
 * @param scraped whether it stands on a page, whose dates may be said from the present
 */
record Arrival(String key, String atomId, String story, String hash, Entry entry, boolean scraped) {

  /** One from a feed. */
  Arrival(String key, String atomId, String story, String hash, Entry entry) {
    this(key, atomId, story, hash, entry, false);
  }

  /**
   * Names the entries of one document, in its order; what it says twice arrives once.
   *
   * @param budget what that may cost
   */
  static List<Arrival> of(Source source, SourceState state, Look.Seen seen, Budget budget) {
    List<Entry> entries = seen.parsed().entries();
    List<@Nullable String> links = links(entries);
    boolean scraped = isScraped(seen.parsed());
    List<String> keys = keys(seen.parsed());
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
        Entry lasting = scraped ? lasting(entry) : entry;
        String hash = ContentHash.of(lasting, text(lasting));
        arrivals.add(new Arrival(keys.get(i), atomId, story, hash, entry, scraped));
      }
    }
    return arrivals;
  }

  /** The keys of the entries of one document, in their order. */
  static List<String> keys(Reading.Parsed parsed) {
    List<Entry> entries = parsed.entries();
    List<Entry> named =
        isScraped(parsed) ? entries.stream().map(Arrival::lasting).toList() : entries;
    return EntryKeys.of(named, links(entries));
  }

  private static boolean isScraped(Reading.Parsed parsed) {
    return parsed.format().equals("html");
  }

  /** What a page will still say of the entry tomorrow, when "3 days ago" is "4 days ago". */
  private static Entry lasting(Entry entry) {
    return entry.toBuilder()
        .published(null)
        .title(entry.title() == null ? null : RelativeDates.without(entry.title()))
        .summary(entry.summary() == null ? null : RelativeDates.without(entry.summary()))
        .build();
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
