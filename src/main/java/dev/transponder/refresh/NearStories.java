package dev.transponder.refresh;

import dev.transponder.clean.Passages;
import dev.transponder.model.Budget;
import dev.transponder.model.Entry;
import dev.transponder.model.Fingerprint;
import dev.transponder.model.StoredEntry;
import dev.transponder.store.StoryTeller;
import dev.transponder.story.Clusters;
import dev.transponder.story.Likeness;
import dev.transponder.story.Repeats;
import dev.transponder.story.Telling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells the store which texts are alike, and which stories that makes. Pure. */
record NearStories(
    Map<String, Fingerprint> inserts, Map<Long, Fingerprint> known, @Nullable Repeats said)
    implements StoryTeller {
  /** Knows nothing of the texts of new entries: their links tell. */
  static final NearStories UNREAD = new NearStories(Map.of(), Map.of(), null);

  /** Of fewer entries nobody can tell what their source says again and again. */
  private static final int MANY = 5;

  /**
   * What the entries of a plan tell.
   *
   * @param document all entries of the document that was read, none if none was
   * @param budget what that may cost
   */
  static NearStories of(Planned planned, Collection<Entry> document, Budget budget) {
    IdentityHashMap<Entry, Telling> told = new IdentityHashMap<>();
    Function<Entry, Telling> telling =
        entry -> told.computeIfAbsent(entry, one -> telling(one, budget));
    Map<String, Fingerprint> inserts = new HashMap<>();
    planned.inserts().forEach((key, entry) -> inserts.put(key, print(telling.apply(entry))));
    Map<Long, Fingerprint> known = new HashMap<>();
    planned.known().forEach((number, entry) -> known.put(number, print(telling.apply(entry))));
    return new NearStories(inserts, known, repeats(document.stream().map(telling).toList()));
  }

  /**
   * What stored entries tell.
   *
   * @param newest whether these are the newest of their source, which show what it says repeatedly
   */
  static NearStories of(List<StoredEntry> entries, boolean newest, Budget budget) {
    Map<Long, Fingerprint> known = new HashMap<>();
    List<Telling> all = new ArrayList<>(entries.size());
    for (StoredEntry stored : entries) {
      Telling telling = telling(stored.entry(), budget);
      all.add(telling);
      known.put(stored.number(), print(telling));
    }
    return new NearStories(
        Map.of(), known, newest && entries.size() >= MANY ? Repeats.of(all) : null);
  }

  private static @Nullable Repeats repeats(List<Telling> all) {
    return all.size() < MANY ? null : Repeats.of(all);
  }

  @Override
  public byte @Nullable [] repeats() {
    return said == null ? null : said.bytes();
  }

  @Override
  public @Nullable Match compare(
      byte[] one, byte @Nullable [] repeatsOfOne, byte[] other, byte @Nullable [] repeatsOfOther) {
    Likeness likeness =
        Likeness.of(
            Telling.read(one), read(repeatsOfOne), Telling.read(other), read(repeatsOfOther));
    return likeness.same() ? new Match(likeness.value(), likeness.strong()) : null;
  }

  @Override
  public List<? extends Collection<Long>> stories(List<Member> members, List<Tie> ties) {
    Map<String, Long> sources = new HashMap<>();
    List<Clusters.Member> clustered = new ArrayList<>(members.size());
    for (Member member : members) {
      long source = sources.computeIfAbsent(member.sourceId(), _ -> (long) sources.size());
      clustered.add(new Clusters.Member(member.number(), source));
    }
    return Clusters.of(clustered, ties.stream().map(NearStories::edge).toList());
  }

  private static Clusters.Edge edge(Tie tie) {
    Match match = tie.match();
    if (match == null) {
      return new Clusters.Edge(tie.one(), tie.other(), 1, Clusters.Tie.EXACT);
    }
    Clusters.Tie sure = match.strong() ? Clusters.Tie.STRONG : Clusters.Tie.WEAK;
    return new Clusters.Edge(tie.one(), tie.other(), match.likeness(), sure);
  }

  private static Repeats read(byte @Nullable [] bytes) {
    return bytes == null ? Repeats.NONE : Repeats.read(bytes);
  }

  /** What an entry tells: its content, which may be its full text; without one its summary. */
  private static Telling telling(Entry entry, Budget budget) {
    budget.check();
    String html = entry.content() == null ? entry.summary() : entry.content();
    return Telling.of(entry.title(), Passages.of(html));
  }

  private static Fingerprint print(Telling telling) {
    return new Fingerprint(telling.bytes(), telling.marks(), telling.lookups());
  }
}
