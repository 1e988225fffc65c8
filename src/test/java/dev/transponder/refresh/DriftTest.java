package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Reading;
import dev.transponder.model.Selectors;
import dev.transponder.story.Names;
import dev.transponder.story.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DriftTest {
  private static final Instant NEWEST = Instant.parse("2026-03-10T00:00:00Z");
  private static final Selectors RULE =
      new Selectors("div.card", null, null, null, null, null, null, null, null);

  private static List<Entry> entries(int count, int titled, int dated, int linked, String url) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Entry.builder()
                    .title(i < titled ? "Title " + i : null)
                    .published(i < dated ? NEWEST.minusSeconds(i) : null)
                    .link(i < linked ? url + i : null)
                    .summary("Words")
                    .build())
        .toList();
  }

  private static LearnedList list(List<Entry> entries) {
    return Drift.list(
        RULE, 0.9, new Reading.Parsed("html", FeedHead.EMPTY, entries, null, List.of(), false));
  }

  private static final LearnedList BEFORE = list(entries(10, 10, 10, 10, "https://e.org/notes/"));

  @ParameterizedTest
  @CsvSource({
    "10, 10, 10, 10, true",
    " 3,  3,  3,  3, true",
    "99, 99, 99, 99, true",
    " 2,  2,  2,  2, false",
    "10,  5,  5,  5, true",
    "10,  4, 10, 10, false",
    "10, 10,  4, 10, false",
    "10, 10, 10,  4, false"
  })
  void aListThatShrinksOrLosesAFieldHasDrifted(
      int count, int titled, int dated, int linked, boolean alike) {
    LearnedList now = list(entries(count, titled, dated, linked, "https://e.org/notes/"));
    assertThat(Drift.looksAlike(BEFORE, now)).isEqualTo(alike);
  }

  @Test
  void aFieldThatTheListNeverHadIsNotMissed() {
    LearnedList undated = list(entries(10, 10, 2, 10, "https://e.org/notes/"));
    LearnedList now = list(entries(10, 10, 0, 10, "https://e.org/notes/"));
    assertThat(Drift.looksAlike(undated, now)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://e.org/notes/, false, false",
    "https://e.org/help/topics/, false, true",
    "https://e.org/notes/, true, true"
  })
  void undatedEntriesAreBelievedIfTheirLinksAreMadeAsBefore(
      String url, boolean relearned, boolean strange) {
    assertThat(isStrange(entries(3, 3, 0, 3, url), relearned)).isEqualTo(strange);
  }

  @Test
  void undatedEntriesWithoutLinksAreNotBelieved() {
    assertThat(isStrange(entries(3, 3, 0, 0, ""), false)).isTrue();
  }

  @Test
  void olderEntriesOfWhichNoneIsKnownAreStrange() {
    assertThat(isStrange(entries(3, 3, 3, 3, "https://e.org/notes/"), false)).isTrue();
  }

  @Test
  void knownTitlesWithOtherLinksAreAMoveIfThePageIsMadeAnewAndElseLinksThatDoNotLast() {
    Identified entries = identified(entries(3, 3, 3, 3, "https://e.org/other/"));
    Identified familiar = entries.with(Set.of("Title 0", "Title 1", "Title 2"));
    assertThat(Drift.isStrange(familiar, NEWEST, BEFORE, true)).isFalse();
    assertThat(Drift.isStrange(familiar, NEWEST, BEFORE, false)).isTrue();
    assertThat(Drift.reason(familiar)).isEqualTo(Drift.OTHER_LINKS);
    assertThat(Drift.isStrange(entries, NEWEST, BEFORE, true)).isTrue();
    assertThat(Drift.reason(entries)).isEqualTo(Drift.STRANGE);
  }

  private static boolean isStrange(List<Entry> entries, boolean relearned) {
    return Drift.isStrange(identified(entries), NEWEST, BEFORE, relearned);
  }

  private static Identified identified(List<Entry> entries) {
    List<Arrival> arrivals =
        entries.stream()
            .map(
                entry ->
                    new Arrival(names(entry), "urn:x", "story", Site.Claim.UNKNOWN, entry, true))
            .toList();
    return new Identified(arrivals, Map.of(), Map.of(), Set.of());
  }

  private static Names names(Entry entry) {
    return new Names(List.of(entry.title() + ""), List.of(), "1:hash", entry.title(), null, null);
  }
}
