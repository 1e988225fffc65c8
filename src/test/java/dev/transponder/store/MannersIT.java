package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.claim;
import static dev.transponder.store.Samples.ok;
import static dev.transponder.store.Samples.source;
import static dev.transponder.store.Samples.sources;
import static dev.transponder.store.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Habits;
import dev.transponder.model.Habits.Move;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Plan;
import dev.transponder.model.Quiet;
import dev.transponder.model.Selectors;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Wait;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of the ways of sources and hosts, and shared by all nodes. */
@ParameterizedClass
@EnumSource
final class MannersIT {
  private static final Pace USUAL = new Pace(1, Duration.ofSeconds(1));
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Instant ENDS = NOW.plus(LONGEST);

  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  MannersIT(TestDatabase database) {
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
  void theHabitsOfASourceAreKept() {
    store.sync(sources("a"), NOW);
    Habits habits =
        new Habits(
            new Wait(Duration.ofHours(6), "the feed asks for 6 h (ttl)"),
            new Quiet(Set.of(0, 13, 23), Set.of(DayOfWeek.SUNDAY)),
            Duration.ofMinutes(90),
            NOW,
            "https://moved.example/",
            new Move("https://again.example/", NOW.minus(HOUR), 2),
            4,
            new LearnedList(
                new Selectors("li", "a", "h2", "time", "p", ".by", ".tag", "img", "a.next"),
                0.93,
                12,
                11,
                10,
                9,
                "/notes/x"),
            NOW.plusSeconds(7));
    apply(store, new Plan(with(ok("a"), habits), null, List.of(), List.of()));
    assertThat(store.state("a").habits()).isEqualTo(habits);
  }

  @Test
  void anotherUrlForgetsThem() {
    store.sync(sources("a"), NOW);
    Habits habits =
        new Habits(null, Quiet.NEVER, null, null, "https://moved.example/", null, 0, null, null);
    apply(store, new Plan(with(ok("a"), habits), null, List.of(), List.of()));
    store.sync(List.of(Source.of("a", "https://new.example/feed")), NOW);
    assertThat(store.state("a").habits()).isEqualTo(Habits.NONE);
    assertThat(store.due(NOW, 9)).containsExactly(new Due("a", "new.example", true));
  }

  @Test
  void aDueSourceSaysWhichHostWillBeAsked() {
    store.sync(sources("a", "b"), NOW);
    apply(store, new Plan(state("b", State.OK, NOW.minus(HOUR)), null, List.of(), List.of()));
    assertThat(store.due(NOW, 9))
        .containsExactly(new Due("b", "b.example", false), new Due("a", "a.example", true));
    assertThat(store.due(NOW, 1)).hasSize(1);
  }

  @Test
  void theHostsOfSourcesAreCounted() {
    store.sync(sources("a", "b"), NOW);
    assertThat(store.hosts(List.of("a", "nobody"))).isEqualTo(Map.of("a.example", 1));
    assertThat(store.hosts(List.of())).isEmpty();
  }

  @Test
  void aLeaseThatIsRenewedGoesOnAndThoseOfOtherSourcesEnd() {
    store.sync(sources("a", "b"), NOW);
    claim(store, "one", NOW, HOUR, 2);
    store.renew("two", List.of("a", "b"), NOW.plus(HOUR).plus(HOUR));
    assertThat(store.due(NOW.plus(HOUR), 9)).hasSize(2);
    store.renew("one", List.of("a"), NOW.plus(HOUR).plus(HOUR));
    assertThat(store.due(NOW.plus(HOUR), 9)).extracting(Due::id).containsExactly("b");
  }

  @Test
  void aClockThatIsSetBackMakesNobodyWaitLongerThanBefore() {
    store.sync(sources("a", "b", "c"), NOW);
    apply(store, new Plan(ok("a"), null, List.of(), List.of()));
    apply(store, new Plan(state("b", State.GONE, Instant.MAX), null, List.of(), List.of()));
    Instant back = NOW.minus(Duration.ofDays(30));
    store.hold("held.example", NOW, NOW.plusSeconds(90));
    store.claimNow("node", "c", NOW, HOUR);
    store.rebase(back, HOUR);
    assertThat(store.held(back)).isEqualTo(Map.of("held.example", back.plusSeconds(90)));
    assertThat(store.due(back.plus(HOUR), 9)).extracting(Due::id).contains("c");
    assertThat(store.state("a").nextCheck()).isEqualTo(back.plus(HOUR));
    assertThat(store.state("a").lastAt()).isEqualTo(back);
    assertThat(store.state("b").nextCheck()).isEqualTo(Instant.MAX);
  }

  @Test
  void whatWasLearnedWhileTheClockRanAheadCountsAsLearnedNow() {
    store.sync(sources("a"), NOW);
    Move move = new Move("https://new.example/", NOW.minus(HOUR), 2);
    Habits ahead =
        new Habits(
            null, Quiet.NEVER, null, NOW, null, move, 0, null, NOW.plus(Duration.ofHours(2)));
    apply(store, new Plan(with(ok("a"), ahead), null, List.of(), List.of()));
    Instant back = NOW.minus(Duration.ofDays(30));
    store.rebase(back, HOUR);
    Habits habits = store.state("a").habits();
    assertThat(habits.silentUntil()).isEqualTo(back.plus(Duration.ofHours(2)));
    assertThat(habits.newest()).isEqualTo(back);
    assertThat(habits.move()).isEqualTo(new Move("https://new.example/", back.minus(HOUR), 2));
  }

  @Test
  void aFailureThatWasOursIsTakenBack() {
    store.sync(sources("a"), NOW);
    SourceState before = store.state("a");
    apply(store, new Plan(Samples.failing("a", 5), null, List.of(), List.of()));
    store.takeBack(before, NOW, NOW.plusSeconds(300), "the network was down");
    assertThat(store.state("a").failures()).isZero();
    assertThat(store.state("a").state()).isEqualTo(State.NEW);
    assertThat(store.state("a").nextCheck()).isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void whatHasHappenedSinceIsNotTakenBack() {
    store.sync(sources("a"), NOW);
    SourceState before = store.state("a");
    apply(store, new Plan(Samples.failing("a", 5), null, List.of(), List.of()));
    store.takeBack(before, NOW.minusSeconds(1), NOW.plusSeconds(300), "the network was down");
    assertThat(store.state("a").failures()).isEqualTo(5);
    store.claimNow("node", "a", NOW, HOUR);
    store.takeBack(before, NOW, NOW.plusSeconds(300), "the network was down");
    assertThat(store.state("a").failures()).isEqualTo(5);
  }

  @Test
  void ofTwoHoldsTheLaterCountsAndEndedOnesAreNotTold() {
    store.hold("a.example", NOW, NOW.plusSeconds(90));
    store.hold("a.example", NOW, NOW.plusSeconds(30));
    assertThat(store.held(NOW)).isEqualTo(Map.of("a.example", NOW.plusSeconds(90)));
    assertThat(store.held(NOW.plusSeconds(90))).isEmpty();
  }

  @Test
  void aTurnIsTakenByOneAndAGapApart() {
    HostTurn first = take("a.example", USUAL, NOW);
    assertThat(first).isInstanceOf(HostTurn.Taken.class);
    assertThat(take("a.example", USUAL, NOW.plusMillis(400)))
        .isEqualTo(new HostTurn.Later(NOW.plusSeconds(1)));
    assertThat(take("a.example", USUAL, NOW.plusSeconds(1)))
        .as("the first request is still under way")
        .isEqualTo(new HostTurn.Later(NOW.plusMillis(1_200)));
    store.giveTurnBack(((HostTurn.Taken) first).id(), NOW.plusSeconds(1));
    assertThat(take("a.example", USUAL, NOW.plusSeconds(1))).isInstanceOf(HostTurn.Taken.class);
    assertThat(take("b.example", USUAL, NOW)).isInstanceOf(HostTurn.Taken.class);
  }

  @Test
  void theGapCountsFromTheMomentAtWhichTheRequestWentOut() {
    HostTurn first = take("a.example", USUAL, NOW);
    store.giveTurnBack(((HostTurn.Taken) first).id(), NOW.plusMillis(1_900));
    assertThat(take("a.example", USUAL, NOW.plusSeconds(1)))
        .isEqualTo(new HostTurn.Later(NOW.plusMillis(1_900)));
  }

  @Test
  void aTurnWhoseNodeDiedEndsByItself() {
    take("a.example", USUAL, NOW);
    assertThat(take("a.example", USUAL, ENDS.minusMillis(1))).isInstanceOf(HostTurn.Later.class);
    assertThat(take("a.example", USUAL, ENDS)).isInstanceOf(HostTurn.Taken.class);
  }

  @Test
  void aHeldHostGivesNoTurn() {
    store.hold("a.example", NOW, NOW.plusSeconds(90));
    assertThat(take("a.example", USUAL, NOW)).isEqualTo(new HostTurn.Held(NOW.plusSeconds(90)));
  }

  @Test
  void aNodeWhoseClockRanAheadCostsTheOthersOneGap() {
    Pace several = new Pace(9, Duration.ofSeconds(1));
    take("a.example", several, NOW.plus(HOUR));
    assertThat(take("a.example", several, NOW)).isEqualTo(new HostTurn.Later(NOW.plusSeconds(1)));
  }

  private HostTurn take(String host, Pace pace, Instant now) {
    return store.takeTurn(host, pace, InstantSource.fixed(now), LONGEST);
  }

  private static SourceState with(SourceState state, Habits habits) {
    return new SourceState(
        state.sourceId(),
        source(state.sourceId()).url(),
        state.feedUrl(),
        state.kind(),
        state.state(),
        state.validators(),
        state.validatorsUrl(),
        state.bodyHash(),
        state.nextCheck(),
        state.reason(),
        state.lastAt(),
        state.lastResult(),
        state.failures(),
        habits);
  }
}
