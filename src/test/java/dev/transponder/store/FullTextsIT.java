package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.entry;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.ok;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.FullText;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Plan;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.WaitingEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of full texts that entries have or wait for. */
@ParameterizedClass
@EnumSource
final class FullTextsIT {
  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  FullTextsIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = Store.open(database.freshUrl(folder));
    store.sync(sources("a", "b"), NOW);
    Samples.apply(
        store,
        plan(
            "a",
            wants("1", FullText.WANTED),
            wants("2", FullText.HAD),
            wants("3", FullText.NONE),
            wants("4", FullText.WANTED.missed())));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void thoseThatWaitComeBackNewestFirstAndOnlyTheirOwnSources() {
    assertThat(store.waiting("a", 9))
        .extracting(entry -> entry.stored().key() + " " + entry.fullText().tries())
        .containsExactly("4 2", "1 3");
    assertThat(store.waiting("a", 1)).hasSize(1);
    assertThat(store.waiting("b", 9)).isEmpty();
  }

  @Test
  void aTextThatComesLaterIsTheContentAndMovesUpdated() {
    assertThat(apply("a", 1, "<p>Whole</p>", FullText.HAD).updated()).isEqualTo(1);
    StoredEntry entry = Objects.requireNonNull(store.entry(1));
    assertThat(entry.entry().content()).isEqualTo("<p>Whole</p>");
    assertThat(entry.updated()).isEqualTo(NOW.plus(HOUR));
    assertThat(entry.hash()).isEqualTo("hash of 1");
    assertThat(known("1").fullText()).isTrue();
    assertThat(waiting()).containsExactly("4");
  }

  @Test
  void aTryThatGaveNothingIsCountedAndTheLastOneForgotten() {
    WaitingEntry waiting = store.waiting("a", 1).getFirst();
    assertThat(apply("a", 4, null, waiting.fullText().missed()).updated()).isZero();
    assertThat(store.waiting("a", 1).getFirst().fullText().tries()).isEqualTo(1);
    apply("a", 4, null, FullText.NONE);
    assertThat(waiting()).containsExactly("1");
    assertThat(known("4").fullText()).isFalse();
  }

  @Test
  void anotherSourceAndAnEntryThatDoesNotWaitAreLeftAlone() {
    apply("b", 1, "<p>Taken over</p>", FullText.HAD);
    apply("a", 3, "<p>Never asked for</p>", FullText.HAD);
    assertThat(store.newest(0, 9))
        .extracting(entry -> entry.entry().content())
        .allMatch(content -> String.valueOf(content).startsWith("<p>All of"));
  }

  @Test
  void aChangeKeepsTheFullTextOrTakesItBack() {
    Plan.Update keeps = new Plan.Update(2, "s", NOW, "h", entry("new"), true, 0);
    Samples.apply(store, plan("a", null, keeps));
    assertThat(content(2)).isEqualTo("<p>All of 2</p>");
    assertThat(known("2").fullText()).isTrue();
    Samples.apply(store, plan("a", null, new Plan.Update(2, "s", NOW, "h", entry("new"))));
    assertThat(content(2)).isEqualTo("<p>All of new</p>");
    assertThat(known("2").fullText()).isFalse();
  }

  private static Plan.Insert wants(String key, FullText text) {
    return insert(key).with(entry(key), text);
  }

  private Applied apply(String source, long number, @Nullable String content, FullText text) {
    Plan.Text one = new Plan.Text(number, NOW.plus(HOUR), content, text);
    return Samples.apply(
        store, new Plan(ok(source), null, List.of(), List.of(), List.of(one), Plan.Roll.NONE));
  }

  private List<String> waiting() {
    return store.waiting("a", 9).stream().map(entry -> entry.stored().key()).toList();
  }

  private KnownEntry known(String key) {
    return store.known("a", List.of(key)).values().iterator().next().getFirst();
  }

  private @Nullable String content(long number) {
    StoredEntry entry = store.entry(number);
    return entry == null ? null : entry.entry().content();
  }
}
