package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NODE;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static dev.transponder.store.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.FeedHead;
import dev.transponder.model.Plan;
import dev.transponder.model.StoredEntry;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Of each story the entries of one source are shown: of that which told it first among the listed
 * ones. Entries of one source never hide each other.
 */
@ParameterizedClass
@EnumSource
final class StoryIT {
  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  StoryIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = Store.open(database.freshUrl(folder));
    store.sync(sources("a", "b", "c"), NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aStoryIsShownByTheSourceThatToldItFirst() {
    apply(store, plan("b", insert("b1", "s", NOW)));
    apply(store, plan("a", insert("a1", "s", NOW)));

    assertThat(shown()).containsExactly("b1");
    assertThat(store.totals()).isEqualTo(new Totals(2, 1));
  }

  @Test
  void whoIsAtHomeWhereTheLinkLeadsShowsTheStoryWhoeverWasReadFirst() {
    apply(store, plan("b", atHome("copy", 0)));
    apply(store, plan("a", atHome("claims", 1)));
    assertThat(shown()).containsExactly("claims");
    apply(store, plan("c", atHome("own", 2)));
    assertThat(shown()).containsExactly("own");
    apply(store, plan("a", atHome("late", 2)));
    assertThat(shown()).containsExactly("own");
    assertThat(store.totals()).isEqualTo(new Totals(4, 1));
    store.sync(sources("a", "b"), NOW);
    assertThat(shown()).containsExactlyInAnyOrder("late", "claims");
  }

  @Test
  void whatIsNewsOfOneSourceIsInTheFeedsThoughItIsBacklogOfTheOneThatLeads() {
    apply(store, plan("a", insert("old", "s", NOW).asBacklog()));
    assertThat(store.newestFed(0, 9)).isEmpty();
    apply(store, plan("b", insert("old too", "s", NOW).asBacklog()));
    assertThat(store.newestFed(0, 9)).isEmpty();
    apply(store, plan("c", insert("new", "s", NOW)));
    assertThat(store.newestFed(0, 9)).extracting(StoredEntry::key).containsExactly("old");
  }

  private static Plan.Insert atHome(String key, int home) {
    Plan.Insert of = insert(key, "s", NOW);
    return new Plan.Insert(
        key,
        of.atomId(),
        "s",
        NOW,
        NOW,
        NOW,
        of.hash(),
        of.entry(),
        of.fullText(),
        List.of(),
        false,
        home);
  }

  @Test
  void entriesOfOneSourceNeverHideEachOther() {
    apply(store, plan("a", insert("a1", "s", NOW)));
    apply(store, plan("b", insert("b1", "s", NOW)));
    apply(store, plan("a", insert("a2", "s", NOW), insert("a3", "s", NOW)));
    apply(store, plan("b", insert("b2", "s", NOW)));

    assertThat(shown()).containsExactly("a3", "a2", "a1");
    assertThat(store.totals()).isEqualTo(new Totals(5, 3));
  }

  @Test
  void anotherSourceIsShownWhileThatOfTheFirstEntryIsNotListed() {
    apply(store, plan("a", insert("a1", "s", NOW)));
    apply(store, plan("b", insert("b1", "s", NOW), insert("b2", "s", NOW)));

    store.sync(sources("b"), NOW);
    assertThat(shown()).containsExactly("b2", "b1");
    assertThat(store.totals()).isEqualTo(new Totals(2, 2));
    store.sync(sources("b", "a"), NOW);
    assertThat(shown()).containsExactly("a1");
    assertThat(store.totals()).isEqualTo(new Totals(3, 1));
  }

  @Test
  void anEntryThatMovesToAnotherStoryLeavesItsOldOneToTheNext() {
    apply(store, plan("a", insert("a1", "s", NOW), insert("a2", "t", NOW)));
    apply(store, plan("b", insert("b1", "s", NOW)));
    StoredEntry a1 = entry("a1");

    apply(store, plan("a", (FeedHead) null, update(a1, "t", "changed")));

    assertThat(shown()).containsExactlyInAnyOrder("a1", "a2", "b1");
    assertThat(store.totals()).isEqualTo(new Totals(3, 3));
  }

  @Test
  void whateverHappensEachStoryIsShownByTheSourceThatToldItFirst() {
    Random random = new Random(42);
    Map<Long, Told> model = new HashMap<>();
    List<String> ids = List.of("a", "b", "c");
    Set<String> listed = new HashSet<>(ids);
    long number = 0;
    for (int step = 0; step < 120; step++) {
      String source = ids.get(random.nextInt(ids.size()));
      String story = "s" + random.nextInt(8);
      switch (random.nextInt(3)) {
        case 0 -> {
          Plan plan = plan(source, insert("k" + step, story, NOW));
          if (apply(store, plan).stored()) {
            number++;
            model.put(number, new Told(source, "k" + step, story, number));
          }
        }
        case 1 -> {
          for (Map.Entry<Long, Told> entry : List.copyOf(model.entrySet())) {
            if (random.nextInt(5) == 0 && listed.contains(entry.getValue().source())) {
              StoredEntry stored = store.entry(entry.getKey());
              if (stored == null) {
                throw new AssertionError("entry " + entry.getKey() + " of a listed source is gone");
              }
              Told told = entry.getValue();
              apply(store, plan(told.source(), (FeedHead) null, update(stored, story, "t" + step)));
              long since = story.equals(told.story()) ? told.since() : number + 1;
              model.put(entry.getKey(), new Told(told.source(), told.key(), story, since));
            }
          }
        }
        case 2 -> {
          if (!listed.remove(source)) {
            listed.add(source);
          }
          // Whoever holds a source may still bring something when it is listed no more.
          store.claimNow(NODE, source, NOW, HOUR);
          store.sync(sources(listed.stream().sorted().toArray(String[]::new)), NOW);
        }
        default -> throw new AssertionError();
      }
      List<String> expected = leading(model, listed);
      assertThat(shown()).as("step %d", step).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(store.totals().stories()).as("step %d", step).isEqualTo(expected.size());
    }
  }

  /** Since the entry with which number an entry has told its story. */
  private record Told(String source, String key, String story, long since) {}

  private static List<String> leading(Map<Long, Told> model, Set<String> listed) {
    Map<String, String> leaders = new HashMap<>();
    return model.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Long, Told> told) -> told.getValue().since())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .filter(told -> listed.contains(told.source()))
        .filter(
            told ->
                leaders.computeIfAbsent(told.story(), story -> told.source()).equals(told.source()))
        .map(Told::key)
        .toList();
  }

  private StoredEntry entry(String key) {
    return store.newest(0, 100).stream()
        .filter(entry -> entry.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private List<String> shown() {
    return store.newest(0, 1000).stream().map(StoredEntry::key).toList();
  }
}
