package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.source;
import static dev.transponder.store.Samples.sources;
import static dev.transponder.store.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.FeedHead;
import dev.transponder.model.Plan;
import dev.transponder.model.Rules;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Matches;
import dev.transponder.model.Rules.Rule;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Variants;
import dev.transponder.model.Verdicts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What rules drop is stored and not shown, and is shown again when the rules have changed. */
@ParameterizedClass
@EnumSource
final class RulesIT {
  private static final String ADS = "drop {title: \"ads\"}";

  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  RulesIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = Store.open(database.freshUrl(folder));
    store.sync(List.of(Variants.withRules(source("a"), dropping("ads")), source("b")), NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aDroppedEntryIsStoredAndNotShown() {
    apply(store, plan("a", insert("a1"), insert("a2")), verdicts(Map.of("a1", ADS), Map.of()));

    assertThat(shown()).containsExactly("a2");
    assertThat(store.totals()).isEqualTo(new Totals(2, 1));
    assertThat(store.entry(1)).isNotNull();
    assertThat(store.droppedBy(1)).isEqualTo(ADS);
    assertThat(store.droppedBy(2)).isNull();
    assertThat(store.sources().getFirst().entries()).isEqualTo(2);
    assertThat(store.sources().getFirst().dropped()).isEqualTo(1);
  }

  @Test
  void aStoryIsShownByItsNextEntryThatIsNotDropped() {
    apply(store, plan("a", insert("a1", "s", NOW)));
    apply(store, plan("b", insert("b1", "s", NOW)));
    assertThat(shown()).containsExactly("a1");

    apply(store, changing(1), verdicts(Map.of(), Map.of(1L, ADS)));
    assertThat(shown()).containsExactly("b1");
    assertThat(store.totals().stories()).isEqualTo(1);

    apply(store, changing(1), verdicts(Map.of(), Map.of()));
    assertThat(shown()).containsExactly("a1");
    assertThat(store.totals().stories()).isEqualTo(1);
  }

  @Test
  void anEntryThatIsDroppedFromTheBeginningTakesNoStory() {
    apply(store, plan("a", insert("a1", "s", NOW)), verdicts(Map.of("a1", ADS), Map.of()));
    apply(store, plan("b", insert("b1", "s", NOW)));
    assertThat(shown()).containsExactly("b1");
  }

  @Test
  void changedRulesJudgeWhatIsStoredTheNewestFirst() {
    apply(store, plan("a", insert("a1"), insert("a2"), insert("a3")), Verdicts.NONE);
    judgeAll("a", dropping("ads"), 2);
    assertThat(store.revisits().unjudged()).isEmpty();

    Rules others = dropping("a[12]");
    store.sync(List.of(Variants.withRules(source("a"), others), source("b")), NOW);
    long revision = store.revision();
    assertThat(store.revisits().unjudged()).containsExactly("a");
    Unvisited first = store.revisits().unjudged("a", 2);
    assertThat(first.entries()).extracting(StoredEntry::number).containsExactly(3L, 2L);
    assertThat(store.revisits().judge(first, judged(first, others))).isTrue();
    assertThat(shown()).containsExactly("a3", "a1");
    assertThat(store.revision()).isGreaterThan(revision);
    judgeAll("a", others, 2);
    assertThat(shown()).containsExactly("a3");
    assertThat(store.revisits().unjudged()).isEmpty();
  }

  @Test
  void judgingGoesOnAfterARestart() {
    apply(store, plan("a", insert("a1"), insert("a2"), insert("a3")), verdicts(Map.of(), Map.of()));
    Rules others = dropping("a");
    List<Source> changed = List.of(Variants.withRules(source("a"), others), source("b"));
    store.sync(changed, NOW);
    Unvisited first = store.revisits().unjudged("a", 1);
    store.revisits().judge(first, judged(first, others));
    store.sync(changed, NOW);
    assertThat(store.revisits().unjudged("a", 5).entries())
        .extracting(StoredEntry::number)
        .containsExactly(2L, 1L);
  }

  @Test
  void whatWasJudgedByRulesThatAreNoLongerThoseIsLeftOut() {
    apply(store, plan("a", insert("a1")), verdicts(Map.of(), Map.of()));
    store.sync(List.of(Variants.withRules(source("a"), dropping("x")), source("b")), NOW);
    Unvisited batch = store.revisits().unjudged("a", 5);
    assertThat(store.revisits().judge(batch, verdicts(Map.of(), Map.of(1L, ADS)))).isFalse();
    assertThat(store.revisits().judge(batch, judged(batch, dropping("x")))).isTrue();
    assertThat(store.revisits().judge(batch, judged(batch, dropping("x")))).as("twice").isFalse();
    assertThat(shown()).containsExactly("a1");
  }

  @Test
  void aRefreshThatJudgedByFormerRulesIsJudgedAgain() {
    store.sync(List.of(Variants.withRules(source("a"), dropping("x")), source("b")), NOW);
    judgeAll("a", dropping("x"), 5);
    apply(store, plan("a", insert("a1")), verdicts(Map.of("a1", ADS), Map.of()));
    assertThat(shown()).isEmpty();
    assertThat(store.revisits().unjudged()).containsExactly("a");
    judgeAll("a", dropping("x"), 5);
    assertThat(shown()).containsExactly("a1");
  }

  @Test
  void whatIsRewrittenWhileItIsJudgedIsJudgedAgain() {
    apply(store, plan("a", insert("a1")), verdicts(Map.of(), Map.of()));
    store.sync(List.of(Variants.withRules(source("a"), dropping("a1")), source("b")), NOW);
    Unvisited before = store.revisits().unjudged("a", 5);
    Verdicts late = judged(before, dropping("a1"));
    Verdicts right = new Verdicts(dropping("a1").judging(), Map.of(), Map.of());
    apply(store, changing(1), right);
    assertThat(store.revisits().judge(before, late)).isFalse();
    assertThat(store.droppedBy(1)).isNull();
    assertThat(store.revisits().unjudged()).containsExactly("a");
  }

  @Test
  void whenTheRulesAreGoneEverythingIsShownWithItsOldId() {
    apply(store, plan("a", insert("a1"), insert("a2")), verdicts(Map.of("a1", ADS), Map.of()));
    StoredEntry before = store.entry(1);
    store.sync(sources("a", "b"), NOW);
    judgeAll("a", Rules.NONE, 5);
    assertThat(shown()).containsExactly("a2", "a1");
    assertThat(store.entry(1)).isEqualTo(before);
    assertThat(store.sources().getFirst().dropped()).isZero();
  }

  @Test
  void aSourceThatIsNotListedIsJudgedOnceItIsAgain() {
    apply(store, plan("a", insert("a1")), verdicts(Map.of(), Map.of()));
    store.sync(sources("b"), NOW);
    store.sync(List.of(source("b"), Variants.withRules(source("a"), dropping("a"))), NOW);
    judgeAll("a", dropping("a"), 5);
    assertThat(shown()).isEmpty();
    store.sync(sources("b"), NOW);
    assertThat(store.revisits().unjudged()).isEmpty();
  }

  @Test
  void whateverIsDroppedEachStoryIsShownByTheSourceOfItsFirstEntryThatIsNot() {
    Random random = new Random(7);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String id = random.nextBoolean() ? "a" : "b";
      keys.add(id + i);
      apply(store, plan(id, insert(id + i, "s" + random.nextInt(6), NOW)));
    }
    judgeAll("a", dropping("ads"), 7);
    for (int round = 0; round < 20; round++) {
      Rules rules = dropping("[ab]\\d*[%d%d]$".formatted(random.nextInt(10), random.nextInt(10)));
      store.sync(
          List.of(Variants.withRules(source("a"), rules), Variants.withRules(source("b"), rules)),
          NOW);
      judgeAll("a", rules, 7);
      judgeAll("b", rules, 7);
      List<String> expected = expected(keys.size(), rules);
      assertThat(shown()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(store.totals().stories()).isEqualTo(expected.size());
      assertThat(store.sources().stream().mapToLong(SourceRow::dropped).sum())
          .isEqualTo(keys.stream().filter(key -> rule(rules, key) != null).count());
    }
  }

  private List<String> expected(int count, Rules rules) {
    Map<String, String> leaders = new HashMap<>();
    List<String> expected = new ArrayList<>();
    for (long number = 1; number <= count; number++) {
      StoredEntry entry = store.entry(number);
      if (entry != null && rule(rules, entry.key()) == null) {
        String leader = leaders.computeIfAbsent(entry.story(), story -> entry.sourceId());
        if (leader.equals(entry.sourceId())) {
          expected.add(entry.key());
        }
      }
    }
    return expected;
  }

  private Plan changing(long number) {
    StoredEntry entry = store.entry(number);
    if (entry == null) {
      throw new AssertionError("no entry " + number);
    }
    return plan("a", (FeedHead) null, update(entry, entry.story(), "changed"));
  }

  private void judgeAll(String id, Rules rules, int batch) {
    while (store.revisits().unjudged().contains(id)) {
      Unvisited next = store.revisits().unjudged(id, batch);
      assertThat(store.revisits().judge(next, judged(next, rules))).isTrue();
    }
  }

  private Verdicts judged(Unvisited batch, Rules rules) {
    Map<Long, String> dropped = new HashMap<>();
    for (StoredEntry entry : batch.entries()) {
      String rule = rule(rules, entry.key());
      if (rule != null) {
        dropped.put(entry.number(), rule);
      }
    }
    return new Verdicts(rules.judging(), Map.of(), dropped);
  }

  /** What a judge would say; the keys of the samples are their titles. */
  private static @Nullable String rule(Rules rules, String title) {
    for (Rule rule : rules.drop()) {
      if (rule.all().getFirst() instanceof Matches matches
          && Pattern.compile(matches.anyOf().getFirst()).matcher(title).find()) {
        return "drop " + matches.anyOf();
      }
    }
    return null;
  }

  private static Verdicts verdicts(Map<String, String> inserts, Map<Long, String> known) {
    return new Verdicts(dropping("ads").judging(), inserts, known);
  }

  private static Rules dropping(String title) {
    Rule rule = new Rule(List.of(new Matches(Field.TITLE, List.of(title))));
    return new Rules(List.of(), List.of(rule), List.of());
  }

  private List<String> shown() {
    return store.newest(0, 1000).stream().map(StoredEntry::key).toList();
  }
}
