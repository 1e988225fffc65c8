package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.refresh.Received.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that call their entries by other names each day, from the bytes to the store. */
final class IdentityIT {
  private static final Source SOURCE = Source.of("a", "https://a.example/feed");
  private static final Item ONE =
      new Item(
          "https://a.example/?p=1",
          "https://a.example/2026/the-ferry",
          "The ferry",
          "<p>The ferry to the island will not run on Sunday.</p>",
          "Sat, 21 Nov 2026 10:00:00 GMT");
  private static final Item TWO =
      new Item(
          "https://a.example/?p=2",
          "https://a.example/2026/the-museum",
          "The museum",
          "<p>The museum has bought a painting of the harbour.</p>",
          "Fri, 20 Nov 2026 10:00:00 GMT");

  @TempDir private Path folder;
  private Received received;

  @BeforeEach
  void open() {
    received = new Received(folder);
    received.follow(SOURCE);
    received.refresh(SOURCE, ONE, TWO);
  }

  @AfterEach
  void close() {
    received.close();
  }

  @Test
  void aChangedGuidMakesNoNewEntry() {
    nothingNew(item -> item.guid(item.guid() + "&new"));
  }

  @Test
  void aGuidThatAlternatesMakesNoNewEntry() {
    for (int i = 0; i < 3; i++) {
      nothingNew(item -> item.guid(item.guid() + "&new"));
      nothingNew(item -> item);
    }
  }

  /** Once a GUID has belonged to an entry it is its own, whatever else changes later. */
  @Test
  void aGuidOfBeforeIsEnoughAfterwards() {
    nothingNew(item -> item.guid(item.guid() + "&new"));
    received.refresh(
        SOURCE,
        ONE.guid(ONE.guid() + "&new")
            .title("The ferry runs")
            .text("<p>After all, it does run.</p>"),
        TWO);
    received.refresh(
        SOURCE, ONE.title("The ferry rests").text("<p>And again it does not.</p>"), TWO);
    assertThat(received.titles()).containsExactly("The museum", "The ferry rests");
  }

  @Test
  void anotherHostMakesNoNewEntryButItsLinkIsFollowed() {
    Item moved = onHost(ONE, "new.example");
    nothingNew(item -> onHost(item, "new.example"));
    assertThat(received.entries()).extracting(entry -> entry.entry().link()).contains(moved.link());
  }

  @Test
  void httpAndHttpsMayAlternateAndNothingIsWritten() {
    long revision = received.store().revision();
    for (int i = 0; i < 3; i++) {
      nothingNew(item -> swap(item, "https://", "http://"));
      nothingNew(item -> swap(item, "https://a.", "https://www.a."));
      nothingNew(item -> item);
    }
    assertThat(received.store().revision()).isEqualTo(revision);
  }

  @Test
  void trackingParametersMayChangeEachDay() {
    long revision = received.store().revision();
    for (String tracking : List.of("utm_source=rss&utm_id=1", "fbclid=x", "gclid=y", "mc_eid=z")) {
      nothingNew(
          item -> item.link(item.link() + "?" + tracking).guid(item.link() + "?" + tracking));
      nothingNew(
          item -> item.text(item.text() + "<a href='https://b.example/?" + tracking + "'></a>"));
    }
    assertThat(received.store().revision()).isEqualTo(revision);
  }

  @Test
  void aTokenInLinksMayChangeEachDayAndIsNotRemembered() {
    received.refresh(SOURCE, withToken(ONE, 1), withToken(TWO, 1));
    for (int i = 2; i < 9; i++) {
      int token = i;
      nothingNew(item -> withToken(item, token));
    }
    assertThat(received.entries().getFirst().entry().link()).endsWith("?sid=8");
  }

  private static Item withToken(Item item, int token) {
    String link = item.link() + "?sid=" + token;
    return item.link(link).guid(link);
  }

  @Test
  void guidsMayBeAllTheSameForADay() {
    nothingNew(item -> item.guid("N/A"));
    nothingNew(item -> item.guid(null));
    nothingNew(item -> item);
  }

