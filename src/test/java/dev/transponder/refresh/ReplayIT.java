package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Settings.Retention;
import dev.transponder.model.StoredEntry;
import dev.transponder.refresh.Received.Item;
import dev.transponder.refresh.ReplayWorld.Habit;
import dev.transponder.refresh.ReplayWorld.Telling;
import dev.transponder.refresh.ReplayWorld.Tie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Weeks of sources with every bad habit, refreshed now and then in a random order, with restarts
 * and purges between.
 *
 * <p>Left out is what nobody could recognise: who says nothing but the link of an entry and who has
 * nothing but a copy of its text are two stories as long as the entry itself is not stored; a text
 * of template and numbers is never cut or given another headline; who only links to a site that
 * changes its host has another link than it.
 *
 * <p>As built: 13 sources for three weeks. {@code -Dreplay} makes it 50 sources for three months,
 * {@code -Dreplay=7} another world of that size.
 */
final class ReplayIT {
  private static final boolean WHOLE = System.getProperty("replay") != null;
  private static final long WORLD = Long.getLong("replay", 1);
  private static final int SOURCES = WHOLE ? 50 : 13;
  private static final int DAYS = WHOLE ? 90 : 21;

  /** Entries of a document: as much as comes in the longest time between two refreshes. */
  private static final int SHOWN = 30;

  private static final Retention RETENTION =
      new Retention(Duration.ofDays(WHOLE ? 30 : 8), 100_000);

  @TempDir private Path folder;

  @Test
  void eachStoryIsShownOnceAndNothingIsLostWhateverTheOrder() {
    ReplayWorld world = new ReplayWorld(SOURCES, DAYS, WORLD);
    Set<Integer> first = new Replay(world, new Random(1)).run();
    Set<Integer> second = new Replay(world, new Random(2)).run();
    assertThat(second).as("stories after another order of refreshes").isEqualTo(first);
  }

  /** What was published of an entry. */
  private record Published(Telling telling, String atomId, Instant updated) {
    Published with(Instant later) {
      return new Published(telling, atomId, later);
    }
  }

  /** One way through the weeks. */
  private final class Replay {
    private final ReplayWorld world;
    private final Random chance;
    private final Map<Long, Published> published = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, Integer> edits = new HashMap<>();
    private final Map<Long, Integer> changes = new HashMap<>();
    private final Set<Integer> shownEver = new TreeSet<>();
    private final Map<Integer, Integer> missed = new HashMap<>();
    private final Set<Long> gone = new HashSet<>();
    private long last;

    Replay(ReplayWorld world, Random chance) {
      this.world = world;
      this.chance = chance;
    }

    Set<Integer> run() {
      try (Received received = new Received(folder.resolve("run" + chance.nextInt()))) {
        world.sources().forEach(received::follow);
        Instant end = Received.START.plus(Duration.ofDays(DAYS));
        while (received.instant().isBefore(end)) {
          round(received);
        }
        received.pass(Duration.ofDays(3));
        IntStream.range(0, SOURCES).forEach(source -> refresh(received, source));
        check(received);
        assertThat(shownEver).isEqualTo(told(received.instant()));
        assertThat(gone).as("purged").hasSizeGreaterThan(SOURCES);
        return shownEver;
      }
    }

    private Set<Integer> told(Instant now) {
      Set<Integer> told = new TreeSet<>();
      for (int source = 0; source < SOURCES; source++) {
        world.told(source, now).forEach(one -> told.add(one.story()));
      }
      return told;
    }

    /** Each source with luck, and none that has had none three times. */
    private void round(Received received) {
      Instant next = received.instant().plus(Duration.ofDays(1));
      List<Integer> order = new ArrayList<>(IntStream.range(0, SOURCES).boxed().toList());
      Collections.shuffle(order, chance);
      for (int source : order) {
        if (chance.nextInt(3) > 0 || missed.merge(source, 1, Integer::sum) > 2) {
          missed.remove(source);
          refresh(received, source);
        }
        if (chance.nextInt(4 * SOURCES) == 0) {
          received.restart();
        }
      }
      received.store().purge(RETENTION, received.instant(), () -> true);
      check(received);
      if (received.instant().isBefore(next)) {
        received.pass(Duration.between(received.instant(), next));
      }
    }

