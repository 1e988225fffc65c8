package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.source;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Rules;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Matches;
import dev.transponder.model.Rules.Rule;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Variants;
import dev.transponder.model.Verdicts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the feeds of a category and of one source hold. */
@ParameterizedClass
@EnumSource
final class NewestAmongIT {
  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  NewestAmongIT(TestDatabase database) {
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
  void theNewestOfTheseSourcesComeFirstEachSourceWithItsShare() {
    apply(store, plan("a", insert("a1", "1", NOW), insert("a3", "3", NOW.plus(HOUR))));
    apply(store, plan("b", insert("b2", "2", NOW.plusSeconds(1))));
    apply(store, plan("c", insert("c9", "9", NOW.plus(HOUR))));
    assertThat(keys(Map.of("a", 9, "b", 9), 9, false)).containsExactly("a3", "b2", "a1");
    assertThat(keys(Map.of("a", 1, "b", 9), 9, false)).containsExactly("a3", "b2");
    assertThat(keys(Map.of("a", 9, "b", 9), 1, false)).containsExactly("a3");
    assertThat(keys(Map.of(), 9, false)).isEmpty();
  }

  @Test
  void aStoryIsOfTheSourceThatLeadsItElseOfTheFirstOfThese() {
    apply(store, plan("c", insert("c1", "s", NOW)));
    apply(store, plan("b", insert("b1", "s", NOW.plusSeconds(1))));
    apply(store, plan("a", insert("a1", "s", NOW.plusSeconds(2))));
    assertThat(keys(Map.of("a", 9, "b", 9, "c", 9), 9, false)).containsExactly("c1");
    assertThat(keys(Map.of("a", 9, "b", 9), 9, false)).containsExactly("b1");
    assertThat(keys(Map.of("a", 9), 9, false)).containsExactly("a1");
  }

  @Test
  void whatWasOldWhenItCameIsThereOnlyIfItIsWanted() {
    apply(store, plan("a", insert("old", "o", NOW).asBacklog(), insert("new", "n", NOW)));
    assertThat(keys(Map.of("a", 9), 9, false)).containsExactly("new");
    assertThat(keys(Map.of("a", 9), 9, true)).containsExactlyInAnyOrder("old", "new");
  }

  @Test
  void whatARuleDropsIsNotThereAndHidesNothing() {
    Rule rule = new Rule(List.of(new Matches(Field.TITLE, List.of("a1"))));
    Rules rules = new Rules(List.of(), List.of(rule), List.of());
    store.sync(List.of(Variants.withRules(source("a"), rules), source("b")), NOW);
    Verdicts verdicts = new Verdicts(rules.judging(), Map.of("a1", "drop"), Map.of());
    apply(store, plan("a", insert("a1", "s", NOW), insert("a2", "t", NOW)), verdicts);
    apply(store, plan("b", insert("b1", "s", NOW)));
    assertThat(keys(Map.of("a", 9), 9, true)).containsExactly("a2");
    assertThat(keys(Map.of("a", 9, "b", 9), 9, false)).containsExactlyInAnyOrder("a2", "b1");
  }

  private List<String> keys(Map<String, Integer> shares, int count, boolean backlog) {
    return store.newestAmong(shares, count, backlog).stream().map(StoredEntry::key).toList();
  }
}
