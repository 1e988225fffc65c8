package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Settings.Retention;
import dev.transponder.model.Source;
import dev.transponder.refresh.Received.Item;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no news does not come into the feeds, however it arrives; pages show all of it. */
final class FloodIT {
  private static final Source SOURCE = Source.of("a", "https://a.example/feed");

  @TempDir private Path folder;
  private Received received;

  @BeforeEach
  void open() {
    received = new Received(folder);
    received.follow(SOURCE);
  }

  @AfterEach
  void close() {
    received.close();
  }

  @Test
  void ofANewSourceTenEntriesAreNews() {
    received.refresh(SOURCE, items(1, 40));
    assertThat(received.entries()).hasSize(40);
    assertThat(received.fed()).isEqualTo(10);
    assertThat(received.store().newestFed(0, 1).getFirst().entry().title()).isEqualTo("Note 40 A");
    received.refresh(SOURCE, items(2, 41));
    assertThat(received.fed()).isEqualTo(11);
  }

  @Test
  void aSiteThatGivesAllItsEntriesOtherIdsAndLinksIsQuiet() {
    received.refresh(SOURCE, items(1, 30));
    received.refresh(
        SOURCE,
        Stream.of(items(1, 31))
            .map(item -> item.guid("new " + item.guid()).link("https://a.example/n/" + item.guid()))
            .map(item -> item.text("<p>All new: " + item.title() + "</p>"))
            .map(item -> item.title(item.title() + "!"))
            .toArray(Item[]::new));
    assertThat(received.entries()).as("nothing is lost").hasSize(61);
    assertThat(received.fed()).as("the one that is new is news").isEqualTo(11);
  }

  @Test
  void soIsOneThatHasNoDatesIfTheTitlesAreKnown() {
    received.refresh(SOURCE, undated(items(1, 30)));
    received.refresh(
        SOURCE,
        undated(
            Stream.of(items(1, 31))
                .map(i -> i.guid("new " + i.guid()).link("https://a.example/n/" + i.guid()))
                .map(item -> item.text("<p>All new: " + item.title() + "</p>"))
                .toArray(Item[]::new)));
    assertThat(received.fed()).isEqualTo(11);
  }

  @Test
  void aBusySourceWhoseDocumentHasMovedOnAsAWholeIsNews() {
    received.refresh(SOURCE, items(1, 20));
    received.refresh(SOURCE, items(21, 40));
    assertThat(received.fed()).isEqualTo(30);
    received.refresh(SOURCE, undated(items(41, 60)));
    assertThat(received.fed()).isEqualTo(50);
  }

  @Test
  void aLateEntryWithAnOldDateIsNews() {
    received.refresh(SOURCE, items(2, 21));
    received.refresh(SOURCE, items(1, 21));
    assertThat(received.fed()).isEqualTo(11);
  }

  @Test
  void aPurgedEntryDoesNotComeBackByAnyOfItsNames() {
    Item[] all = items(1, 12);
    received.refresh(SOURCE, all);
    received.refresh(SOURCE, Stream.of(all).skip(4).toArray(Item[]::new));
    received.pass(Duration.ofDays(20));
    assertThat(purge()).isEqualTo(4);
    assertThat(received.titles()).hasSize(8);
    received.refresh(SOURCE, all);
    received.restart();
    received.refresh(
        SOURCE, Stream.of(all).map(item -> item.guid("new " + item.guid())).toArray(Item[]::new));
    received.refresh(
        SOURCE,
        Stream.of(all)
            .map(item -> item.guid("new " + item.guid()).text("<p>Another text.</p>"))
            .toArray(Item[]::new));
    assertThat(received.titles()).hasSize(8);
    received.pass(Duration.ofDays(800));
    assertThat(purge()).as("what the document holds is not purged").isZero();
    received.refresh(SOURCE, all);
    assertThat(received.titles()).hasSize(8);
  }

  private long purge() {
    return received
        .store()
        .purge(new Retention(Duration.ofDays(10), 1_000), received.instant(), () -> true);
  }

  private static Item[] undated(Item... items) {
    return Stream.of(items).map(item -> item.date(null)).toArray(Item[]::new);
  }

  /** The newest first, as in most feeds; one came each hour. */
  private static Item[] items(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            i ->
                new Item(
                    "g" + i,
                    "https://a.example/note-" + i,
                    "Note " + i + " A",
                    "<p>It tells of the harbour and of day " + i + ".</p>",
                    Received.START.minus(Duration.ofHours(70 - i)).toString()))
        .toList()
        .reversed()
        .toArray(Item[]::new);
  }
}