  /** Each day the one entry of the document, under one GUID for all. */
  @Test
  void anEntryThatHasTheGuidOfAnotherOneDoesNotReplaceIt() {
    received.refresh(SOURCE, ONE.guid("N/A"));
    received.refresh(SOURCE, TWO.guid("N/A"));
    Item third = item("3").guid("N/A");
    received.refresh(SOURCE, third);
    received.refresh(SOURCE, third.text("<p>What is new in it now is this sentence.</p>"));
    received.refresh(SOURCE, ONE.guid("N/A"), TWO.guid("N/A"), third.guid("N/A"));
    assertThat(received.titles()).containsExactly("The museum", "The ferry", "Entry 3");
  }

  @Test
  void guidsThatAreGivenToOtherEntriesMoveNothing() {
    nothingNew(item -> item.guid(item.equals(ONE) ? TWO.guid() : ONE.guid()));
    nothingNew(item -> item);
    assertThat(received.entries())
        .extracting(entry -> entry.entry().link())
        .containsExactly(TWO.link(), ONE.link());
  }

  @Test
  void aRepeatedGuidIsNoNewEntryForTheOneThatHadIt() {
    Item second = item("2").guid(ONE.guid());
    received.refresh(SOURCE, second, ONE, TWO);
    received.refresh(SOURCE, second);
    received.refresh(SOURCE, ONE, second, TWO);
    assertThat(received.titles()).containsExactly("The museum", "The ferry", "Entry 2");
  }

  @Test
  void entriesWithoutGuidThatShareLinkAndDateAreAllKeptAndMayBeEdited() {
    Source shop = received.follow(Source.of("shop", "https://shop.example/feed"));
    Item[] shirts =
        IntStream.range(0, 6)
            .mapToObj(
                i -> item("shirt " + (char) ('A' + i)).guid(null).link("https://shop.example/"))
            .map(shirt -> shirt.date("Sat, 21 Nov 2026 00:00:00 GMT"))
            .toArray(Item[]::new);
    received.refresh(shop, shirts);
    assertThat(received.titles()).hasSize(8);
    List<String> ids = received.ids();
    shirts[2] = shirts[2].text("<p>It comes in blue and in green by now.</p>");
    received.refresh(shop, shirts);
    assertThat(received.ids()).isEqualTo(ids);
    shirts[3] = shirts[3].title("Shirt of the day");
    received.refresh(shop, shirts);
    assertThat(received.ids()).isEqualTo(ids);
    assertThat(received.titles()).contains("Shirt of the day");
  }

  @Test
  void anotherOrderMakesNoNewEntry() {
    List<String> ids = received.ids();
    Item same = item("same").guid(null).link("https://a.example/");
    received.refresh(SOURCE, same, ONE, same, TWO);
    received.refresh(SOURCE, TWO, same, same, ONE);
    assertThat(received.ids()).hasSize(3).containsAll(ids);
  }

  @Test
  void theReportOfTomorrowIsAnotherEntryThoughTitleAndLinkAreTheSame() {
    Item report =
        new Item(
            "r1",
            "https://a.example/report",
            "Daily report",
            "<p>Four ships came in, and one left.</p>",
            "Sat, 21 Nov 2026 10:00:00 GMT");
    received.refresh(SOURCE, report);
    Item next = report.guid("r2").text("<p>No ship came in at all today.</p>");
    received.refresh(SOURCE, next.date("Sun, 22 Nov 2026 10:00:00 GMT"));
    assertThat(received.titles()).filteredOn("Daily report"::equals).hasSize(2);
    received.refresh(SOURCE, next.guid("r3").date(null), report.date(null));
    assertThat(received.titles()).filteredOn("Daily report"::equals).hasSizeGreaterThan(1);
  }

  @Test
  void anEntryEditedInPlaceIsUpdatedOnceForEachChange() {
    Instant first = received.updated().getLast();
    Item edited = ONE.text("<p>The ferry to the island will run on Sunday after all.</p>");
    received.refresh(SOURCE, edited, TWO);
    Instant second = received.updated().getLast();
    assertThat(second).isEqualTo(received.instant()).isAfter(first);
    received.refresh(SOURCE, TWO, edited);
    received.refresh(SOURCE, edited.text(edited.text() + " "), TWO);
    assertThat(received.updated().getLast()).isEqualTo(second);
    received.refresh(SOURCE, edited.title("The ferry runs"), TWO);
    assertThat(received.updated().getLast()).isEqualTo(received.instant());
    assertThat(received.ids()).hasSize(2);
  }

