package dev.transponder.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feeds of categories and of single sources. */
final class KeptFeedsIT {
  private static final Pattern ID = Pattern.compile("<id>urn:entry:(\\d+)</id>");

  private final FilledStore filled;
  private Instant now = Samples.DAY.plus(Duration.ofDays(1));
  private final Publisher publisher;

  KeptFeedsIT(@TempDir Path folder) {
    filled = new FilledStore(folder);
    publisher = new Publisher(filled.store(), () -> now);
  }

  @BeforeEach
  void fill() {
    filled.put(Samples.row("one", "News"));
    filled.put(Samples.row("two", "C++"));
    filled.put(Samples.row("three", "news"));
    for (int number = 1; number <= 9; number++) {
      filled.put(Samples.entry(number, List.of("one", "two", "three").get(number % 3)));
    }
  }

  @AfterEach
  void close() {
    filled.close();
  }

  @Test
  void aCategoryHoldsTheNewestEntriesOfItsSourcesHoweverItIsWritten() {
    Edition edition = publish();
    assertThat(edition.categories())
        .extracting(Category::path)
        .containsExactly("category/news/", "category/" + Category.slug("C++") + "/");
    assertThat(ids("category/news/atom.xml")).containsExactly(9L, 8L, 6L, 5L, 3L, 2L);
    assertThat(text("category/news/atom.xml"))
        .contains("<title>News · INCOMING TRANSMISSION</title>")
        .contains("href=\"http://localhost:8080/category/news/atom.xml\"");
  }

  @Test
  void aSourceIsLimitedInItsCategoryAndNotInItsOwnFeed() {
    publish(Samples.source("one", 1), Samples.source("two", 0), Samples.source("three", 0));
    assertThat(ids("category/news/atom.xml")).containsExactly(9L, 8L, 5L, 2L);
    assertThat(ids("source/one/atom.xml")).containsExactly(9L, 6L, 3L);
  }

  @Test
  void theFeedOfASourceHoldsItsBacklogAndTheStoriesThatOthersLead() {
    filled.putBacklog(Samples.entry(10, "one"));
    filled.put(Samples.telling("story-7", Samples.entry(11, "one")));
    publish();
    assertThat(ids("source/one/atom.xml")).containsExactly(11L, 10L, 9L, 6L, 3L);
    assertThat(ids("atom.xml")).doesNotContain(10L, 11L).contains(7L);
  }

  @Test
  void aStoryThatAnotherCategoryLeadsIsToldOnceInThisOne() {
    filled.put(Samples.telling("story-7", Samples.entry(10, "one")));
    filled.put(Samples.telling("story-7", Samples.entry(11, "three")));
    publish();
    assertThat(ids("category/news/atom.xml")).contains(10L).doesNotContain(7L, 11L);
  }

  @Test
  void aCategoryIsRenderedAgainWhenAnEntryComesAndStaysOtherwise() {
    publish();
    Renditions before = document("category/news/rss.xml");
    Renditions other = document("category/" + Category.slug("C++") + "/feed.json");
    now = now.plusSeconds(1);
    filled.put(Samples.entry(10, "one"));
    publish();
    assertThat(ids("category/news/atom.xml")).startsWith(10L);
    assertThat(document("category/news/rss.xml")).isNotSameAs(before);
    assertThat(document("category/news/rss.xml").lastModified()).isEqualTo(now);
    assertThat(document("category/" + Category.slug("C++") + "/feed.json")).isSameAs(other);
  }

  @Test
  void theFeedOfASourceThatWasAskedForIsKeptUpToDate() {
    publish();
    Renditions before = document("source/one/feed.json");
    assertThat(document("source/one/feed.json")).isSameAs(before);
    now = now.plusSeconds(1);
    filled.put(Samples.entry(10, "two"));
    publish();
    assertThat(document("source/one/feed.json")).isSameAs(before);
    filled.put(
        Samples.stored(11, "one", Entry.builder().title("Fresh").content("<p>new</p>").build()));
    now = now.plus(Duration.ofMinutes(1));
    publish();
    assertThat(new String(document("source/one/feed.json").identity().bytes(), UTF_8))
        .contains("\"title\":\"Fresh\"");
    assertThat(document("source/one/feed.json").lastModified()).isEqualTo(now);
  }

  @Test
  void whatNobodyAsksForADayIsForgottenAndMadeAnewWithTheSameBytes() {
    publish();
    Renditions before = document("source/one/atom.xml");
    now = now.plus(Duration.ofHours(25));
    publish();
    Renditions after = document("source/one/atom.xml");
    assertThat(after).isNotSameAs(before);
    assertThat(after.identity().etag()).isEqualTo(before.identity().etag());
    assertThat(after.gzip().etag()).isEqualTo(before.gzip().etag());
  }

  @Test
  void thousandsOfSourcesDoNotFillTheMemory() {
    String large = "x".repeat(400_000);
    for (int number = 10; number < 70; number++) {
      String id = "large-" + number;
      filled.put(Samples.row(id));
      filled.put(Samples.stored(number, id, Entry.builder().content(large).build()));
    }
    publish();
    Renditions first = document("source/large-10/atom.xml");
    Renditions last = first;
    for (int number = 11; number < 70; number++) {
      now = now.plusSeconds(1);
      last = document("source/large-" + number + "/atom.xml");
    }
    assertThat(document("source/large-69/atom.xml")).isSameAs(last);
    assertThat(document("source/large-10/atom.xml")).isNotSameAs(first);
  }

  @Test
  void whatIsNoFeedIsNull() {
    Edition edition = publish();
    for (String path :
        List.of(
            "",
            "atom",
            "category/none/atom.xml",
            "source/none/atom.xml",
            "source/one/",
            "source/one/html",
            "source/one/x/atom.xml",
            "source/../atom.xml",
            "category/News/atom.xml")) {
      assertThat(publisher.document(edition, path)).as(path).isNull();
    }
  }

  @Test
  void aCategoryThatIsNoLongerThereIsGone() {
    publish();
    assertThat(ids("category/news/atom.xml")).isNotEmpty();
    filled.put(Samples.row("one"));
    filled.put(Samples.row("three"));
    Edition edition = publish();
    assertThat(publisher.document(edition, "category/news/atom.xml")).isNull();
  }

  @Test
  void theListOfSourcesHasTheirFeedsUnderTheirHeadings() {
    publish();
    assertThat(text("sources.opml"))
        .containsSubsequence(
            "<outline text=\"News\"",
            "xmlUrl=\"https://one.example.org/atom.xml\"",
            "<outline text=\"C++\"",
            "text=\"Notes of two\"");
  }

  private Edition publish(Source... sources) {
    Settings settings = Samples.settings();
    return publisher.publish(settings, List.of(sources));
  }

  private Renditions document(String path) {
    Edition edition = Objects.requireNonNull(publisher.edition());
    return Objects.requireNonNull(publisher.document(edition, path), path);
  }

  private String text(String path) {
    return new String(document(path).identity().bytes(), UTF_8);
  }

  private List<Long> ids(String path) {
    return ID.matcher(text(path)).results().map(KeptFeedsIT::number).toList();
  }

  private static Long number(MatchResult id) {
    return Long.valueOf(id.group(1));
  }
}
