package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.entry;
import static dev.transponder.store.Samples.ok;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.FullText;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Plan;
import dev.transponder.model.Settings.Retention;
import dev.transponder.model.StoredEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is old goes, but for what sources still show, and leaves a tombstone. */
@ParameterizedClass
@EnumSource
final class PurgeIT {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Retention TEN_DAYS = new Retention(DAY.multipliedBy(10), 1_000_000);

  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  PurgeIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = Store.open(database.freshUrl(folder));
    store.sync(sources("a", "b"), NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsOlderThanItMayBeGoes() {
    apply(store, plan("a", insert("old", 11), insert("new", 9)));
    assertThat(purge(TEN_DAYS)).isEqualTo(1);
    assertThat(keys()).containsExactly("new");
    assertThat(store.entry(1)).isNull();
    assertThat(store.totals()).isEqualTo(new Totals(1, 1));
    assertThat(purge(TEN_DAYS)).isZero();
  }

  @Test
  void ofTooManyTheOldestGo() {
    apply(store, plan("b", insert("3", 3), insert("2", 4)));
    apply(store, plan("a", insert("4", 2), insert("1", 5)));
    assertThat(purge(new Retention(DAY.multipliedBy(10), 2))).isEqualTo(2);
    assertThat(keys()).containsExactly("3", "4");
  }

  @Test
  void whatTheLastDocumentHoldsStays() {
    apply(store, shown("a", List.of(), true, insert("1", 20), insert("2", 20)));
    assertThat(purge(TEN_DAYS)).isZero();
    apply(store, plan("a"));
    assertThat(purge(TEN_DAYS)).as("a 304 says that all are still there").isZero();
    apply(store, shown("a", List.of(2L), false));
    assertThat(purge(TEN_DAYS))
        .as("a part of a document does not say that others are gone")
        .isZero();
    apply(store, shown("a", List.of(2L), true));
    assertThat(purge(new Retention(DAY, 1))).isEqualTo(1);
    assertThat(keys()).containsExactly("2");
  }

  @Test
  void aSourceThatIsNotListedShowsNothing() {
    apply(store, shown("a", List.of(), true, insert("1", 20)));
    store.sync(sources("b"), NOW);
    assertThat(purge(TEN_DAYS)).isEqualTo(1);
  }

  @Test
  void aPurgedEntryIsKnownByAllItsNamesAndItsIdIsTaken() {
    apply(store, plan("a", insert("1", 20).with(entry("1"), FullText.HAD)));
    apply(
        store,
        new Plan(
            ok("a"),
            null,
            List.of(),
            List.of(),
            List.of(),
            new Plan.Roll(List.of(), true, List.of(new Plan.Alias(1, "path /1")))));
    purge(TEN_DAYS);
    assertThat(store.known("a", List.of("1", "path /1")))
        .containsOnlyKeys("1", "path /1")
        .allSatisfy(
            (name, known) ->
                assertThat(known)
                    .containsExactly(
                        new KnownEntry(
                            1,
                            "",
                            ago(20),
                            ago(20),
                            ago(20),
                            "hash of 1",
                            false,
                            true,
                            "1",
                            entry("1").link(),
                            null)));
    assertThat(store.known("b", List.of("1"))).isEmpty();
    apply(store, plan("b", insert("1", 1)));
    assertThat(store.newest(0, 9))
        .extracting(StoredEntry::atomId)
        .doesNotContain("urn:test:1")
        .hasSize(1);
  }

  @Test
  void theStoryOfAPurgedEntryPassesToTheNext() {
    apply(store, plan("a", insert("a1", "s", 20)));
    apply(store, plan("b", insert("b1", "s", 9)));
    assertThat(keys()).containsExactly("a1");
    purge(TEN_DAYS);
    assertThat(keys()).containsExactly("b1");
    assertThat(store.totals()).isEqualTo(new Totals(1, 1));
  }

  @Test
  void tombstonesAreForgottenAYearAfterTheSourceHasShownThem() {
    apply(store, plan("a", insert("1", 20), insert("2", 20)));
    purge(TEN_DAYS);
    apply(store, shown("a", List.of(2L), true));
    assertThat(knownAfter(364)).containsExactly("1", "2");
    assertThat(knownAfter(366)).containsExactly("2");
    apply(store, new Plan(ok("a"), null, List.of(), List.of(), List.of(), roll(List.of())));
    assertThat(knownAfter(367)).isEmpty();
  }

  @Test
  void manyGoInManyStepsAndItCanBeStopped() {
    apply(
        store,
        plan(
            "a",
            IntStream.range(0, 1_001)
                .mapToObj(i -> insert("e" + i, 20))
                .toArray(Plan.Insert[]::new)));
    long revision = store.revision();
    assertThat(store.purge(TEN_DAYS, NOW, () -> store.revision() == revision)).isEqualTo(50);
    assertThat(purge(TEN_DAYS)).isEqualTo(951);
    assertThat(store.totals()).isEqualTo(new Totals(0, 0));
  }

  @Test
  void theWorkOfADayIsDoneOnce() {
    assertThat(store.beginDaily("x", NOW)).isTrue();
    assertThat(store.beginDaily("x", NOW.plus(Duration.ofHours(1)))).isFalse();
    assertThat(store.beginDaily("y", NOW)).isTrue();
    assertThat(store.beginDaily("x", NOW.plus(DAY))).isTrue();
    assertThat(store.beginDaily("x", NOW)).as("the clock was set back").isTrue();
  }

  private List<String> knownAfter(int days) {
    store.purge(TEN_DAYS, NOW.plus(DAY.multipliedBy(days)), () -> true);
    return store.known("a", List.of("1", "2")).keySet().stream().sorted().toList();
  }

  private long purge(Retention retention) {
    return store.purge(retention, NOW, () -> true);
  }

  private List<String> keys() {
    return store.newest(0, 2_000).stream().map(StoredEntry::key).sorted().toList();
  }

  /** A document that holds known entries and new ones. */
  private static Plan shown(
      String source, List<Long> known, boolean complete, Plan.Insert... inserts) {
    Plan.Roll roll = new Plan.Roll(known, complete, List.of());
    return new Plan(ok(source), null, List.of(inserts), List.of(), List.of(), roll);
  }

  private static Plan.Roll roll(List<Long> numbers) {
    return new Plan.Roll(numbers, true, List.of());
  }

  private static Plan.Insert insert(String key, int daysAgo) {
    return insert(key, "story of " + key, daysAgo);
  }

  private static Plan.Insert insert(String key, String story, int daysAgo) {
    Instant then = ago(daysAgo);
    return new Plan.Insert(
        key, "urn:test:" + key, story, then, then, then, "hash of " + key, entry(key));
  }

  private static Instant ago(int days) {
    return NOW.minus(DAY.multipliedBy(days));
  }
}