  @Test
  void whatChangesByItselfIsNoUpdate() {
    String text = "<p lang='en' dir='ltr'>The ferry to the island will not run on Sunday.</p>";
    String furniture = "<p>12 comments</p><div>Advertisement: buy a boat</div>";
    received.refresh(SOURCE, ONE.text(text + furniture), TWO.text(furniture + TWO.text()));
    List<Instant> updated = received.updated();
    for (String other :
        List.of(
            text + "<p>12 comments</p><div>Advertisement: buy a bike</div>",
            text.replace("lang='en' dir='ltr'", "dir='ltr' lang='en'") + furniture,
            text.replace(" ", " \n ").replace("p>", "div>") + furniture,
            text + "<p>130 comments</p><div>Advertisement: buy a boat</div>")) {
      received.refresh(SOURCE, ONE.text(other), TWO.text(furniture + TWO.text()));
      assertThat(received.updated()).as(other).isEqualTo(updated);
    }
    assertThat(received.entries().getLast().entry().summary()).contains("130 comments");
  }

  @Test
  void aPageWhoseFeedIsFoundLaterShowsNothingTwice() {
    Source page = received.follow(Source.of("page", "https://page.example/"));
    String head = "<!DOCTYPE html><title>Notes</title>";
    received.refresh(page, head + list(8));
    assertThat(received.store().state("page").kind()).isEqualTo("listing");
    assertThat(received.titles()).hasSize(10);
    List<String> ids = received.ids();
    received.put("https://page.example/feed", Received.rss(feed(9)));
    String link = "<link rel=alternate type=application/rss+xml href=/feed>";
    received.refresh(page, head + link + "<p>All is new here.</p>");
    assertThat(received.store().state("page").kind()).isEqualTo("discovered");
    assertThat(received.ids()).hasSize(11).startsWith(ids.toArray(String[]::new));
  }

  /** The same refresh again with every entry changed in the same way. */
  private void nothingNew(UnaryOperator<Item> change) {
    List<String> ids = received.ids();
    List<Instant> updated = received.updated();
    List<Instant> firstSeen = firstSeen();
    received.restart();
    RefreshResult result = received.refresh(SOURCE, change.apply(ONE), change.apply(TWO));
    assertThat(result.message()).startsWith("nothing new").doesNotContain("changed");
    assertThat(received.ids()).isEqualTo(ids);
    assertThat(received.updated()).isEqualTo(updated);
    assertThat(firstSeen()).isEqualTo(firstSeen);
    assertThat(received.titles()).containsExactly(TWO.title(), ONE.title());
  }

  private List<Instant> firstSeen() {
    return received.entries().stream().map(StoredEntry::firstSeen).toList();
  }

  private static Item item(String name) {
    return new Item(
        "guid " + name,
        "https://a.example/" + name.replace(' ', '-'),
        "Entry " + name,
        "<p>All that is to be said of %s is said here.</p>".formatted(name),
        null);
  }

  private static Item onHost(Item item, String host) {
    return swap(item, "a.example", host);
  }

  private static Item swap(Item item, String what, String by) {
    return item.guid(replaced(item.guid(), what, by)).link(replaced(item.link(), what, by));
  }

  private static @Nullable String replaced(@Nullable String text, String what, String by) {
    return text == null ? null : text.replace(what, by);
  }

  private static String list(int newest) {
    return IntStream.rangeClosed(1, newest)
        .mapToObj(
            i ->
                """
                <div class="card"><h2><a href="/note/%1$d">Note %1$d of the harbour</a></h2>
                <time datetime="2026-10-%2$02d">2026-10-%2$02d</time><p>It tells of ships and of the weather
                on day %1$d, at some length, and then it ends.</p></div>
                """
                    .formatted(i, i))
        .reduce("", (all, card) -> card + all);
  }

  private static Item[] feed(int newest) {
    return IntStream.rangeClosed(1, newest)
        .mapToObj(
            i ->
                new Item(
                    "n" + i,
                    "https://page.example/note/" + i,
                    "Note " + i + " of the harbour",
                    "<p>It tells of ships, and of more than the list shows of number "
                        + i
                        + ".</p>",
                    "2026-10-%02dT14:30:00Z".formatted(i)))
        .toArray(Item[]::new);
  }
}
