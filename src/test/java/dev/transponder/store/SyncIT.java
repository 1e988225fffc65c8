package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.head;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.ok;
import static dev.transponder.store.Samples.paused;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.source;
import static dev.transponder.store.Samples.sources;
import static dev.transponder.store.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Validators;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How the list of feeds.yml is taken over, and who may refresh what. */
@ParameterizedClass
@EnumSource
final class SyncIT {
  private static final Instant LATER = NOW.plusSeconds(60);

  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  SyncIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = Store.open(database.freshUrl(folder));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aNewSourceIsFreshAndDue() {
    store.sync(sources("b", "a"), NOW);

    assertThat(store.state("a")).isEqualTo(SourceState.fresh(source("a"), NOW));
    assertThat(store.sources()).extracting(SourceRow::id).containsExactly("b", "a");
    assertThat(Samples.claim(store, "n", NOW, HOUR, 9)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aKnownSourceKeepsItsStateAndTakesItsNewName() {
    store.sync(sources("a"), NOW);
    apply(store, plan("a"));

    Source a = source("a");
    store.sync(
        List.of(
            new Source(
                "a",
                a.url(),
                "Name",
                "Cat",
                1,
                null,
                null,
                0,
                a.dedupe(),
                a.headers(),
                false,
                false)),
        LATER);

    assertThat(store.sources())
        .containsExactly(new SourceRow("a", a.url(), "Name", "Cat", null, ok("a"), 0));
  }

  @Test
  void aNewUrlIsReadAfreshButTheFirstOneIsKept() {
    store.sync(sources("a"), NOW);
    apply(store, plan("a", insert("1")));

    store.sync(List.of(Source.of("a", "https://other.example/")), LATER);

    SourceState state = store.state("a");
    assertThat(state.firstUrl()).isEqualTo(source("a").url());
    assertThat(state.nextCheck()).isEqualTo(LATER);
    assertThat(state.state()).isEqualTo(State.NEW);
    assertThat(state.validators()).isEqualTo(Validators.NONE);
    assertThat(state.feedUrl()).isNull();
    assertThat(state.validatorsUrl()).isNull();
    assertThat(state.bodyHash()).isNull();
    assertThat(store.totals().entries()).isEqualTo(1);
  }

  @Test
  void whatWasReadOfTheFormerUrlIsLeftOut() {
    store.sync(sources("a"), NOW);
    Samples.claim(store, "n", NOW, HOUR, 1);
    store.sync(List.of(Source.of("a", "https://other.example/")), LATER);

    assertThat(store.apply("n", plan("a", insert("1")))).isEqualTo(Applied.LEFT_OUT);

    assertThat(store.state("a").feedUrl()).isNull();
    assertThat(Samples.claim(store, "n", LATER, HOUR, 1)).containsExactly("a");
    assertThat(store.apply("n", plan("a", insert("1")))).isEqualTo(new Applied(1, 0));
  }

  @Test
  void aSourceNoLongerListedIsKeptOutOfSight() {
    store.sync(sources("a", "b"), NOW);
    apply(store, plan("a", insert("1")));

    store.sync(sources("b"), NOW);

    assertThat(store.sources()).extracting(SourceRow::id).containsExactly("b");
    assertThat(store.newest(0, 9)).isEmpty();
    assertThat(store.entry(1)).isNull();
    assertThat(store.totals()).isEqualTo(new Totals(0, 0));
    assertThat(Samples.claim(store, "n", NOW.plus(HOUR), HOUR, 9)).containsExactly("b");
    assertThat(store.claimNow("n", "a", NOW, HOUR)).isFalse();

    store.sync(sources("a", "b"), NOW);
    assertThat(store.newest(0, 9)).hasSize(1);
    assertThat(store.totals()).isEqualTo(new Totals(1, 1));
    assertThat(store.state("a")).isEqualTo(ok("a"));
  }

  @Test
  void aPausedSourceSaysSoAndIsDueWhenThePauseEnds() {
    store.sync(sources("a"), NOW);
    apply(store, plan("a"));
    store.sync(List.of(paused(source("a"))), NOW);

    assertThat(Samples.claim(store, "n", NOW.plus(HOUR), HOUR, 9)).isEmpty();
    assertThat(store.sources().getFirst().state().state()).isEqualTo(State.PAUSED);
    assertThat(store.state("a").state()).isEqualTo(State.OK);
    assertThat(store.claimNow("n", "a", NOW, HOUR)).isTrue();
    store.release("n", "a");

    store.sync(sources("a"), LATER);
    assertThat(Samples.claim(store, "n", LATER, HOUR, 9)).containsExactly("a");
  }

  @Test
  void aPauseDoesNotUndoTheSilenceThatASiteAskedFor() {
    store.sync(sources("a", "b"), NOW);
    SourceState throttled = state("a", State.THROTTLED, NOW.plus(HOUR));
    SourceState gone = state("b", State.GONE, Instant.MAX);
    apply(store, new Plan(throttled, null, List.of(), List.of()));
    apply(store, new Plan(gone, null, List.of(), List.of()));

    store.sync(List.of(paused(source("a")), paused(source("b"))), NOW);
    store.sync(sources("a", "b"), LATER);

    assertThat(store.state("a")).isEqualTo(throttled);
    assertThat(store.state("b")).isEqualTo(gone);
  }

  @Test
  void theLongestDueIsClaimedFirstAndByOneNodeOnly() {
    store.sync(sources("a", "b", "c"), NOW);
    apply(store, new Plan(state("c", State.OK, NOW.minus(HOUR)), null, List.of(), List.of()));

    assertThat(Samples.claim(store, "one", NOW, HOUR, 2)).containsExactly("c", "a");
    assertThat(Samples.claim(store, "two", NOW, HOUR, 2)).containsExactly("b");
    assertThat(Samples.claim(store, "two", NOW, HOUR, 2)).isEmpty();
    assertThat(store.claimNow("two", "a", NOW, HOUR)).isFalse();
    assertThat(store.claimNow("one", "a", NOW, HOUR)).isFalse();
  }

  @Test
  void aLeaseEndsByItselfByResultOrByRelease() {
    store.sync(sources("a"), NOW);
    Samples.claim(store, "one", NOW, HOUR, 1);
    assertThat(Samples.claim(store, "two", NOW.plus(HOUR), HOUR, 1)).containsExactly("a");

    store.release("one", "a");
    assertThat(store.claimNow("one", "a", NOW.plus(HOUR), HOUR)).isFalse();
    store.release("two", "a");
    assertThat(store.claimNow("one", "a", NOW.plus(HOUR), HOUR)).isTrue();

    store.apply("one", plan("a"));
    assertThat(Samples.claim(store, "two", NOW.plus(HOUR), HOUR, 1)).containsExactly("a");
  }

  @Test
  void aPlanIsLeftOutWholeIfAnotherNodeHasTakenTheSourceOver() {
    store.sync(sources("a"), NOW);
    Samples.claim(store, "late", NOW, HOUR, 1);
    Samples.claim(store, "other", NOW.plus(HOUR), HOUR, 1);
    SourceState before = store.state("a");
    long revision = store.revision();
    Plan late = new Plan(state("a", State.OK, NOW), head("Late"), List.of(insert("1")), List.of());

    assertThat(store.apply("late", late)).isEqualTo(Applied.LEFT_OUT);

    assertThat(store.state("a")).isEqualTo(before);
    assertThat(store.head("a")).isNull();
    assertThat(store.totals()).isEqualTo(new Totals(0, 0));
    assertThat(store.revision()).isEqualTo(revision);
    assertThat(store.claimNow("third", "a", NOW.plus(HOUR), HOUR)).as("other holds it").isFalse();

    assertThat(store.apply("other", plan("a", insert("2")))).isEqualTo(new Applied(1, 0));
    assertThat(store.apply("late", late)).as("nobody holds it").isEqualTo(Applied.LEFT_OUT);
    assertThat(store.state("a")).isEqualTo(ok("a"));
    assertThat(store.known("a", List.of("1", "2"))).containsOnlyKeys("2");
  }

  @Test
  void aPlanIsLateOnlyIfSomebodyElseHasTakenTheSourceOver() {
    store.sync(sources("a"), NOW);
    Samples.claim(store, "slow", NOW, HOUR, 1);
    assertThat(store.due(NOW.plus(HOUR), 1)).as("its lease has run out").hasSize(1);

    assertThat(store.apply("slow", plan("a", insert("1")))).isEqualTo(new Applied(1, 0));
  }
}
