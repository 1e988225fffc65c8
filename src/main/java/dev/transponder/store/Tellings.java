package dev.transponder.store;

import dev.transponder.model.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What entries tell, and which entries of other sources may tell the same: an index of marks, whose
 * cost does not grow with the store, as a mark is kept for a few entries only.
 */
final class Tellings {
  /** Entries that share one mark, the newest: a mark of more is that of a phrase. */
  private static final int SHARED = 100;

  /** Of these so many at most are of one source, so that none crowds the others out. */
  private static final int SHARED_BY_ONE = 10;

  /** Entries with which one entry is compared at most, those with the rarest common marks. */
  private static final int COMPARED = 24;

  /** Of one source. */
  private static final int COMPARED_OF_ONE = 8;

  /** Comparisons in one transaction; of very many new entries each is compared with fewer. */
  private static final int COMPARISONS = 2_400;

  private record Mark(long mark, long number, int teller) {}

  private final Handle handle;
  private final Map<Long, List<Mark>> found = new HashMap<>();

  Tellings(Handle handle) {
    this.handle = handle;
  }

  /**
   * Replaces what the entries tell.
   *
   * @return by entry, the numbers of the entries of others that it is worth comparing with
   */
  Map<Long, List<Long>> write(String sourceId, Map<Long, Fingerprint> fresh) {
    int teller = sourceId.hashCode();
    forget(fresh.keySet());
    find(fresh.values());
    Map<Long, List<Long>> candidates = new LinkedHashMap<>();
    fresh.forEach(
        (number, print) -> candidates.put(number, candidates(teller, print, most(fresh.size()))));
    insert(teller, fresh);
    return candidates;
  }

  /** The tellings of entries, by their numbers. */
  Map<Long, byte[]> read(Collection<Long> numbers) {
    Map<Long, byte[]> tellings = new HashMap<>();
    for (List<Long> batch : Batches.of(numbers)) {
      handle
          .createQuery("select number, telling from telling where number = any(:numbers)")
          .bindArray("numbers", Long.class, batch)
          .map((row, context) -> Map.entry(row.getLong("number"), row.getBytes("telling")))
          .forEach(one -> tellings.put(one.getKey(), one.getValue()));
    }
    return tellings;
  }

  /** Takes out all that is remembered of what entries tell. */
  void forget(Collection<Long> numbers) {
    for (List<Long> batch : Batches.of(numbers)) {
      List<Mark> marks = new ArrayList<>();
      handle
          .createQuery("select number, marks from telling where number = any(:numbers)")
          .bindArray("numbers", Long.class, batch)
          .map((row, context) -> marks(row.getLong("number"), row.getBytes("marks")))
          .forEach(marks::addAll);
      if (!marks.isEmpty()) {
        PreparedBatch rows =
            handle.prepareBatch("delete from story_mark where mark = :mark and number = :number");
        marks.forEach(mark -> rows.bind("mark", mark.mark()).bind("number", mark.number()).add());
        rows.execute();
      }
      delete("telling where number", batch);
      delete("story_tie where one", batch);
      delete("story_tie where other", batch);
    }
  }

  private void delete(String from, List<Long> numbers) {
    handle
        .createUpdate("delete from " + from + " = any(:numbers)")
        .bindArray("numbers", Long.class, numbers)
        .execute();
  }

  private List<Mark> marks(long number, byte[] bytes) {
    List<Mark> marks = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    while (in.remaining() >= Long.BYTES) {
      marks.add(new Mark(in.getLong(), number, 0));
    }
    return marks;
  }

  private void find(Collection<Fingerprint> prints) {
    Set<Long> marks = new HashSet<>();
    for (Fingerprint print : prints) {
      marks.addAll(print.marks());
      marks.addAll(print.lookups());
    }
    for (List<Long> batch : Batches.of(marks)) {
      handle
          .createQuery("select mark, number, teller from story_mark where mark = any(:marks)")
          .bindArray("marks", Long.class, batch)
          .map((row, context) -> new Mark(row.getLong(1), row.getLong(2), row.getInt(3)))
          .forEach(mark -> found.computeIfAbsent(mark.mark(), _ -> new ArrayList<>()).add(mark));
    }
  }

  private static int most(int entries) {
    return Math.clamp(COMPARISONS / Math.max(1, entries), COMPARED_OF_ONE, COMPARED);
  }

  /** A mark counts the more the fewer have it: what all daily reports say tells none of them. */
  private List<Long> candidates(int teller, Fingerprint print, int most) {
    Map<Long, Double> common = new HashMap<>();
    Map<Long, Integer> tellers = new HashMap<>();
    for (long lookup : print.lookups()) {
      List<Mark> holders = found.getOrDefault(lookup, List.of());
      for (Mark mark : holders) {
        if (mark.teller() != teller) {
          common.merge(mark.number(), 1.0 / holders.size(), Double::sum);
          tellers.put(mark.number(), mark.teller());
        }
      }
    }
    List<Long> likeliest =
        common.entrySet().stream()
            .sorted(
                Map.Entry.<Long, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey())
                    .reversed())
            .map(Map.Entry::getKey)
            .toList();
    Map<Integer, Integer> counts = new HashMap<>();
    return likeliest.stream()
        .filter(
            one -> counts.merge(tellers.getOrDefault(one, 0), 1, Integer::sum) <= COMPARED_OF_ONE)
        .limit(most)
        .toList();
  }

  /** Makes room for one more holder of a mark, if there are too many: the oldest is left out. */
  private void makeRoom(List<Mark> holders, int teller, PreparedBatch removals) {
    List<Mark> own = holders.stream().filter(holder -> holder.teller() == teller).toList();
    List<Mark> crowd =
        own.size() >= SHARED_BY_ONE ? own : holders.size() >= SHARED ? holders : List.of();
    crowd.stream()
        .min(Comparator.comparingLong(Mark::number))
        .ifPresent(
            oldest -> {
              holders.remove(oldest);
              removals.bind("mark", oldest.mark()).bind("number", oldest.number()).add();
            });
  }

  private void insert(int teller, Map<Long, Fingerprint> fresh) {
    PreparedBatch tellings =
        handle.prepareBatch(
            "insert into telling (number, telling, marks) values (:number, :telling, :marks)");
    PreparedBatch marks =
        handle.prepareBatch(
            "insert into story_mark (mark, number, teller) values (:mark, :number, :teller)");
    PreparedBatch removals =
        handle.prepareBatch("delete from story_mark where mark = :mark and number = :number");
    fresh.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(
            one -> {
              List<Long> kept = new ArrayList<>();
              for (long mark : Set.copyOf(one.getValue().marks())) {
                List<Mark> holders = found.computeIfAbsent(mark, _ -> new ArrayList<>());
                makeRoom(holders, teller, removals);
                holders.add(new Mark(mark, one.getKey(), teller));
                kept.add(mark);
                marks.bind("mark", mark).bind("number", one.getKey()).bind("teller", teller).add();
              }
              ByteBuffer bytes = ByteBuffer.allocate(kept.size() * Long.BYTES);
              kept.forEach(bytes::putLong);
              tellings
                  .bind("number", one.getKey())
                  .bind("telling", one.getValue().telling())
                  .bind("marks", bytes.array())
                  .add();
            });
    if (marks.size() > 0) {
      marks.execute();
    }
    if (removals.size() > 0) {
      removals.execute();
    }
    if (tellings.size() > 0) {
      tellings.execute();
    }
  }
}
