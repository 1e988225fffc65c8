package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NODE;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import dev.transponder.model.Plan;
import dev.transponder.model.Verdicts;
import dev.transponder.store.StoryBook.Other;
import dev.transponder.store.StoryBook.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class StoryBookIT {
  private static final String TEXT = "one two three four five six seven eight nine ten";

  private final TestDatabase database;
  @TempDir private Path folder;
  private Store store;

  StoryBookIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = Store.open(database.freshUrl(folder));
    store.sync(sources("a", "b", "c", "d"), NOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatSharesALinkSaysSoAndKeepsTheGuidOfItsDocument() {
    bring("a", insert("1", "s", NOW), TEXT);
    Plan.Insert second = insert("2", "s", NOW);
    Entry entry = second.entry().toBuilder().guid(new Guid("Raw:1", Guid.Kind.TEXT)).build();
    bring("b", with(second, entry), "something else entirely");

    assertThat(store.stories().others(List.of(1L, 2L)))
        .isEqualTo(
            Map.of(
                1L, List.of(new Other(told(2, "b", "Raw:1", "2"), Reason.LINK)),
                2L, List.of(new Other(told(1, "a", null, "1"), Reason.LINK))));
    assertThat(stories())
        .containsExactly(
            new Told(List.of(told(1, "a", null, "1"), told(2, "b", "Raw:1", "2")), Reason.LINK));
  }

  @Test
  void aLinkCountsMoreThanALikeness() {
    bring("a", insert("1", "s", NOW), TEXT);
    bring("b", insert("2", "s", NOW), TEXT + " eleven");
    assertThat(reasons(1)).containsExactly("shared link");
    assertThat(stories()).extracting(Told::reason).containsExactly(Reason.LINK);
  }

  @Test
  void aLikenessIsTheirOwnAndElseTheLowestOnTheBestWay() {
    bring("a", insert("1"), "one two three four five six seven eight nine ten");
    bring("b", insert("2"), "one two three four five six seven eight nine");
    bring("c", insert("3"), "one two three four five");
    bring("d", insert("4"), "one two three four");

    assertThat(reasons(1)).containsExactly("likeness 0.90", "likeness 0.50", "likeness 0.55…");
    assertThat(reasons(4)).containsExactly("likeness 0.55…", "likeness 0.55…", "likeness 0.80");
    assertThat(stories()).hasSize(1);
    assertThat(stories().getFirst().reason().words()).isEqualTo("likeness 0.55");
    assertThat(stories().getFirst().entries()).hasSize(4);
  }

  @Test
  void linksAndLikenessesLeadOnTogether() {
    bring("a", insert("1", "s", NOW), "short");
    bring("b", insert("2", "s", NOW), TEXT);
    bring("c", insert("3"), TEXT);
    assertThat(reasons(1)).containsExactly("shared link", "likeness 1.00…");
    assertThat(stories().getFirst().reason().words()).isEqualTo("likeness 1.00");
  }

  @Test
  void anEntryOfAnUnlistedSourceIsNotNamedButStillLeadsFromOneToTheOther() {
    bring("a", insert("1"), "one two three four five six seven eight nine ten");
    bring("b", insert("2"), "one two three four five six seven");
    bring("c", insert("3"), "one two three four");
    store.sync(sources("a", "c", "d"), NOW);
    assertThat(reasons(1)).containsExactly("likeness 0.57…");
    store.sync(sources("a", "d"), NOW);
    assertThat(store.stories().others(List.of(1L))).isEmpty();
    assertThat(stories()).isEmpty();
  }

  @Test
  void entriesOfOneSourceAloneAreNotListedAsAStory() {
    bring("a", insert("1", "s", NOW), TEXT);
    bring("a", insert("2", "s", NOW), TEXT);
    assertThat(stories()).isEmpty();
    bring("b", insert("3", "s", NOW), TEXT);
    assertThat(stories()).extracting(told -> told.entries().size()).containsExactly(3);
  }

  @Test
  void theNewestStoriesComeFirstAndAListThatIsCutSaysSo() {
    for (int number = 1; number <= 5; number++) {
      String story = "s" + number;
      bring("a", insert("a" + number, story, NOW.plusSeconds(number)), story);
      bring("b", insert("b" + number, story, NOW.plusSeconds(number)), story);
    }
    StoryBook.Newest newest = store.stories().newest(3);
    assertThat(newest.complete()).isFalse();
    assertThat(newest.stories())
        .extracting(told -> told.entries().getFirst().number())
        .containsExactly(9L, 7L, 5L);
    assertThat(store.stories().newest(5).complete()).isTrue();
    assertThat(store.stories().newest(5).stories()).hasSize(5);
  }

  @Test
  void aSourceThatGivesAllItsEntriesOneLinkDoesNotHideTheOthers() {
    Plan.Insert[] many =
        IntStream.range(0, 2_500)
            .mapToObj(number -> insert("a" + number, "home", NOW.plusSeconds(number)))
            .toArray(Plan.Insert[]::new);
    store.claimNow(NODE, "a", NOW.plus(Duration.ofDays(1)), HOUR);
    store.apply(NODE, plan("a", many));
    bring("b", insert("b", "home", NOW), TEXT);
    bring("c", insert("c", "other", NOW), "another");
    bring("d", insert("d", "other", NOW), "another");

    assertThat(store.stories().others(List.of(2_000L)).get(2_000L))
        .extracting(other -> other.entry().sourceId())
        .contains("b")
        .hasSizeLessThan(30);
    assertThat(stories()).hasSize(2);
  }

  private List<Told> stories() {
    return store.stories().newest(100).stories();
  }

  /** Why each of the others is in the story of this one; with a mark for what leads over others. */
  private List<String> reasons(long number) {
    return store.stories().others(List.of(number)).getOrDefault(number, List.of()).stream()
        .map(Other::reason)
        .map(reason -> reason.words() + (reason.direct() ? "" : "…"))
        .toList();
  }

  private void bring(String source, Plan.Insert insert, String text) {
    store.claimNow(NODE, source, NOW.plus(Duration.ofDays(1)), HOUR);
    Words words = Words.of(Map.of(insert.key(), text));
    assertThat(store.apply(NODE, plan(source, insert), Verdicts.NONE, words).stored()).isTrue();
  }

  private static StoryEntry told(long number, String source, @Nullable String guid, String key) {
    return new StoryEntry(number, source, guid, "https://example.org/" + key, false);
  }

  private static Plan.Insert with(Plan.Insert of, Entry entry) {
    return new Plan.Insert(
        of.key(), of.atomId(), of.story(), NOW, of.rank(), of.updated(), of.hash(), entry);
  }
}
