package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import dev.transponder.model.KnownEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Single cases of recognition; whole documents, and the store, are in {@code IdentityIT}. */
final class RecognitionTest {
  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final String FERRY = "The ferry to the island will not run on Sunday.";
  private static final String MUSEUM = "The museum has bought a painting of the harbour.";

  private final Map<String, List<KnownEntry>> known = new HashMap<>();
  private long number;

  @Test
  void withoutAnythingKnownAllIsNew() {
    Recognition recognition = recognise(said("1", "e.org/1", "Ferry", FERRY, TEN));
    assertThat(recognition.known(0)).isNull();
    assertThat(recognition.key(0)).isEqualTo("guid 1");
    assertThat(recognition.learned(0)).hasSize(2).contains("path /1");
  }

  @Test
  void aTitleJoinsByTheLinkIfTheTimeIsTheSame() {
    know(said("1", "e.org/1", "Ferry", FERRY, TEN));
    Said other = said("2", "e.org/1", "FERRY", MUSEUM, TEN);
    assertThat(numbers(other)).containsExactly(1L);
    Said tomorrow = said("2", "e.org/1", "Ferry", MUSEUM, TEN.plusSeconds(86_400));
    assertThat(numbers(tomorrow)).containsExactly((Long) null);
    assertThat(numbers(said("2", "e.org/1", "Museum", MUSEUM, TEN))).containsNull();
  }

  @Test
  void aDayMayBeOffWhereItHasNoTime() {
    know(said("1", "e.org/1", "Ferry", FERRY, Instant.parse("2026-11-21T00:00:00Z")));
    assertThat(numbers(said("2", "e.org/1", "Ferry", MUSEUM, TEN))).containsExactly(1L);
    Instant nextDay = Instant.parse("2026-11-22T00:00:00Z");
    assertThat(numbers(said("2", "e.org/1", "Ferry", MUSEUM, nextDay))).containsNull();
  }

  @Test
  void otherValuesInALinkAreTheSameEntryOnlyIfNothingElseDiffers() {
    know(said("1", "e.org/read?n=1&s=5", "Ferry", FERRY, TEN));
    know(said("2", "e.org/read?n=2&s=5", "Museum", MUSEUM, null));
    assertThat(numbers(said("3", "e.org/read?n=1&s=6", "Ferry", FERRY, TEN))).containsExactly(1L);
    assertThat(numbers(said("3", "e.org/read?n=1&s=6", "Ferry", "", TEN))).containsExactly(1L);
    assertThat(numbers(said("3", "e.org/read?n=2&s=6", "Museum", MUSEUM, null)))
        .containsExactly(2L);
    assertThat(numbers(said("3", "e.org/read?n=3&s=6", "Ferry", MUSEUM, TEN))).containsNull();
    assertThat(numbers(said("3", "e.org/read?n=3&s=6", "Ferry", "", TEN.plusSeconds(1))))
        .containsNull();
    assertThat(numbers(said("3", "e.org/read?n=3&s=6", "Museum", "", null))).containsNull();
    assertThat(numbers(said("3", "e.org/other?n=1&s=6", "Ferry", "", TEN))).containsNull();
  }

  @Test
  void valuesThatChangeEachTimeAreNotLearned() {
    know(said("1", "e.org/read?s=5", "Ferry", FERRY, TEN));
    Recognition again = recognise(said("e.org?s=6", "e.org/read?s=6", "Ferry", FERRY, TEN));
    assertThat(again.learned(0)).isEmpty();
    Recognition named = recognise(said("other", "e.org/read?s=6", "Ferry", FERRY, TEN));
    assertThat(named.learned(0)).containsExactly("guid other");
  }

  @Test
  void anAliasThatTwoEntriesHaveJoinsNobody() {
    know(said("1", "e.org/all", "Ferry", FERRY, TEN));
    know(said("2", "e.org/all", "Ferry", MUSEUM, TEN));
    assertThat(numbers(said("3", "e.org/all", "Ferry", FERRY, null))).containsNull();
    assertThat(
            numbers(
                said("4", "e.org/9", "Ferry", FERRY, null),
                said("5", "e.org/9", "Ferry", FERRY, null)))
        .containsOnlyNulls();
  }

  @Test
  void onePathOnSeveralHostsJoinsOnItsOwnHost() {
    know(said("1", "a.org/about", "About", FERRY, null));
    know(said("2", "b.org/about", "About", MUSEUM, null));
    assertThat(numbers(said("3", "b.org/about", "About", MUSEUM, null))).containsExactly(2L);
  }

  @Test
  void theTextAloneJoinsOnlyAtTheSameTime() {
    know(said("1", "e.org/1", "Ferry", FERRY, TEN));
    Said moved = said("x", "e.org/blog/1", "The ferry", FERRY, TEN);
    assertThat(numbers(moved)).containsExactly(1L);
    Said later = said("x", "e.org/blog/1", "The ferry", FERRY, TEN.plusSeconds(1));
    assertThat(numbers(later)).containsNull();
    assertThat(numbers(said("1", "e.org/1", "Ferry", FERRY, TEN), moved))
        .as("as long as the other one is there, this is another")
        .containsExactly(1L, null);
  }

