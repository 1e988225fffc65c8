package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.Plan;
import dev.transponder.model.Settings.Retention;
import dev.transponder.model.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures a store, not a test: fills it with entries of 3 KB in plans of 50 and prints how long
 * writing and reading take. Arguments: the JDBC URL of an empty database, and how many entries.
 */
final class StoreLoad {
  private static final int SOURCES = 100;
  private static final int PLAN = 50;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Store store;
  private final Random random = new Random(1);
  private final List<String> words =
      IntStream.range(0, 5_000).mapToObj(i -> Integer.toString(i * 7919, 36)).toList();

  private StoreLoad(Store store) {
    this.store = store;
  }

  public static void main(String[] arguments) {
    try (Store store = timed("open", () -> Store.open(arguments[0]))) {
      new StoreLoad(store).run(Integer.parseInt(arguments[1]));
    }
    timed("open again", () -> Store.open(arguments[0])).close();
  }

  private void run(int entries) {
    List<Source> sources =
        IntStream.range(0, SOURCES).mapToObj(i -> Samples.source("s" + i)).toList();
    store.sync(sources, START);
    int plans = entries / PLAN;
    timed(entries + " new entries", () -> applyAll(plans));
    timed(entries + " known keys", () -> knowAll(plans));
    timed("100 plans of nothing new", () -> applyAll(100));
    timed("newest(0, 100)", () -> store.newest(0, 100));
    timed("newest(0, 100) again", () -> store.newest(0, 100));
    timed("newest(entries / 2, 12)", () -> store.newest(entries / 2, 12));
    timed("totals", store::totals);
    timed("sources", store::sources);
    timed("1000 revisions", () -> repeat(1_000, store::revision));
    timed(
        "claim",
        () -> Samples.claim(store, "n", START.plus(Duration.ofDays(999)), Samples.HOUR, 10));
    timed(
        "one source less",
        () -> {
          store.sync(sources.subList(1, SOURCES), START);
          return store.totals();
        });
    Retention half = new Retention(Duration.ofDays(36_500), entries / 2);
    Instant late = START.plus(Duration.ofDays(999));
    timed("half of the entries purged", () -> store.purge(half, late, () -> true));
  }

  private Applied applyAll(int plans) {
    int inserted = 0;
    for (int plan = 0; plan < plans; plan++) {
      int from = plan / SOURCES * PLAN;
      Plan.Insert[] inserts =
          IntStream.range(from, from + PLAN)
              .mapToObj(i -> insert("key-of-entry-" + i, i))
              .toArray(Plan.Insert[]::new);
      inserted += Samples.apply(store, Samples.plan("s" + plan % SOURCES, inserts)).inserted();
    }
    return new Applied(inserted, 0);
  }

  /** Every tenth story is told by all sources. */
  private Plan.Insert insert(String key, int i) {
    Instant rank = START.plusSeconds(random.nextInt(30_000_000));
    String text =
        random
            .ints(450, 0, words.size())
            .mapToObj(words::get)
            .collect(Collectors.joining(" ", "<p>", "</p>"));
    Entry entry =
        Entry.builder()
            .title(text.substring(0, 60))
            .link("https://example.org/" + key)
            .summary(text.substring(0, 300))
            .content(text)
            .build();
    String story = i % 10 == 0 ? "story-" + i : "story-" + random.nextLong();
    Instant seen = START.plusSeconds(i);
    return new Plan.Insert(key, "urn:x:" + key, story, seen, rank, rank, "hash", entry);
  }

  private int knowAll(int plans) {
    int known = 0;
    for (int plan = 0; plan < plans; plan++) {
      int from = plan / SOURCES * PLAN;
      List<String> keys =
          IntStream.range(from, from + PLAN).mapToObj(i -> "key-of-entry-" + i).toList();
      known += store.known("s" + plan % SOURCES, keys).size();
    }
    return known;
  }

  private static <T> List<T> repeat(int times, Supplier<T> work) {
    List<T> results = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      results.add(work.get());
    }
    return results;
  }

  private static <T extends @Nullable Object> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    System.out.printf("%-28s %8.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    return result;
  }
}
