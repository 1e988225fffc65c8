package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Habits;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Plan;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Validators;
import dev.transponder.story.Names;
import dev.transponder.story.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DeciderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Source SOURCE = Source.of("s", "https://e.org/feed");
  private static final SourceState NEW = SourceState.fresh(SOURCE, NOW);
  private static final Validators OLD = new Validators("\"old\"", null);
  private static final Validators FRESH = new Validators("\"fresh\"", null);
  private static final SourceState KNOWN =
      new SourceState(
          "s",
          SOURCE.url(),
          null,
          "feed",
          State.OK,
          OLD,
          SOURCE.url(),
          "hash",
          NOW,
          "",
          NOW.minus(Duration.ofHours(1)),
          "1 new",
          0,
          Habits.NONE);

  @Test
  void whatRobotsTxtForbidsIsLookedAtAgainADayLater() {
    Outcome forbidden = new Outcome.Failed(Failure.FORBIDDEN, 0, "robots.txt forbids it");
    SourceState state = decide(KNOWN, new Look.Missed(forbidden), Map.of()).state();
    assertThat(state.nextCheck())
        .isBetween(NOW.plus(Duration.ofHours(24)), NOW.plus(Duration.ofHours(27)));
    assertThat(state.lastResult()).isEqualTo("robots.txt forbids it");
    assertThat(state.kind()).isEqualTo("feed");
    assertThat(state.state()).isEqualTo(State.FAILING);
  }

  @Test
  void aPageIsRememberedAsOneBeforeAnythingIsReadOfIt() {
    Outcome forbidden = new Outcome.Failed(Failure.FORBIDDEN, 0, "robots.txt forbids it");
    SourceState page = decide(NEW, new Look.Withheld(forbidden), Map.of()).state();
    assertThat(page.kind()).isEqualTo("page");
    assertThat(decide(NEW, new Look.Nothing("no feed", List.of()), Map.of()).state().kind())
        .isEqualTo("page");
    SourceState later = decide(page, new Look.Nothing("no feed", List.of()), Map.of()).state();
    assertThat(later.state()).as("not drifted: it never worked").isEqualTo(State.FAILING);
    assertThat(decide(page, new Look.Missed(forbidden), Map.of()).state().kind()).isEqualTo("page");
  }

  @Test
  void unknownEntriesAreInsertedOldestFirst() {
    Entry late = dated("late", "2026-11-20T00:00:00Z");
    Entry early = dated("early", "2026-11-10T00:00:00Z");
    Plan plan = decide(NEW, seen(late, early), Map.of());
    assertThat(plan.inserts()).extracting(Plan.Insert::key).containsExactly("early", "late");
    assertThat(plan.state().lastResult()).isEqualTo("2 new");
  }

  @Test
  void aKnownEntryThatSaysTheSameIsLeftAlone() {
    Plan plan = decide(KNOWN, seen(dated("a", "2026-11-20T00:00:00Z")), known("a", "1:hash of a"));
    assertThat(plan.inserts()).isEmpty();
    assertThat(plan.updates()).isEmpty();
    assertThat(plan.state().lastResult()).isEqualTo("nothing new");
    assertThat(plan.state().validators()).isEqualTo(FRESH);
  }

  @Test
  void aChangedEntryKeepsItsNumberAndIsUpdatedNow() {
    Plan plan = decide(KNOWN, seen(dated("a", "2026-11-20T00:00:00Z")), known("a", "1:other hash"));
    assertThat(plan.updates()).extracting(Plan.Update::number).containsExactly(7L);
    assertThat(plan.updates()).extracting(Plan.Update::updated).containsExactly(NOW);
  }

  @Test
  void aChangedEntryTakesTheDateOfItsDocumentIfThatGoesForward() {
    Instant said = NOW.minus(Duration.ofMinutes(5));
    Entry entry = dated("a", "2026-11-20T00:00:00Z").toBuilder().updated(said).build();
    Plan plan = decide(KNOWN, seen(entry), known("a", "1:other hash"));
    assertThat(plan.updates()).extracting(Plan.Update::updated).containsExactly(said);
  }

  @Test
  void datesAreKeptBetween1990AndNow() {
    Plan plan =
        decide(
            NEW,
            seen(dated("past", "1970-01-01T00:00:00Z"), dated("future", "2099-01-01T00:00:00Z")),
            Map.of());
    assertThat(plan.inserts())
        .extracting(Plan.Insert::rank)
        .containsExactly(Instant.parse("1990-01-01T00:00:00Z"), NOW);
    assertThat(plan.inserts()).allMatch(insert -> !insert.updated().isAfter(NOW));
  }

  @Test
  void theUndatedBacklogOfANewSourceIsRankedAnHourApartInTheOrderOfItsPage() {
    Plan plan = decide(NEW, seen(undated("top"), undated("second"), undated("third")), Map.of());
    assertThat(plan.inserts())
        .extracting(Plan.Insert::key)
        .containsExactly("third", "second", "top");
    assertThat(plan.inserts())
        .extracting(Plan.Insert::rank)
        .containsExactly(NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)), NOW);
    assertThat(plan.inserts()).extracting(Plan.Insert::updated).containsOnly(NOW);
  }

  @Test
  void anUnchangedDocumentKeepsItsHashAndTakesTheNewValidators() {
    Plan plan = decide(KNOWN, new Look.Unchanged(answer(FRESH), false), Map.of());
    assertThat(plan.state().validators()).isEqualTo(FRESH);
    assertThat(plan.state().bodyHash()).isEqualTo("hash");
    assertThat(plan.state().state()).isEqualTo(State.OK);
  }

  @Test
  void aFailureNeverAdvancesTheValidators() {
    Outcome failed = new Outcome.Failed(Failure.STATUS, 500, "500 Internal Server Error");
    Plan plan = decide(KNOWN, new Look.Missed(failed), Map.of());
    assertThat(plan.state().validators()).isEqualTo(OLD);
    assertThat(plan.state().state()).isEqualTo(State.FAILING);
    assertThat(plan.state().failures()).isEqualTo(1);
    assertThat(plan.state().lastResult()).isEqualTo("500 Internal Server Error");
  }

  @Test
  void aRefreshByHandThatReadsNothingDoesNotBringTheNextCheckForward() {
    Instant then = NOW.plus(Duration.ofHours(11));
    SourceState waiting = KNOWN.withNext(then, "the site asked for 12 h (max-age)");
    Outcome failed = new Outcome.Failed(Failure.STATUS, 500, "500 Internal Server Error");
    SourceState state = decide(waiting, new Look.Missed(failed), Map.of()).state();
    assertThat(state.nextCheck()).isEqualTo(then);
    assertThat(state.reason()).isEqualTo("the site asked for 12 h (max-age)");
    assertThat(state.state()).isEqualTo(State.FAILING);
  }

  @Test
  void successAfterFailuresStartsAnew() {
    Outcome failed = new Outcome.Failed(Failure.TIMEOUT, 0, "no answer within 30 s");
    SourceState failing = decide(KNOWN, new Look.Missed(failed), Map.of()).state();
    Plan plan = decide(failing, new Look.Unchanged(answer(OLD), false), Map.of());
    assertThat(plan.state().failures()).isZero();
    assertThat(plan.state().state()).isEqualTo(State.OK);
  }

  @Test
  void aThrottledSourceIsNotFailingButEachTimeCountsForTheNextWait() {
    Outcome throttled = new Outcome.Throttled(429, Duration.ofHours(6));
    Plan plan = decide(KNOWN, new Look.Missed(throttled), Map.of());
    assertThat(plan.state().state()).isEqualTo(State.THROTTLED);
    assertThat(plan.state().failures()).isEqualTo(1);
    assertThat(plan.state().nextCheck()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(6)));
    assertThat(plan.state().reason()).isEqualTo("the site asked for 6 h (Retry-After)");
  }

  @Test
  void aSiteThatSendsAllOfItEachTimeIsToldOfFromTheFirstMeasureOn() {
    SourceState state = KNOWN;
    for (int look = 0; look < 6; look++) {
      state = decide(state, new Look.Unchanged(answer(OLD), true), Map.of()).state();
      assertThat(String.valueOf(state.lastResult()))
          .isEqualTo(
              look < 2
                  ? "nothing new"
                  : look < 5
                      ? "nothing new (the site sends all of it each time)"
                      : "nothing new (the site sends all of it each time, whatever it is asked)");
    }
  }

  @Test
  void aHostThatIsHeldIsNoFailureOfASourceThatWasNotAsked() {
    Plan plan = decide(KNOWN, new Look.Missed(new Outcome.Throttled(0, null)), Map.of());
    assertThat(plan.state().failures()).isZero();
    assertThat(plan.state().lastResult()).isEqualTo("not asked: its host wants fewer requests");
  }

  @Test
  void anotherVersionOfTheHashStoresTheEntryAnewWithoutNews() {
    Plan plan = decide(KNOWN, seen(dated("a", "2026-11-20T00:00:00Z")), known("a", "0:old rules"));
    assertThat(plan.updates())
        .extracting(Plan.Update::updated)
        .containsExactly(NOW.minus(Duration.ofDays(1)));
  }

  @Test
  void goneTwiceIsNeverAskedAgain() {
    SourceState once = decide(KNOWN, new Look.Missed(new Outcome.Gone()), Map.of()).state();
    assertThat(once.state()).isEqualTo(State.GONE);
    assertThat(once.nextCheck()).isBefore(Instant.MAX);
    Look gone = new Look.Missed(new Outcome.Gone());
    assertThat(decide(once, gone, Map.of()).state().nextCheck())
        .as("within the same day it is no confirmation")
        .isBefore(Instant.MAX);
    Instant later = once.nextCheck();
    Plan twice = new Decider(SOURCE, once, null, later).decide(gone, Identified.NOTHING);
    assertThat(twice.state().nextCheck()).isEqualTo(Instant.MAX);
  }

  @Test
  void selectorsThatNoLongerMatchMakeAPageDrifted() {
    Look.Seen nothing = seen("selectors");
    assertThat(decide(KNOWN, nothing, Map.of()).state().state()).isEqualTo(State.DRIFTED);
    assertThat(decide(KNOWN, nothing, Map.of()).state().validators()).isEqualTo(OLD);
    assertThat(decide(NEW, nothing, Map.of()).state().state()).isEqualTo(State.FAILING);
  }

  @Test
  void aDamagedDocumentWithoutAnyEntryIsAFailure() {
    Parsed parsed = new Parsed("rss 2.0", FeedHead.EMPTY, List.of(), null, List.of(), true);
    Look look =
        new Look.Seen("feed", null, parsed, answer(FRESH), false, "h", null, List.of(), null);
    Plan plan = decide(KNOWN, look, Map.of());
    assertThat(plan.state().state()).isEqualTo(State.FAILING);
    assertThat(plan.state().validators()).isEqualTo(OLD);
  }

  @Test
  void aFeedWithoutEntriesIsFine() {
    assertThat(decide(KNOWN, seen("feed"), Map.of()).state().state()).isEqualTo(State.OK);
  }

  @Test
  void aHeadThatOnlyClaimsANewDateIsTheOldHead() {
    FeedHead before = FeedHead.EMPTY.withUpdated(Instant.parse("2026-11-01T00:00:00Z"));
    Look.Seen look = seen("feed");
    Plan plan = new Decider(SOURCE, KNOWN, before, NOW).decide(look, Identified.NOTHING);
    assertThat(plan.head()).isEqualTo(before);
  }

  private static Plan decide(SourceState old, Look look, Map<String, KnownEntry> known) {
    return new Decider(SOURCE, old, null, NOW)
        .decide(look, new Identified(arrivals(look), known, Map.of(), Set.of()));
  }

  private static List<Arrival> arrivals(Look look) {
    List<Arrival> arrivals = new ArrayList<>();
    if (look instanceof Look.Seen seen) {
      for (Entry entry : seen.parsed().entries()) {
        String title = String.valueOf(entry.title());
        Names names =
            new Names(
                List.of(title),
                List.of(),
                "1:hash of " + title,
                entry.title(),
                null,
                entry.published());
        arrivals.add(new Arrival(names, "urn:" + title, "story", Site.Claim.UNKNOWN, entry, false));
      }
    }
    return arrivals;
  }

  private static Map<String, KnownEntry> known(String key, String hash) {
    Instant before = NOW.minus(Duration.ofDays(1));
    return Map.of(key, new KnownEntry(7, key, before, before, before, hash));
  }

  private static Look.Seen seen(Entry... entries) {
    return seen("feed", entries);
  }

  private static Look.Seen seen(String way, Entry... entries) {
    FeedHead head = FeedHead.EMPTY.withUpdated(NOW);
    Parsed parsed = new Parsed("atom 1.0", head, List.of(entries), null, List.of(), false);
    return new Look.Seen(
        way, null, parsed, answer(FRESH), false, "new hash", null, List.of(), null);
  }

  private static Look.Answer answer(Validators validators) {
    return new Look.Answer(SOURCE.url(), validators, SOURCE.url(), null, null);
  }

  private static Entry dated(String title, String published) {
    return Entry.builder().title(title).published(Instant.parse(published)).build();
  }

  private static Entry undated(@Nullable String title) {
    return Entry.builder().title(title).build();
  }
}