  @Test
  void anEntryThatComesUnderTwoOfItsKeysAtOnceComesOnce() {
    know(said("https://e.org/1", "e.org/1", "Ferry", FERRY, TEN));
    know(1, "guid http://e.org/1");
    Recognition both =
        recognise(
            said("https://e.org/1", "e.org/1", "Ferry", FERRY, TEN),
            said("http://e.org/1", "e.org/1", "Ferry", FERRY, TEN));
    assertThat(both.isRepeat(0)).isFalse();
    assertThat(both.isRepeat(1)).isTrue();
    Recognition different =
        recognise(
            said("https://e.org/1", "e.org/1", "Ferry", FERRY, TEN),
            said("http://e.org/1", "e.org/2", "Museum", MUSEUM, null));
    assertThat(different.isRepeat(1)).isFalse();
    assertThat(different.key(1)).isEqualTo("link e.org/2");
  }

  @Test
  void aKeyHoldsThroughEditsButNotIfNothingElseIsTheSame() {
    know(said("1", "e.org/1", "Ferry", FERRY, TEN));
    assertThat(numbers(said("1", "e.org/2", "Museum", FERRY, null))).containsExactly(1L);
    assertThat(numbers(said("1", "e.org/2", "Museum", MUSEUM, TEN))).containsExactly(1L);
    assertThat(numbers(said("1", "e.org/1", "Museum", MUSEUM, null))).containsExactly(1L);
    assertThat(numbers(said("1", "e.org/2", "Museum", "", null))).containsExactly(1L);
    assertThat(numbers(said("1", "e.org/2", "Museum", MUSEUM, null))).containsNull();
    assertThat(numbers(said("1", "e.org/2", "Museum", "", TEN.plusSeconds(1)))).containsNull();
  }

  @Test
  void withoutDatesATitleDoesNotJoinWhatGuidsTellApart() {
    know(said("1", "e.org/report", "Report", FERRY, null));
    assertThat(numbers(said("2", "e.org/report", "Report", MUSEUM, null))).containsNull();
    assertThat(numbers(said("2", "e.org/report", "Report", FERRY, null))).containsExactly(1L);
  }

  @Test
  void theOrderOfADocumentDoesNotMatter() {
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Said one = said("g" + i, "e.org/" + i / 2, "T" + i / 3, FERRY + i, TEN.plusSeconds(i / 4));
      know(one);
      all.add(said("h" + i, "e.net/" + i / 2, "T" + i / 3, FERRY + (i + i % 2), one.date()));
    }
    Map<String, Long> usual = byGuid(all);
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(all, random);
      assertThat(byGuid(all)).isEqualTo(usual);
    }
  }

  @Test
  void whoWasKnownByItsLinkIsKnownWhenItHasItsGuidForItself() {
    know("link e.org/1", said("https://e.org/1", "e.org/1", "Report", "", TEN));
    assertThat(numbers(said("https://e.org/1", "e.org/1", "Report", "", TEN))).containsExactly(1L);
  }

  @Test
  void aGuidThatTwoHaveDoesNotTakeThePathFromTheOneItLeadsTo() {
    know(said("https://e.org/1", "e.org/1", "Report", "", TEN));
    Said other = said("https://e.org/1", "e.org/2", "Museum", MUSEUM, null);
    assertThat(numbers(other, said("https://e.org/1", "e.org/1", "Report", "", TEN)))
        .containsExactly(null, 1L);
  }

  private Map<String, Long> byGuid(List<Said> all) {
    Recognition recognition = recognise(all.toArray(Said[]::new));
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      KnownEntry entry = recognition.known(i);
      numbers.put(all.get(i).guid(), entry == null ? -1L : entry.number());
    }
    return numbers;
  }

  private List<@Nullable Long> numbers(Said... document) {
    Recognition recognition = recognise(document);
    List<@Nullable Long> numbers = new ArrayList<>();
    for (int i = 0; i < document.length; i++) {
      KnownEntry entry = recognition.known(i);
      numbers.add(entry == null ? null : Long.valueOf(entry.number()));
    }
    return numbers;
  }

  private record Said(
      String guid, String link, String title, String text, @Nullable Instant date) {}

  private static Said said(
      String guid, String link, String title, String text, @Nullable Instant date) {
    return new Said(guid, link, title, text, date);
  }

  /** Makes an entry known by all its names. */
  private void know(Said said) {
    Names names = names(said).getFirst();
    know(names.key(), said);
    KnownEntry entry = holder(number);
    names.aliases().forEach(alias -> know(alias, entry));
  }

  /** Makes an entry known by that key alone. */
  private void know(String key, Said said) {
    Names names = names(said).getFirst();
    number++;
    KnownEntry entry =
        new KnownEntry(
            number,
            key,
            TEN,
            TEN,
            TEN,
            names.hash(),
            false,
            false,
            said.title(),
            "https://" + said.link(),
            said.date());
    know(key, entry);
  }

  private void know(long which, String name) {
    know(name, holder(which));
  }

  private KnownEntry holder(long number) {
    return known.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow();
  }

  private void know(String name, KnownEntry entry) {
    known.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
  }

  private Recognition recognise(Said... document) {
    return new Recognition(names(document), known, link -> link.replace("https://", ""));
  }

  private static List<Names> names(Said... document) {
    List<Entry> entries = new ArrayList<>();
    List<@Nullable String> links = new ArrayList<>();
    List<@Nullable String> guidLinks = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    for (Said said : document) {
      entries.add(
          Entry.builder()
              .guid(new Guid(said.guid(), Guid.Kind.TEXT))
              .title(said.title())
              .link("https://" + said.link())
              .published(said.date())
              .content(said.text())
              .build());
      links.add(said.link());
      guidLinks.add(said.guid().startsWith("https://") ? said.guid().substring(8) : null);
      texts.add(List.of(said.text()));
    }
    return Names.of(entries, links, guidLinks, ContentHash.of(entries, links, texts));
  }
}
