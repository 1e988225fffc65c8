package dev.transponder.store;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Fingerprint;
import dev.transponder.store.StoryTeller.Match;
import dev.transponder.store.StoryTeller.Tie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Remembers which entries of one source have nearly the text of an entry of another. Needs {@link
 * Publication#lock}.
 */
final class Ties {
  private final Handle handle;
  private final String sourceId;
  private final StoryTeller teller;
  private final Tellings tellings;

  Ties(Handle handle, String sourceId, StoryTeller teller) {
    this.handle = handle;
    this.sourceId = sourceId;
    this.teller = teller;
    this.tellings = new Tellings(handle);
  }

  /**
   * Forgets what entries told, and compares what they tell now.
   *
   * @param prints what they tell; one that is not here tells nothing that is known
   * @return the entries that are alike, those of others among them
   */
  Set<Long> renew(Collection<Long> numbers, Map<Long, Fingerprint> prints) {
    tellings.forget(numbers.stream().filter(one -> !prints.containsKey(one)).toList());
    Map<Long, List<Long>> candidates = tellings.write(sourceId, prints);
    return dedupe() == Dedupe.NEAR ? compare(prints, candidates) : Set.of();
  }

  /** The entries that are tied to these up to now. */
  Set<Long> tied(Collection<Long> numbers) {
    Set<Long> tied = new HashSet<>();
    for (String end : List.of("one", "other")) {
      for (Tie tie : ties(handle, end, numbers)) {
        tied.add(tie.one());
        tied.add(tie.other());
      }
    }
    return tied;
  }

  /** The ties whose first end is among the entries. */
  static List<Tie> from(Handle handle, Collection<Long> numbers) {
    return ties(handle, "one", numbers);
  }

  private static List<Tie> ties(Handle handle, String end, Collection<Long> numbers) {
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

  private Dedupe dedupe() {
    return handle
        .createQuery("select dedupe from source where id = :id")
        .bind("id", sourceId)
        .map((row, context) -> Dedupe.valueOf(row.getString(1)))
        .one();
  }

  /** Compares, and remembers what is alike; the entries of others that are. */
  private Set<Long> compare(Map<Long, Fingerprint> prints, Map<Long, List<Long>> candidates) {
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
}
