package dev.transponder.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.model.Entry;
import dev.transponder.model.Rules;
import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Replace;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Variants;
import dev.transponder.render.Format;
import dev.transponder.store.SourceRow;
import dev.transponder.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublisherIT {
  private final FilledStore filled;
  private Instant now = Samples.DAY.plus(Duration.ofDays(1));
  private final InstantSource clock = () -> now;
  private final Publisher publisher;

  PublisherIT(@TempDir Path folder) {
    filled = new FilledStore(folder);
    publisher = new Publisher(filled.store(), clock);
  }

  @BeforeEach
  void fill() {
    filled.put(Samples.row("one"));
    filled.put(Samples.row("two"));
    for (int number = 1; number <= 20; number++) {
      filled.put(Samples.entry(number, number % 2 == 0 ? "two" : "one"));
    }
  }

  @AfterEach
  void close() {
    filled.close();
  }

  @Test
  void theFeedHoldsTheNewestEntries() {
    Edition edition = publisher.publish(Samples.settings(3, true), List.of());
    assertThat(ids(edition)).containsExactly(20L, 19L, 18L);
  }

  @Test
  void aSourceHasNoMoreThanItsLimit() {
    List<Source> limited = List.of(Samples.source("two", 2));
    Edition edition = publisher.publish(Samples.settings(6, true), limited);
    assertThat(ids(edition)).containsExactly(20L, 19L, 18L, 17L, 15L, 13L);
  }

  @Test
  void backlogIsOnThePagesAndNotInTheFeed() {
    filled.putBacklog(Samples.entry(21, "one"));
    Edition edition = publisher.publish(Samples.settings(3, true), List.of());
    assertThat(ids(edition)).containsExactly(20L, 19L, 18L);
    assertThat(publisher.page(edition, 1).getFirst().number()).isEqualTo(21);
  }

  @Test
  void theFeedNamesTheOtherSourcesOfAStoryEachAddressOnce() {
    filled.put(Samples.row("six"));
    Entry own = Samples.entry(21, "one").entry();
    filled.put(Samples.telling("s", Samples.stored(21, "one", own)));
    Entry linking = own.toBuilder().link("https://blog.example/?a=1&b=2").build();
    filled.put(Samples.telling("s", Samples.stored(22, "two", linking)));
    filled.put(Samples.telling("s", Samples.stored(23, "six", linking)));
    String feed = text(publisher.publish(Samples.settings(3, true), List.of()));
    assertThat(feed)
        .containsOnlyOnce("rel=\"related\"")
        .contains(
            "<link rel=\"related\" href=\"https://blog.example/?a=1&amp;b=2\""
                + " title=\"also in Notes of two, Notes of six\"");
  }

  @Test
  void anotherEntryThatHasNoLinkOfItsOwnIsLinkedToOnItsPageHereAndReplacedLinksCount() {
    filled.put(Samples.row("six"));
    Entry entry = Samples.entry(21, "one").entry();
    filled.put(Samples.telling("s", Samples.stored(21, "one", entry)));
    Entry bare = entry.toBuilder().link(null).build();
    filled.put(Samples.telling("s", Samples.stored(22, "two", bare)));
    filled.put(Samples.telling("s", Samples.stored(23, "six", entry)));
    Replace mirror = new Replace(Field.LINK, "one.example.org", "mirror.example.net");
    Source six =
        Variants.withRules(
            Samples.source("six", 0), new Rules(List.of(), List.of(), List.of(mirror)));
    assertThat(text(publisher.publish(Samples.settings(3, true), List.of(six))))
        .contains("href=\"http://localhost:8080/entry/22\" title=\"also in Notes of two\"")
        .contains("href=\"https://mirror.example.net/21\" title=\"also in Notes of six\"");
  }

  @Test
  void withoutAnyChangeTheEditionStays() {
    Edition first = publisher.publish(Samples.settings(), List.of());
    assertThat(publisher.publish(Samples.settings(), List.of())).isSameAs(first);
    assertThat(publisher.edition()).isSameAs(first);
  }

  @Test
  void entriesOfOneSourceAndStoryAreAllInTheFeed() {
    filled.put(
        Samples.telling("changelog", Samples.entry(21, "one")),
        Samples.telling("changelog", Samples.entry(22, "one")));
    filled.put(Samples.telling("changelog", Samples.entry(23, "two")));
    Edition edition = publisher.publish(Samples.settings(3, true), List.of());
    assertThat(ids(edition)).containsExactly(22L, 21L, 20L);
  }

  @Test
  void aChangedStateOfASourceIsShownAfterTenSecondsAndTheFeedStays() {
    Edition first = publisher.publish(Samples.settings(), List.of());
    fail("one");
    now = now.plusSeconds(9);
    assertThat(publisher.publish(Samples.settings(), List.of())).isSameAs(first);
    now = now.plusSeconds(1);
    Edition second = publisher.publish(Samples.settings(), List.of());
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.sources().getFirst().state().state()).isEqualTo(State.FAILING);
    assertThat(second.feed().in(Format.ATOM)).isSameAs(first.feed().in(Format.ATOM));
  }

  @Test
  void aClockThatIsSetBackDelaysNothing() {
    publisher.publish(Samples.settings(), List.of());
    fail("one");
    now = now.minus(Duration.ofHours(1));
    Edition edition = publisher.publish(Samples.settings(), List.of());
    assertThat(edition.sources().getFirst().state().state()).isEqualTo(State.FAILING);
  }

  @Test
  void aNewEntryWithAnOldDateStillIsNewsForThoseWhoAskByDate() {
    publisher.publish(Samples.settings(), List.of());
    now = now.plusSeconds(1);
    filled.put(Samples.entry(21, "one"));
    Instant before = modified(publisher.publish(Samples.settings(), List.of()));
    now = now.plusSeconds(1);
    StoredEntry old = Samples.entry(2, "two");
    filled.put(
        new StoredEntry(
            22,
            "two",
            "late",
            "urn:late",
            "late",
            old.firstSeen(),
            old.rank(),
            old.updated(),
            "v1:late",
            old.entry()));
    Edition second = publisher.publish(Samples.settings(), List.of());
    assertThat(modified(second)).isAfter(before).isEqualTo(now);
  }

  @Test
  void twoVersionsOfOneSecondCannotBeToldApartByDate() {
    publisher.publish(Samples.settings(), List.of());
    now = now.plusSeconds(1);
    filled.put(Samples.entry(21, "one"));
    assertThat(
            publisher.publish(Samples.settings(), List.of()).feed().in(Format.ATOM).lastModified())
        .isEqualTo(now);
    filled.put(Samples.entry(22, "one"));
    assertThat(
            publisher.publish(Samples.settings(), List.of()).feed().in(Format.ATOM).lastModified())
        .isNull();
    now = now.plusSeconds(1);
    filled.put(Samples.entry(23, "one"));
    assertThat(
            publisher.publish(Samples.settings(), List.of()).feed().in(Format.ATOM).lastModified())
        .isEqualTo(now);
  }

  @Test
  void afterARestartTheBytesAndETagsAreTheSame() {
    Edition before = publisher.publish(Samples.settings(), List.of());
    now = now.plus(Duration.ofDays(3));
    Edition after = new Publisher(filled.store(), clock).publish(Samples.settings(), List.of());
    assertThat(after.feed().in(Format.ATOM).identity().bytes())
        .isEqualTo(before.feed().in(Format.ATOM).identity().bytes());
    assertThat(after.feed().in(Format.ATOM).identity().etag())
        .isEqualTo(before.feed().in(Format.ATOM).identity().etag());
    assertThat(after.feed().in(Format.ATOM).gzip().etag())
        .isEqualTo(before.feed().in(Format.ATOM).gzip().etag());
  }

  @Test
  void theFirstEditionHasNoDateAsItMayDifferFromTheLastBeforeTheStart() {
    assertThat(
            publisher.publish(Samples.settings(), List.of()).feed().in(Format.ATOM).lastModified())
        .isNull();
    filled.put(Samples.entry(21, "one"));
    assertThat(
            publisher.publish(Samples.settings(), List.of()).feed().in(Format.ATOM).lastModified())
        .as("within the second of the start")
        .isNull();
  }

  @Test
  void anEmptyStoreGivesAnEmptyFeedAndOnePage(@TempDir Path other) {
    try (FilledStore nothing = new FilledStore(other)) {
      Publisher empty = new Publisher(nothing.store(), clock);
      Edition edition = empty.publish(Samples.settings(), List.of());
      assertThat(text(edition)).contains("<feed").doesNotContain("<entry");
      assertThat(edition.pages()).isEqualTo(1);
      assertThat(empty.page(edition, 1)).isEmpty();
    }
  }

  @Test
  void summariesAreShortAndWholeContentsStayAtTheSource() {
    String words = "word ".repeat(500);
    filled.put(
        Samples.stored(
            21,
            "one",
            Entry.builder().title("Long").content("<p>" + words + " &lt;end</p>").build()));
    filled.put(
        Samples.stored(
            22,
            "one",
            Entry.builder().title("Short").summary("<p>As <b>is</b></p>").content(words).build()));
    String feed = text(publisher.publish(Samples.settings(2, false), List.of()));
    assertThat(feed)
        .contains("&lt;p&gt;As &lt;b&gt;is&lt;/b&gt;&lt;/p&gt;")
        .contains("word…&lt;/p&gt;</summary>")
        .doesNotContain("<content")
        .doesNotContain("end");
  }

  @Test
  void anEntryWithoutTitleAndLinkHasTheFirstWordsAndOurPage() {
    filled.put(
        Samples.stored(21, "one", Entry.builder().summary("<p>Only &amp; text</p>").build()));
    assertThat(text(publisher.publish(Samples.settings(1, true), List.of())))
        .contains("<title>Only &amp; text</title>")
        .contains("href=\"http://localhost:8080/entry/21\"")
        .doesNotContain("<published>");
  }

  @Test
  void datesOfTheFutureAreNotPublished() {
    Instant tomorrow = Samples.DAY.plus(Duration.ofDays(400));
    Entry entry = Entry.builder().title("Soon").published(tomorrow).build();
    filled.put(Samples.stored(21, "one", entry));
    assertThat(text(publisher.publish(Samples.settings(1, true), List.of())))
        .contains("<published>2026-11-22T00:21:00Z</published>");
  }

  @Test
  void whatIsReplacedIsShownAndTheStoreStaysAsItIs() {
    Rules rules =
        new Rules(
            List.of(),
            List.of(),
            List.of(
                new Replace(Field.TITLE, "^Entry", "Note"),
                new Replace(Field.CONTENT, "^Text of ", "<script>")));
    List<Source> sources = List.of(Variants.withRules(Samples.source("two", 0), rules));
    StoredEntry before = filled.store().entry(20);

    Edition plain = publisher.publish(Samples.settings(2, true), List.of());
    Edition replaced = publisher.publish(Samples.settings(2, true), sources);
    assertThat(text(plain)).contains("<title>Entry 20</title>", "<title>Entry 19</title>");
    assertThat(text(replaced))
        .contains("<title>Note 20</title>", "<title>Entry 19</title>")
        .contains("&lt;p&gt;&amp;lt;script&amp;gt;&lt;b&gt;20&lt;/b&gt;");
    assertThat(ids(replaced)).isEqualTo(ids(plain));
    assertThat(publisher.page(replaced, 1).getFirst().title()).isEqualTo("Note 20");
    assertThat(publisher.page(plain, 1).getFirst().title()).isEqualTo("Entry 20");
    assertThat(Objects.requireNonNull(publisher.entry(replaced, 20)).title()).isEqualTo("Note 20");
    assertThat(filled.store().entry(20)).isEqualTo(before);
    Edition again = publisher.publish(Samples.settings(2, true), List.of());
    assertThat(again.feed().in(Format.ATOM).identity().bytes())
        .isEqualTo(plain.feed().in(Format.ATOM).identity().bytes());
  }

  @Test
  void ifTheStoreFailsTheLastEditionStaysInForce() {
    Edition edition = publisher.publish(Samples.settings(), List.of());
    filled.put(Samples.entry(21, "one"));
    filled.close();
    assertThatThrownBy(() -> publisher.publish(Samples.settings(), List.of()))
        .isInstanceOf(StoreException.class);
    assertThat(publisher.edition()).isSameAs(edition);
  }

  private void fail(String source) {
    SourceRow row = Samples.row(source);
    filled.put(
        Samples.row(source, Objects.requireNonNull(row.head()), State.FAILING, "no such host"));
  }

  private static Instant modified(Edition edition) {
    return Objects.requireNonNull(edition.feed().in(Format.ATOM).lastModified());
  }

  private static String text(Edition edition) {
    return new String(edition.feed().in(Format.ATOM).identity().bytes(), UTF_8);
  }

  private static List<Long> ids(Edition edition) {
    return Pattern.compile("<id>urn:entry:([0-9]+)</id>")
        .matcher(text(edition))
        .results()
        .map((MatchResult found) -> Long.valueOf(found.group(1)))
        .toList();
  }
}
