package dev.transponder.refresh;

import dev.transponder.clean.CanonicalLink;
import dev.transponder.clean.Cleaner;
import dev.transponder.model.Budget;
import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import dev.transponder.model.Reading;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.story.AtomIds;
import dev.transponder.story.ContentHash;
import dev.transponder.story.EntryKeys;
import dev.transponder.story.Names;
import dev.transponder.story.Site;
import dev.transponder.story.StoryKeys;
import dev.transponder.text.RelativeDates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it comes in, with the names it would have if it were new.
 *
 * @param names by which it may be known; the first is its key, unique within the source
 * @param atomId as it would be published
 * @param story that it tells
 * @param claim whose site its link leads to
 * @param scraped whether it stands on a page, whose dates may be said from the present
 */
record Arrival(
    Names names, String atomId, String story, Site.Claim claim, Entry entry, boolean scraped) {

  /**
   * Names the entries of one document, in its order; what it says twice arrives once.
   *
   * @param others the hosts among those of its ids that other sources come from
   * @param budget what that may cost
   */
  static List<Arrival> of(
      Source source, SourceState state, Look.Seen seen, Set<String> others, Budget budget) {
    List<Entry> entries = seen.parsed().entries();
    List<@Nullable String> links = links(entries);
    boolean scraped = isScraped(seen.parsed());
    List<Entry> named = named(seen.parsed());
    List<List<String>> texts = new ArrayList<>(entries.size());
    for (Entry entry : named) {
      budget.check();
      texts.add(text(entry));
    }
    List<String> hashes = ContentHash.of(named, links, texts);
    List<Names> names = Names.of(named, links, guidLinks(entries), hashes);
    String home = canonical(seen.parsed().head().link());
    StoryKeys stories = new StoryKeys(links);
    Site site = site(source, seen);
    List<Arrival> arrivals = new ArrayList<>(entries.size());
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      budget.check();
      Entry entry = entries.get(i);
      String key = names.get(i).key();
      if (taken.add(key)) {
        String atomId = AtomIds.of(state.firstUrl(), key, entry, site, others);
        String story = stories.of(atomId, links.get(i), home);
        Site.Claim claim = entry.link() == null ? Site.Claim.UNKNOWN : site.claim(entry.link());
        arrivals.add(new Arrival(names.get(i), atomId, story, claim, entry, scraped));
      }
    }
    return arrivals;
  }

  /** The sites that the ids of the entries name. */
  static Set<String> sites(List<Entry> entries) {
    Set<String> sites = new HashSet<>();
    for (Entry entry : entries) {
      Guid guid = entry.guid();
      String host =
          guid == null || guid.kind() != Guid.Kind.ATOM_ID ? null : Site.host(guid.text());
      if (host != null) {
        sites.add(host);
      }
    }
    return sites;
  }

  /** The keys of the entries of one document, in their order. */
  static List<String> keys(Reading.Parsed parsed) {
    return EntryKeys.of(named(parsed), links(parsed.entries()));
  }

  private static boolean isScraped(Reading.Parsed parsed) {
    return parsed.format().equals("html");
  }

  /** The entries with what they can be named by. */
  private static List<Entry> named(Reading.Parsed parsed) {
    return isScraped(parsed)
        ? parsed.entries().stream().map(Arrival::lasting).toList()
        : parsed.entries();
  }

  /** What a page will still say of the entry tomorrow, when "3 days ago" is "4 days ago". */
  private static Entry lasting(Entry entry) {
    return entry.toBuilder()
        .published(null)
        .title(entry.title() == null ? null : RelativeDates.without(entry.title()))
        .summary(entry.summary() == null ? null : RelativeDates.without(entry.summary()))
        .build();
  }

  /** The same entry with another of its keys, as the first one is another entry's. */
  Arrival withKey(String key, String firstUrl) {
    String minted = AtomIds.minted(firstUrl, key);
    boolean alone = story.equals(StoryKeys.own(atomId));
    return new Arrival(
        names.from(key), minted, alone ? StoryKeys.own(minted) : story, claim, entry, scraped);
  }

  String key() {
    return names.key();
  }

  String hash() {
    return names.hash();
  }

  static @Nullable String canonical(@Nullable String link) {
    return link == null ? null : CanonicalLink.of(link);
  }

  private static Site site(Source source, Look.Seen seen) {
    return Site.of(
        Stream.of(source.url(), seen.feedUrl(), seen.answer().url()), seen.parsed().head());
  }

  private static List<@Nullable String> links(List<Entry> entries) {
    List<@Nullable String> links = new ArrayList<>(entries.size());
    entries.forEach(entry -> links.add(canonical(entry.link())));
    return links;
  }

  private static List<@Nullable String> guidLinks(List<Entry> entries) {
    List<@Nullable String> links = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      String guid = entry.guid() == null ? "" : entry.guid().text();
      links.add(guid.toLowerCase(Locale.ROOT).startsWith("http") ? canonical(guid) : null);
    }
    return links;
  }

  private static List<String> text(Entry entry) {
    List<String> blocks = new ArrayList<>();
    if (entry.content() != null) {
      blocks.addAll(Cleaner.textBlocks(entry.content()));
    }
    if (entry.summary() != null && !entry.summary().equals(entry.content())) {
      blocks.addAll(Cleaner.textBlocks(entry.summary()));
    }
    return blocks;
  }
}
