package dev.transponder.store;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Fingerprint;
import dev.transponder.store.StoryTeller.Match;
import dev.transponder.store.StoryTeller.Member;
import dev.transponder.store.StoryTeller.Tie;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries of one source into the stories that they tell, and those that they bring together
 * into one. The ties between entries are remembered and the stories made of them anew each time, so
 * that the order in which entries arrive makes no difference. Needs {@link Publication#lock}.
 */
final class Stories {
  /** A story of more entries is not looked at as a whole any more: who shares its link joins it. */
  private static final int LOOKED_AT = 200;

  /**
   * An entry that may be in one story with others.
   *
   * @param exact what its link says that it tells
   */
  private record Teller(
      long number, String sourceId, Dedupe dedupe, String exact, UUID exactHash, String story) {}

  private final Handle handle;
  private final String sourceId;
  private final StoryTeller teller;
  private final Tellings tellings;
  private boolean moved;

  Stories(Handle handle, String sourceId, StoryTeller teller) {
    this.handle = handle;
    this.sourceId = sourceId;
    this.teller = teller;
    this.tellings = new Tellings(handle);
  }

  /** Remembers what the source says in many of its entries, if that was looked at. */
  void note() {
    byte[] repeats = teller.repeats();
    if (repeats != null) {
      handle
          .createUpdate("update source set repeats = :repeats where id = :id")
          .bind("repeats", repeats)
          .bind("id", sourceId)
          .execute();
    }
  }

  /**
   * Finds the stories of entries that are stored already.
   *
   * @param numbers of entries that are new, or tell something else than before
   * @param prints what those of them tell of which that is known
   * @return how many entries more, or fewer, lead their story than before
   */
  long settle(Collection<Long> numbers, Map<Long, Fingerprint> prints) {
    if (numbers.isEmpty()) {
      return 0;
    }
    Set<Long> near = new HashSet<>(numbers);
    near.addAll(tied(numbers));
    Map<Long, List<Long>> candidates = tellings.write(sourceId, prints);
    if (dedupe() == Dedupe.NEAR) {
      near.addAll(tie(prints, candidates));
    }
    Set<UUID> touched = storiesOf("number", Long.class, near);
    touched.addAll(storiesOf("exact_hash", UUID.class, exactOf(numbers)));
    return regroup(numbers, touched);
  }

  /** Whether an entry was put into another story. */
  boolean moved() {
    return moved;
  }

  private Dedupe dedupe() {
    return handle
        .createQuery("select dedupe from source where id = :id")
        .bind("id", sourceId)
        .map((row, context) -> Dedupe.valueOf(row.getString(1)))
        .one();
  }

  /** The entries that are tied to these up to now. */
  private Set<Long> tied(Collection<Long> numbers) {
    Set<Long> tied = new HashSet<>();
    for (String end : List.of("one", "other")) {
      for (Tie tie : ties(end, numbers)) {
        tied.add(tie.one());
        tied.add(tie.other());
      }
    }
    return tied;
  }

  /** The ties that have one end among the entries. */
  private List<Tie> ties(String end, Collection<Long> numbers) {
    List<Tie> ties = new ArrayList<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery("select * from story_tie where " + end + " = any(:numbers)")
          .bindArray("numbers", Long.class, batch)
          .map(
              (row, context) ->
                  new Tie(
                      row.getLong("one"),
                      row.getLong("other"),
                      new Match(row.getDouble("likeness"), row.getBoolean("strong"))))
          .forEach(ties::add);
    }
    return ties;
  }

  /** Compares, and remembers what is alike; the entries of others that are. */
  private Set<Long> tie(Map<Long, Fingerprint> prints, Map<Long, List<Long>> candidates) {
    Set<Long> all = new HashSet<>();
    candidates.values().forEach(all::addAll);
    if (all.isEmpty()) {
      return all;
    }
    Map<Long, String> sources = comparable(all);
    Map<Long, byte[]> others = tellings.read(sources.keySet());
    Set<String> ids = new HashSet<>(sources.values());
    ids.add(sourceId);
    Map<String, byte[]> repeats = repeats(ids);
    List<Tie> ties = new ArrayList<>();
    prints.forEach(
        (number, print) -> {
          for (long other : candidates.getOrDefault(number, List.of())) {
            byte[] telling = others.get(other);
            if (telling != null) {
              byte[] own = repeats.get(sourceId);
              byte[] theirs = repeats.get(sources.get(other));
              Match match = teller.compare(print.telling(), own, telling, theirs);
              if (match != null) {
                ties.add(new Tie(Math.min(number, other), Math.max(number, other), match));
              }
            }
          }
        });
    write(ties);
    return ties.stream()
        .flatMap(tie -> List.of(tie.one(), tie.other()).stream())
        .collect(Collectors.toSet());
  }

  /** The sources of those of the entries that want to be compared. */
  private Map<Long, String> comparable(Collection<Long> numbers) {
    Map<Long, String> sources = new HashMap<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery(
              """
              select e.number, e.source_id from entry e join source s on s.id = e.source_id
              where e.number = any(:numbers) and s.dedupe = 'NEAR' and e.source_id <> :own
              """)
          .bindArray("numbers", Long.class, batch)
          .bind("own", sourceId)
          .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
          .forEach(one -> sources.put(one.getKey(), one.getValue()));
    }
    return sources;
  }

  private Map<String, byte[]> repeats(Collection<String> ids) {
    Map<String, byte[]> repeats = new HashMap<>();
    for (List<String> batch : Batches.of(ids)) {
      handle
          .createQuery(
              "select id, repeats from source where id = any(:ids) and repeats is not null")
          .bindArray("ids", String.class, batch)
          .map((row, context) -> Map.entry(row.getString(1), row.getBytes(2)))
          .forEach(one -> repeats.put(one.getKey(), one.getValue()));
    }
    return repeats;
  }

  private void write(List<Tie> ties) {
    if (ties.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            insert into story_tie (one, other, likeness, strong)
            values (:one, :other, :likeness, :strong)
            """);
    for (Tie tie : ties) {
      Match match = tie.match();
      if (match != null) {
        rows.bind("one", tie.one())
            .bind("other", tie.other())
            .bind("likeness", match.likeness())
            .bind("strong", match.strong())
            .add();
      }
    }
    rows.execute();
  }

  private Set<UUID> exactOf(Collection<Long> numbers) {
    Set<UUID> exact = new HashSet<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery("select distinct exact_hash from entry where number = any(:numbers)")
          .bindArray("numbers", Long.class, batch)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(exact::add);
    }
    return exact;
  }

  private <T> Set<UUID> storiesOf(String column, Class<T> type, Collection<T> values) {
    Set<UUID> stories = new HashSet<>();
    for (List<T> batch : Batches.of(values)) {
      handle
          .createQuery("select distinct story_hash from entry where " + column + " = any(:values)")
          .bindArray("values", type, batch)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(stories::add);
    }
    return stories;
  }

  /** Makes the touched stories anew of all their entries. */
  private long regroup(Collection<Long> numbers, Set<UUID> touched) {
    Set<UUID> large = large(touched);
    Set<UUID> whole = new HashSet<>(touched);
    whole.removeAll(large);
    List<Teller> tellers = tellers("e.story_hash", UUID.class, whole);
    Map<Long, String> names = named(tellers);
    if (!large.isEmpty()) {
      Set<Long> fresh = new HashSet<>(numbers);
      Map<UUID, String> byLink = byLink(large);
      for (Teller one : tellers) {
        String story = byLink.get(one.exactHash());
        if (story != null && one.dedupe() != Dedupe.OFF && fresh.contains(one.number())) {
          names.put(one.number(), story);
        }
      }
    }
    return move(tellers, names);
  }

  /** The large stories, by what the links of their entries say. */
  private Map<UUID, String> byLink(Collection<UUID> large) {
    Map<UUID, String> stories = new HashMap<>();
    for (List<UUID> batch : Batches.of(large)) {
      handle
          .createQuery(
              "select distinct exact_hash, story from entry where story_hash = any(:stories)")
          .bindArray("stories", UUID.class, batch)
          .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
          .forEach(one -> stories.put(one.getKey(), one.getValue()));
    }
    return stories;
  }

  private Set<UUID> large(Set<UUID> stories) {
    Set<UUID> large = new HashSet<>();
    for (List<UUID> batch : Batches.of(stories)) {
      handle
          .createQuery(
              """
              select story_hash from entry where story_hash = any(:stories)
              group by story_hash having count(*) > :most
              """)
          .bindArray("stories", UUID.class, batch)
          .bind("most", LOOKED_AT)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(large::add);
    }
    return large;
  }

  private <T> List<Teller> tellers(String column, Class<T> type, Collection<T> values) {
    List<Teller> tellers = new ArrayList<>();
    for (List<T> batch : Batches.of(values)) {
      handle
          .createQuery(
              """
              select e.number, e.source_id, e.exact, e.exact_hash, e.story, s.dedupe
              from entry e join source s on s.id = e.source_id where %s = any(:values)
              """
                  .formatted(column))
          .bindArray("values", type, batch)
          .map((row, context) -> teller(row))
          .forEach(tellers::add);
    }
    tellers.sort(Comparator.comparingLong(Teller::number));
    return tellers;
  }

  private static Teller teller(ResultSet row) throws SQLException {
    return new Teller(
        row.getLong("number"),
        row.getString("source_id"),
        Dedupe.valueOf(row.getString("dedupe")),
        row.getString("exact"),
        row.getObject("exact_hash", UUID.class),
        row.getString("story"));
  }

  /** The name of the story of each entry: what the link of its first entry says. */
  private Map<Long, String> named(List<Teller> tellers) {
    Map<Long, Teller> byNumber = new HashMap<>();
    tellers.forEach(one -> byNumber.put(one.number(), one));
    Map<Long, String> names = new HashMap<>();
    for (Connected part : Connected.of(byNumber.keySet(), ties(tellers, byNumber))) {
      List<Member> members =
          part.numbers().stream()
              .map(number -> new Member(number, tellerOf(byNumber, number).sourceId()))
              .toList();
      for (Collection<Long> story : teller.stories(members, part.ties())) {
        long first = story.stream().min(Comparator.naturalOrder()).orElseThrow();
        story.forEach(number -> names.put(number, nameOf(tellerOf(byNumber, first))));
      }
    }
    return names;
  }

  private static Teller tellerOf(Map<Long, Teller> byNumber, long number) {
    return Objects.requireNonNull(byNumber.get(number));
  }

  private static String nameOf(Teller first) {
    return first.dedupe() == Dedupe.OFF ? "alone " + first.number() : first.exact();
  }

  private List<Tie> ties(List<Teller> tellers, Map<Long, Teller> byNumber) {
    List<Tie> ties = new ArrayList<>();
    Map<UUID, Long> holders = new HashMap<>();
    for (Teller one : tellers) {
      if (one.dedupe() != Dedupe.OFF) {
        Long holder = holders.putIfAbsent(one.exactHash(), one.number());
        if (holder != null) {
          ties.add(new Tie(holder, one.number(), null));
        }
      }
    }
    for (Tie tie : ties("one", byNumber.keySet())) {
      if (isCompared(byNumber.get(tie.one())) && isCompared(byNumber.get(tie.other()))) {
        ties.add(tie);
      }
    }
    return ties;
  }

  private static boolean isCompared(@Nullable Teller one) {
    return one != null && one.dedupe() == Dedupe.NEAR;
  }

  private long move(List<Teller> tellers, Map<Long, String> names) {
    Set<UUID> changed = new HashSet<>();
    PreparedBatch rows =
        handle.prepareBatch(
            "update entry set story = :story, story_hash = :hash where number = :number");
    for (Teller one : tellers) {
      String name = names.getOrDefault(one.number(), one.exact());
      if (!name.equals(one.story())) {
        UUID hash = TextHash.of(name);
        changed.add(TextHash.of(one.story()));
        changed.add(hash);
        rows.bind("story", name).bind("hash", hash).bind("number", one.number()).add();
      }
    }
    if (changed.isEmpty()) {
      return 0;
    }
    moved = true;
    Leads leads = new Leads(handle);
    long before = leads.count(changed);
    rows.execute();
    long after = leads.settle(changed);
    leads.feed(changed);
    return after - before;
  }
}