    private void refresh(Received received, int source) {
      Instant now = received.instant();
      List<Telling> document = world.document(source, SHOWN, now, chance);
      Item[] items = document.stream().map(Telling::item).toArray(Item[]::new);
      RefreshResult result = received.refresh(world.sources().get(source), items);
      for (StoredEntry entry = received.store().entry(last + 1);
          entry != null;
          entry = received.store().entry(last + 1)) {
        last++;
        note(entry, document, result);
      }
      for (Telling telling : document) {
        Long number = numbers.get(source + " " + telling.story());
        assertThat(number).as("number of %s at %s", telling, now).isNotNull();
        edits.merge(Objects.requireNonNull(number), world.edits(telling, now), Math::max);
      }
    }

    private void note(StoredEntry entry, List<Telling> document, RefreshResult result) {
      int story = story(entry);
      Telling telling =
          document.stream().filter(one -> one.story() == story).findFirst().orElseThrow();
      assertThat(numbers.put(telling.source() + " " + story, last))
          .as("number of %s (%s) before %s", entry, world.habit(telling.source()), result)
          .isNull();
      published.put(last, new Published(telling, entry.atomId(), entry.updated()));
    }

    private int story(StoredEntry entry) {
      return world.story(entry.entry().link(), entry.entry().title());
    }

    private void check(Received received) {
      Map<Integer, Set<Tie>> stored = new TreeMap<>();
      published.forEach(
          (number, before) -> {
            StoredEntry entry = received.store().entry(number);
            if (entry == null) {
              gone.add(number);
            } else {
              Telling telling = before.telling();
              stored.computeIfAbsent(telling.story(), _ -> new HashSet<>()).add(telling.tie());
              check(number, before, entry);
            }
          });
      Map<Integer, List<StoredEntry>> shown = new TreeMap<>();
      for (StoredEntry entry : received.store().newest(0, 1_000_000)) {
        shown.computeIfAbsent(story(entry), _ -> new ArrayList<>()).add(entry);
        assertThat(isStolen(entry)).as("stolen: %s", entry).isFalse();
      }
      assertThat(shown.keySet()).as("shown at %s", received.instant()).isEqualTo(stored.keySet());
      shown.forEach(
          (story, entries) ->
              assertThat(entries)
                  .as("story %s at %s", story, received.instant())
                  .hasSizeLessThanOrEqualTo(most(stored.getOrDefault(story, Set.of()))));
      shownEver.addAll(shown.keySet());
    }

    /**
     * Who has only the link and who has only the text is one story by a third one that has both.
     */
    private static int most(Set<Tie> ties) {
      return ties.contains(Tie.BOTH) ? 1 : ties.size();
    }

    private void check(long number, Published before, StoredEntry entry) {
      assertThat(gone).as("purged before").doesNotContain(number);
      assertThat(entry.atomId()).isEqualTo(before.atomId());
      if (!entry.updated().equals(before.updated())) {
        assertThat(entry.updated()).isAfter(before.updated());
        assertThat(changes.merge(number, 1, Integer::sum))
            .as("changes of %s (%s)", entry, world.habit(before.telling().source()))
            .isLessThanOrEqualTo(edits.getOrDefault(number, 0));
        published.put(number, before.with(entry.updated()));
      }
    }

    /** Whether a thief stands where the one who told it stands stored, on a site of its own. */
    private boolean isStolen(StoredEntry shown) {
      if (world.habit(Integer.parseInt(shown.sourceId().substring(1))) != Habit.STEALS) {
        return false;
      }
      int owner = world.owner(story(shown));
      Long number = numbers.get(owner + " " + story(shown));
      return world.habit(owner) == Habit.NONE && number != null && !gone.contains(number);
    }
  }
}
