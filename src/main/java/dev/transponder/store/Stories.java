package dev.transponder.store;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Fingerprint;
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
import java.util.TreeMap;
import java.util.UUID;
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

  /** So many entries are put into stories at once; what is tied beyond them waits. */
  private static final int MOST_AT_ONCE = 5_000;

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
  private final Ties ties;
  private boolean moved;

  Stories(Handle handle, String sourceId, StoryTeller teller) {
    this.handle = handle;
    this.sourceId = sourceId;
    this.teller = teller;
    this.ties = new Ties(handle, sourceId, teller);
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
   * @param rewritten those of them that were known before
   * @param prints what those of them tell of which that is known
   * @param lastNumber of all entries
   * @return how many entries more, or fewer, lead their story than before
   */
  long settle(
      Collection<Long> numbers,
      Set<Long> rewritten,
      Map<Long, Fingerprint> prints,
      long lastNumber) {
    if (numbers.isEmpty()) {
      return 0;
    }
    Set<Long> near = new HashSet<>(numbers);
    near.addAll(ties.tied(numbers));
    near.addAll(ties.renew(numbers, prints));
    Set<UUID> touched = storiesOf("number", Long.class, near);
    touched.addAll(storiesOf("exact_hash", UUID.class, exactOf(numbers)));
    return regroup(numbers, rewritten, touched, lastNumber);
  }

  /** Whether an entry was put into another story. */
  boolean moved() {
    return moved;
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

  /** Makes the touched stories, and what is tied to them, anew of all their entries. */
  private long regroup(
      Collection<Long> numbers, Set<Long> rewritten, Set<UUID> touched, long lastNumber) {
    Set<UUID> large = new HashSet<>();
    Map<Long, Teller> tellers = new TreeMap<>();
    Set<UUID> next = touched;
    while (!next.isEmpty()) {
      Set<UUID> tooLarge = large(next);
      large.addAll(tooLarge);
      next.removeAll(tooLarge);
      List<Teller> come = tellers("e.story_hash", UUID.class, next);
      come.forEach(one -> tellers.put(one.number(), one));
      Set<Long> beyond = ties.tied(come.stream().map(Teller::number).toList());
      beyond.removeAll(tellers.keySet());
      next = tellers.size() > MOST_AT_ONCE ? Set.of() : storiesOf("number", Long.class, beyond);
      next.removeIf(large::contains);
    }
    Map<Long, String> names = named(List.copyOf(tellers.values()));
    if (!large.isEmpty()) {
      Map<UUID, String> byLink = byLink(large, numbers);
      for (Teller one : tellers("e.number", Long.class, numbers)) {
        tellers.putIfAbsent(one.number(), one);
        String alone = names.getOrDefault(one.number(), one.exact());
        names.put(
            one.number(),
            one.dedupe() == Dedupe.OFF ? nameOf(one) : byLink.getOrDefault(one.exactHash(), alone));
      }
    }
    return move(tellers.values(), names, rewritten, lastNumber);
  }

  /** The large stories, by what the links of their other entries say. */
  private Map<UUID, String> byLink(Collection<UUID> large, Collection<Long> without) {
    Map<UUID, String> stories = new HashMap<>();
    for (List<UUID> batch : Batches.of(large)) {
      handle
          .createQuery(
              """
              select distinct exact_hash, story from entry
              where story_hash = any(:stories) and not number = any(:without)
              order by story desc
              """)
          .bindArray("stories", UUID.class, batch)
          .bindArray("without", Long.class, List.copyOf(without))
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
    for (Connected part : parts(byNumber.keySet(), ties(tellers, byNumber))) {
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

  /** What is connected; where that is too much to vote on, by what needs no vote. */
  private static List<Connected> parts(Collection<Long> numbers, List<Tie> ties) {
    List<Connected> parts = new ArrayList<>();
    for (Connected part : Connected.of(numbers, ties)) {
      if (part.numbers().size() <= LOOKED_AT) {
        parts.add(part);
      } else {
        List<Tie> sure =
            part.ties().stream()
                .filter(tie -> tie.match() == null || tie.match().strong())
                .toList();
        parts.addAll(Connected.of(part.numbers(), sure));
      }
    }
    return parts;
  }

  private static Teller tellerOf(Map<Long, Teller> byNumber, long number) {
    return Objects.requireNonNull(byNumber.get(number));
  }

  private static String nameOf(Teller first) {
    return first.dedupe() == Dedupe.OFF ? "alone " + first.number() : first.exact();
  }

  private List<Tie> ties(List<Teller> tellers, Map<Long, Teller> byNumber) {
    List<Tie> all = new ArrayList<>();
    Map<UUID, Long> holders = new HashMap<>();
    for (Teller one : tellers) {
      if (one.dedupe() != Dedupe.OFF) {
        Long holder = holders.putIfAbsent(one.exactHash(), one.number());
        if (holder != null) {
          all.add(new Tie(holder, one.number(), null));
        }
      }
    }
    for (Tie tie : Ties.from(handle, byNumber.keySet())) {
      if (isCompared(byNumber.get(tie.one())) && isCompared(byNumber.get(tie.other()))) {
        all.add(tie);
      }
    }
    return all;
  }

  private static boolean isCompared(@Nullable Teller one) {
    return one != null && one.dedupe() == Dedupe.NEAR;
  }

  private long move(
      Collection<Teller> tellers, Map<Long, String> names, Set<Long> rewritten, long lastNumber) {
    Map<String, Set<String>> former = new HashMap<>();
    for (Teller one : tellers) {
      String name = names.getOrDefault(one.number(), one.exact());
      former.computeIfAbsent(name, _ -> new HashSet<>()).add(one.story());
    }
    Set<UUID> changed = new HashSet<>();
    PreparedBatch rows =
        handle.prepareBatch(
            """
            update entry set story = :story, story_hash = :hash,
              told = case when :joins then :last else told end
            where number = :number
            """);
    for (Teller one : tellers) {
      String name = names.getOrDefault(one.number(), one.exact());
      boolean moves = !name.equals(one.story());
      boolean again = rewritten.contains(one.number());
      // By what it says now it tells what others told before.
      boolean joins = again && (moves || former.getOrDefault(name, Set.of()).size() > 1);
      if (again || moves) {
        changed.add(TextHash.of(one.story()));
        changed.add(TextHash.of(name));
      }
      if (moves || joins) {
        rows.bind("story", name)
            .bind("hash", TextHash.of(name))
            .bind("joins", joins)
            .bind("last", lastNumber + 1)
            .bind("number", one.number())
            .add();
      }
    }
    if (changed.isEmpty()) {
      return 0;
    }
    Leads leads = new Leads(handle);
    long before = leads.count(changed);
    if (rows.size() > 0) {
      moved = true;
      rows.execute();
    }
    return leads.settle(changed) - before;
  }
}
