package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.FullText;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.WaitingEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FullTextPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant EARLIER = NOW.minusSeconds(3_600);
  private static final SourceState NEW =
      SourceState.fresh(Source.of("s", "https://e.org/feed"), NOW).withResult("2 new");

  @Test
  void theNewestOfTheNewComeFirstAndThenThoseThatWait() {
    Plan plan = plan(read(), List.of(insert("old", "/old"), insert("new", "/new")), List.of());
    FullTextPlan texts = new FullTextPlan(plan, List.of(waiting("late", FullText.WANTED)));
    assertThat(texts.wanted()).extracting(Wanted::key).containsExactly("new", "old", "late");
  }

  @Test
  void aSourceThatCouldNotBeReadHasNoPagesAskedFor() {
    Plan failed = plan(NEW, List.of(), List.of());
    assertThat(new FullTextPlan(failed, List.of(waiting("a", FullText.WANTED))).wanted()).isEmpty();
  }

  @Test
  void anEntryWithoutALinkIsWhatItsDocumentSays() {
    Plan plan = plan(read(), List.of(insert("a", null)), List.of());
    FullTextPlan texts = new FullTextPlan(plan, List.of());
    assertThat(texts.wanted()).isEmpty();
    assertThat(texts.with(Map.of(), NOW)).isEqualTo(plan);
  }

  @Test
  void whatWasHadMissedOrNotAskedForIsRememberedAndTheHashStays() {
    Plan plan =
        plan(read(), List.of(insert("a", "/a"), insert("b", "/b"), insert("c", "/c")), List.of());
    Plan filled =
        new FullTextPlan(plan, List.of())
            .with(Map.of("a", new PageAnswer.Had("whole"), "b", new PageAnswer.Missed("404")), NOW);
    assertThat(filled.inserts())
        .extracting(Plan.Insert::fullText)
        .containsExactly(FullText.HAD, FullText.WANTED.missed(), FullText.WANTED);
    assertThat(filled.inserts().getFirst().entry().content()).isEqualTo("whole");
    assertThat(filled.inserts())
        .extracting(Plan.Insert::hash)
        .isEqualTo(plan.inserts().stream().map(Plan.Insert::hash).toList());
    assertThat(filled.state().lastResult()).isEqualTo("2 new (full text of 1 of 3)");
  }

  @Test
  void aLateTextMovesUpdatedAndAMissDoesNot() {
    Plan plan = plan(read(), List.of(), List.of());
    List<WaitingEntry> waiting =
        List.of(waiting("a", FullText.WANTED), waiting("b", FullText.WANTED.missed().missed()));
    Plan filled =
        new FullTextPlan(plan, waiting)
            .with(Map.of("a", new PageAnswer.Had("whole"), "b", new PageAnswer.Missed("404")), NOW);
    assertThat(filled.texts())
        .containsExactly(
            new Plan.Text(1, NOW, "whole", FullText.HAD),
            new Plan.Text(1, EARLIER, null, FullText.NONE));
  }

  @Test
  void anEntryThatTheDocumentChangesNowWaitsForTheNextRefresh() {
    Plan.Update update = new Plan.Update(1, "s", NOW, "h", Entry.builder().build());
    Plan plan = plan(read(), List.of(), List.of(update));
    assertThat(new FullTextPlan(plan, List.of(waiting("a", FullText.WANTED))).wanted()).isEmpty();
  }

  private static SourceState read() {
    return new SourceState(
        "s",
        NEW.firstUrl(),
        null,
        "feed",
        SourceState.State.OK,
        NEW.validators(),
        null,
        "hash",
        NOW,
        "",
        NOW,
        "2 new",
        0,
        NEW.habits());
  }

  private static Plan plan(
      SourceState state, List<Plan.Insert> inserts, List<Plan.Update> updates) {
    return new Plan(state, null, inserts, updates);
  }

  private static Plan.Insert insert(String key, @Nullable String path) {
    String link = path == null ? null : "https://e.org" + path;
    Entry entry = Entry.builder().title(key).link(link).build();
    return new Plan.Insert(key, "urn:" + key, "s", NOW, NOW, NOW, "hash of " + key, entry);
  }

  private static WaitingEntry waiting(String key, FullText text) {
    Entry entry = Entry.builder().title(key).link("https://e.org/" + key).build();
    return new WaitingEntry(
        new StoredEntry(1, "s", key, "urn:" + key, "s", EARLIER, EARLIER, EARLIER, "h", entry),
        text);
  }
}
