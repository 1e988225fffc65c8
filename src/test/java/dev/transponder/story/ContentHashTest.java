package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.story.ContentHash.Change;
import dev.transponder.story.ContentHash.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentHashTest {
  private static final String LINK = "e.org/1";
  private static final Entry ENTRY =
      Entry.builder().title("Title").link("https://e.org/1").content("<p>text</p>").build();
  private static final String TEXT = "The ferry to the island will not run on Sunday.";

  @Test
  void otherMarkupAroundTheSameTextIsNoChange() {
    Entry other = ENTRY.toBuilder().content("<div><p>text</p></div>").build();
    assertThat(hash(other, LINK, "text")).isEqualTo(hash(ENTRY, LINK, "text"));
  }

  @Test
  void anotherTitleTextLinkOrEnclosureIsARealChange() {
    String hash = hash(ENTRY, LINK, "text");
    Enclosure enclosure = new Enclosure("https://e.org/a.mp3", null, null);
    assertThat(ContentHash.change(hash, hash(ENTRY, LINK, "other text"))).isEqualTo(Change.REAL);
    Entry titled = ENTRY.toBuilder().title("Other").build();
    assertThat(ContentHash.change(hash, hash(titled, LINK, "text"))).isEqualTo(Change.REAL);
    assertThat(ContentHash.change(hash, hash(ENTRY, null, "text"))).isEqualTo(Change.REAL);
    assertThat(ContentHash.change(hash, hash(ENTRY, "e.org/2", "text"))).isEqualTo(Change.REAL);
    Entry podcast = ENTRY.toBuilder().enclosures(List.of(enclosure)).build();
    assertThat(ContentHash.change(hash, hash(podcast, LINK, "text"))).isEqualTo(Change.REAL);
  }

  @Test
  void partsAreKeptApart() {
    Entry one = Entry.builder().title("ab").build();
    Entry two = Entry.builder().title("a").build();
    assertThat(hash(one, null, "c")).isNotEqualTo(hash(two, null, "bc"));
  }

  @Test
  void whiteSpaceAndCharactersThatNobodySeesAreNoChange() {
    String hash = hash(ENTRY, LINK, "cafe\u0301 on  the\u00a0quay");
    assertThat(ContentHash.change(hash, hash(ENTRY, LINK, "caf\u00e9 on the\u200b quay")))
        .isEqualTo(Change.NONE);
  }

  @Test
  void anotherHostOrACounterBehindTheNameOfAFileIsNoChange() {
    String hash = hash(podcast("https://cdn.example/a.mp3?seen=1"), "e.org/1", TEXT);
    assertThat(
            ContentHash.change(
                hash, hash(podcast("https://cdn.example/a.mp3?seen=2#t"), "e.net/1", TEXT)))
        .isEqualTo(Change.NONE);
    assertThat(
            ContentHash.change(hash, hash(podcast("https://cdn.example/b.mp3"), "e.org/1", TEXT)))
        .isEqualTo(Change.REAL);
  }

  @ParameterizedTest
  @CsvSource({
    "123 comments, 124 comments",
    "0 Kommentare, 17 Kommentare",
    "'1,234 views', '1,300 views'",
    "12\u6761\u8bc4\u8bba, 13\u6761\u8bc4\u8bba",
    "Comments (12), Comments (13)",
    "Read more | 3 replies, Read more | 5 replies"
  })
  void aCounterAfterTheTextIsStoredButNoNews(String before, String after) {
    assertThat(ContentHash.change(hash(ENTRY, LINK, TEXT, before), hash(ENTRY, LINK, TEXT, after)))
        .isEqualTo(Change.QUIET);
    assertThat(
            ContentHash.change(
                hash(ENTRY, LINK, TEXT + " " + before), hash(ENTRY, LINK, TEXT + " " + after)))
        .as("without markup between them")
        .isEqualTo(Change.QUIET);
  }

  @ParameterizedTest
  @CsvSource({
    "It costs 30 euros in all.,It costs 25 euros in all.",
    "Version 12,Version 13",
    "Dead: 12,Dead: 14",
    "30 EUR,25 EUR",
    "30 \u20ac,25 \u20ac",
    "3-1,3-2",
    "2.5 percent,2.6 percent"
  })
  void aNumberThatWasPutRightIsARealChange(String before, String after) {
    assertThat(ContentHash.change(hash(ENTRY, LINK, TEXT, before), hash(ENTRY, LINK, TEXT, after)))
        .isEqualTo(Change.REAL);
  }

  @Test
  void anEntryThatIsNothingButANumberChangesWithIt() {
    assertThat(ContentHash.change(hash(ENTRY, LINK, "12 gulls"), hash(ENTRY, LINK, "13 gulls")))
        .isEqualTo(Change.REAL);
  }

  @ParameterizedTest
  @CsvSource({
    "Advertisement: buy a boat,Advertisement: buy a bike",
    "Sponsored by Boats,Sponsored by Bikes",
    "[Anzeige] Ein Boot kaufen,[Anzeige] Ein Rad kaufen",
    "\u5e7f\u544a\uff1a\u4e70\u8239,\u5e7f\u544a\uff1a\u4e70\u8f66"
  })
  void anAdvertisementThatSaysSoIsNoChange(String before, String after) {
    assertThat(ContentHash.change(hash(ENTRY, LINK, before, TEXT), hash(ENTRY, LINK, after, TEXT)))
        .isEqualTo(Change.NONE);
  }

  @Test
  void aTextAboutAdvertisementsIsNone() {
    assertThat(
            ContentHash.change(
                hash(ENTRY, LINK, "Advertisement revenue fell again."),
                hash(ENTRY, LINK, "Advertisement revenue rose again.")))
        .isEqualTo(Change.REAL);
  }

  @Test
  void whatAllEntriesOfADocumentSayIsNotTheirOwn() {
    List<String> before = document("Buy a boat", "Comments: 3");
    List<String> after = document("Buy a bike", "Comments: 3");
    List<String> counted = document("Buy a bike", "Comments: 4");
    for (int i = 0; i < before.size(); i++) {
      assertThat(ContentHash.change(before.get(i), after.get(i))).isEqualTo(Change.NONE);
      assertThat(ContentHash.change(before.get(i), counted.get(i))).isNotEqualTo(Change.REAL);
    }
  }

  @Test
  void aPriceIsNoCounterThoughAllEntriesHaveOne() {
    List<String> before = document("", "Price: 30 \u20ac", "Price: 31 \u20ac", "Price: 32 \u20ac");
    List<String> after = document("", "Price: 30 \u20ac", "Price: 29 \u20ac", "Price: 32 \u20ac");
    assertThat(ContentHash.change(before.get(1), after.get(1))).isEqualTo(Change.REAL);
    assertThat(ContentHash.change(before.get(0), after.get(0))).isEqualTo(Change.NONE);
  }

  @Test
  void anEntryIsUntouchedWhenItsNeighboursHaveGone() {
    List<String> before = document("Buy a boat", "Comments: 3");
    String alone = hash(ENTRY, LINK, text(0), "Buy a boat", "Comments: 3");
    assertThat(ContentHash.change(before.get(0), alone)).isEqualTo(Change.NONE);
  }

  @Test
  void otherRulesForTheHashAreNoNews() {
    assertThat(ContentHash.change("1:0a1b", hash(ENTRY, LINK, TEXT))).isEqualTo(Change.QUIET);
  }

  @Test
  void textsTellOnlyIfTheyAreLongEnough() {
    String hash = hash(ENTRY, LINK, TEXT);
    assertThat(ContentHash.texts(hash, hash(ENTRY, "e.org/9", TEXT))).isEqualTo(Texts.EQUAL);
    assertThat(ContentHash.texts(hash, hash(ENTRY, LINK, TEXT, "Not so.")))
        .isEqualTo(Texts.DIFFERENT);
    assertThat(ContentHash.texts(hash(ENTRY, LINK, "Read on"), hash(ENTRY, LINK, "Read on")))
        .isEqualTo(Texts.UNKNOWN);
  }

  /** Three entries, each with its own text, an advertisement, and one of the other texts. */
  private static List<String> document(String advertisement, String... more) {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      texts.add(List.of(text(i), advertisement, more[i % more.length]));
    }
    return ContentHash.of(Collections.nCopies(3, ENTRY), Collections.nCopies(3, LINK), texts);
  }

  private static String text(int number) {
    return List.of("The first ship came in.", "A second one left.", "The harbour is empty.")
        .get(number);
  }

  private static Entry podcast(String url) {
    return ENTRY.toBuilder().enclosures(List.of(new Enclosure(url, null, null))).build();
  }

  private static String hash(Entry entry, @Nullable String link, String... blocks) {
    List<@Nullable String> links = new ArrayList<>();
    links.add(link);
    return ContentHash.of(List.of(entry), links, List.of(List.of(blocks))).getFirst();
  }
}
