package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Passage;
import dev.transponder.model.Passage.Kind;
import dev.transponder.text.Wild;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LikenessTest {
  private static final String TEXT =
      "The old mill on the hill has found a buyer after nine years, and the village is relieved. A"
          + " couple of carpenters will live there and repair the wheel, which has not turned since"
          + " the flood. They have promised to grind the first sack of flour in public.";

  private static Likeness like(String title, String text, String otherTitle, String other) {
    return Likeness.of(of(title, text), Repeats.NONE, of(otherTitle, other), Repeats.NONE);
  }

  private static Telling of(String title, String text) {
    return Telling.of(title, text.isEmpty() ? List.of() : List.of(new Passage(Kind.TEXT, text)));
  }

  @Test
  void anotherHeadlineOverTheSameTextIsOneStory() {
    Likeness likeness = like("Mill sold", TEXT, "Carpenters move in", TEXT);
    assertThat(likeness).isEqualTo(new Likeness(1, true, true));
  }

  @Test
  void anExcerptWhoseLastWordIsCutIsOneStory() {
    String excerpt = TEXT.substring(0, 170) + "…";
    assertThat(like("Mill sold", TEXT, "Mill sold", excerpt).value()).isEqualTo(1);
    assertThat(like("Mill sold", TEXT, "Carpenters move in", excerpt).same()).isTrue();
  }

  @Test
  void insertedNumbersAreAnUpdateAndSubstitutedOnesAnotherStory() {
    String inserted = TEXT.replace("nine years", "nine years and 3 months");
    String substituted = TEXT.replace("nine years", "ten years");
    assertThat(like("Mill sold", TEXT, "Mill sold", inserted).same()).isTrue();
    assertThat(like("Mill sold", TEXT, "Mill sold", substituted).same()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "The mill: Part One, The mill: Part Two, false",
    "The mill II, The mill III, false",
    "水车（上）, 水车（下）, false",
    "第三回 水車小屋, 第四回 水車小屋, false",
    "Mill 1.2.3, Mill 1.2.4, false",
    "Mill news for Monday, Mill news for Tuesday, false",
    "The mill, The mill 2, true",
    "第3回 水車小屋, 第三回 水車小屋, true",
    "Nine years of waiting, A mill for 2 carpenters, true"
  })
  void numbersCountBetweenSimilarTitlesOnly(String one, String other, boolean same) {
    assertThat(like(one, TEXT, other, TEXT).same()).isEqualTo(same);
  }

  @Test
  void aShortTextNeedsTheTitleToo() {
    String shortText = "Click here to read all of it on our site.";
    assertThat(like("Mill sold", shortText, "Bridge closed", shortText).same()).isFalse();
    assertThat(like("Old mill sold", shortText, "Old mill sold", shortText).same()).isTrue();
  }

  @Test
  void withoutTextOnlyALongTitleIsEnough() {
    String title = "Old mill on the hill finds a buyer";
    assertThat(like(title, "", title, TEXT).same()).isTrue();
    assertThat(like("Old mill", "", "Old mill", TEXT).same()).isFalse();
    assertThat(like("", "", "", "").same()).isFalse();
  }

  @Test
  void whatIsQuotedOrCodeIsNoLikeness() {
    Telling original = of("Mill sold", TEXT);
    for (Kind kind : List.of(Kind.QUOTE, Kind.CODE)) {
      Telling comment =
          Telling.of(
              "On carpenters",
              List.of(
                  new Passage(Kind.TEXT, "My neighbour sent me this, and I do not believe it."),
                  new Passage(kind, TEXT)));
      assertThat(Likeness.of(original, Repeats.NONE, comment, Repeats.NONE).same()).isFalse();
    }
  }

  @Test
  void aQuotationThatLostItsMarkupIsNoDifference() {
    Passage own = new Passage(Kind.TEXT, TEXT);
    String words = "We have waited for this day longer than I care to remember.";
    Telling marked = Telling.of("Mill", List.of(own, new Passage(Kind.QUOTE, words), own));
    Telling plain = Telling.of("Mill", List.of(own, new Passage(Kind.TEXT, words), own));
    assertThat(Likeness.of(marked, Repeats.NONE, plain, Repeats.NONE).same()).isTrue();
  }

  @Test
  void whatASourceRepeatsCountsLittle() {
    String foot = " " + TEXT;
    Telling one = of("Bees", "How bees find the way home in fog, and who first saw it." + foot);
    Telling other = of("Ink", "Why the ink of monks did not fade for a thousand years." + foot);
    Repeats repeats = Repeats.of(List.of(one, other, of("Ice", "A harbour in January." + foot)));
    assertThat(Likeness.of(one, repeats, other, repeats).value()).isLessThan(0.7);
    assertThat(Likeness.of(one, repeats, one, Repeats.NONE).same()).isTrue();
  }

  @Test
  void randomTextsAreComparedTheSameBothWays() {
    Wild wild = new Wild(11);
    for (int i = 0; i < 2_000; i++) {
      Telling one = of(wild.text(), wild.text() + TEXT.substring(0, (int) wild.number(0, 200)));
      Telling other = of(wild.text(), TEXT.substring((int) wild.number(0, 100)) + wild.text());
      Repeats repeats = Repeats.of(List.of(one, other, of(wild.text(), wild.text())));
      Likeness likeness = Likeness.of(one, repeats, other, Repeats.NONE);
      assertThat(Likeness.of(other, Repeats.NONE, one, repeats)).isEqualTo(likeness);
      assertThat(likeness.value()).isBetween(0.0, 1.0);
    }
  }
}
