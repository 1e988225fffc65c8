package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Plan;
import dev.transponder.model.StoredEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An Atom id belongs to one entry for ever. */
@ParameterizedClass
@EnumSource
final class AtomIdsIT {
  private static final String MINTED = "urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  AtomIdsIT(TestDatabase database) {
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
  void aSourceCannotTakeTheIdOfAnotherOnesEntry() {
    apply(store, plan("a", insert("first", "tag:a.example,2026:1")));
    apply(store, plan("b", insert("thief", "tag:a.example,2026:1")));

    assertThat(id(1)).isEqualTo("tag:a.example,2026:1");
    assertThat(id(2)).matches(MINTED);
  }

  @Test
  void anIdStaysTakenWhenItsSourceIsNoLongerListed() {
    apply(store, plan("a", insert("first", "tag:x")));
    store.sync(sources("b"), NOW);
    apply(store, plan("b", insert("thief", "tag:x")));

    assertThat(id(2)).matches(MINTED);
  }

  @Test
  void ofTwoEntriesOfOneSourceTheFirstHasTheId() {
    apply(store, plan("a", insert("1", "tag:x"), insert("2", "tag:x"), insert("3", "tag:x")));
    apply(store, plan("a", insert("4", "tag:x")));

    assertThat(ids()).hasSize(4).doesNotHaveDuplicates().filteredOn("tag:x"::equals).hasSize(1);
    assertThat(id(1)).isEqualTo("tag:x");
  }

  @Test
  void theReplacementDependsOnTheEntryAlone(@TempDir Path other) {
    apply(store, plan("a", insert("1", "tag:x")));
    apply(store, plan("b", insert("1", "tag:x"), insert("2", "tag:x")));
    try (Store second = Store.open(TestDatabase.H2.freshUrl(other))) {
      second.sync(sources("b", "c"), NOW);
      apply(second, plan("c", insert("0", "tag:x"), insert("9", "tag:y")));
      apply(second, plan("b", insert("2", "tag:y")));
      assertThat(second.newest(0, 9)).extracting(StoredEntry::atomId).contains(id(3));
    }
    assertThat(ids()).doesNotHaveDuplicates();
  }

  @Test
  void aReplacementThatIsForeseenIsNotTakenOver(@TempDir Path other) {
    apply(store, plan("a", insert("1", "tag:x")));
    apply(store, plan("b", insert("2", "tag:x")));
    String foreseen = id(2);
    try (Store second = Store.open(TestDatabase.H2.freshUrl(other))) {
      second.sync(sources("a", "b", "c"), NOW);
      apply(second, plan("a", insert("1", "tag:x")));
      apply(second, plan("c", insert("9", foreseen)));
      apply(second, plan("b", insert("2", "tag:x")));
      assertThat(second.newest(0, 9))
          .extracting(StoredEntry::atomId)
          .hasSize(3)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void idsThatDifferInCharactersThatCannotBePublishedAreOne() {
    apply(store, plan("a", insert("1", "tag:x")));
    apply(store, plan("b", insert("2", "tag:\u0001x"), insert("3", "\0tag:x")));

    assertThat(id(2)).matches(MINTED);
    assertThat(id(3)).matches(MINTED).isNotEqualTo(id(2));
  }

  private List<String> ids() {
    return store.newest(0, 100).stream().map(StoredEntry::atomId).toList();
  }

  private String id(long number) {
    return Objects.requireNonNull(store.entry(number)).atomId();
  }

  private static Plan.Insert insert(String key, String atomId) {
    return new Plan.Insert(
        key, atomId, "story of " + atomId + key, NOW, NOW, NOW, "h", Samples.entry(key));
  }
}
