package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Passage;
import dev.transponder.model.Passage.Kind;
import dev.transponder.text.Wild;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TellingTest {
  private static Telling of(String title, String text) {
    return Telling.of(title, List.of(new Passage(Kind.TEXT, text)));
  }

  @Test
  void bytesAreReadAsTheTellingThatTheyWere() {
    Wild wild = new Wild(7);
    for (int i = 0; i < 2_000; i++) {
      Telling telling = random(wild);
      Telling read = Telling.read(telling.bytes());
      assertThat(read).isEqualTo(telling).hasSameHashCodeAs(telling);
      assertThat(read.marks()).isEqualTo(telling.marks());
      assertThat(read.lookups()).isEqualTo(telling.lookups());
    }
  }

  @Test
  void bytesOfAnotherVersionOrOfNothingTellNothing() {
    byte[] bytes = of("A title", "and a text of some words").bytes();
    assertThat(Telling.read(Arrays.copyOf(bytes, bytes.length - 1))).isEqualTo(Telling.NOTHING);
    assertThat(Telling.read(new byte[0])).isEqualTo(Telling.NOTHING);
    bytes[0]++;
    assertThat(Telling.read(bytes)).isEqualTo(Telling.NOTHING);
    assertThat(Telling.NOTHING.marks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x ", "7 ", "1.", "字", "一", "... ", "\u0301", "Ab", "\uD83D\uDE00"})
  void hostileSizesStaySmall(String piece) {
    String million = piece.repeat(1_000_000 / piece.length());
    List<Passage> many = Collections.nCopies(100_000, new Passage(Kind.CODE, piece));
    for (Telling telling : List.of(of(million, million), Telling.of(null, many))) {
      assertThat(telling.bytes()).hasSizeLessThan(13_000);
      assertThat(telling.marks()).hasSizeLessThanOrEqualTo(16);
      assertThat(telling.lookups()).hasSizeLessThanOrEqualTo(64);
      assertThat(Likeness.of(telling, Repeats.NONE, telling, Repeats.NONE).value())
          .isBetween(0.0, 1.0);
    }
  }

  @Test
  void allMarksAreFewEachOnce() {
    for (String language : StoryTexts.LANGUAGES) {
      for (StoryTexts.Text text : StoryTexts.of(language)) {
        assertThat(text.telling().marks()).doesNotHaveDuplicates().hasSizeBetween(10, 16);
        assertThat(text.telling().lookups()).doesNotHaveDuplicates().hasSizeBetween(10, 64);
      }
    }
  }

  @Test
  void anExcerptOfFortyWordsFindsATextOfTwoThousand() {
    List<String> words = new ArrayList<>();
    Wild wild = new Wild(3);
    for (int i = 0; i < 2_000; i++) {
      words.add("word" + wild.number(0, 5_000));
    }
    Telling whole = of("A headline", String.join(" ", words));
    for (int start = 0; start < 24; start++) {
      Telling excerpt = of("Another", String.join(" ", words.subList(start, start + 40)) + " wor…");
      assertThat(excerpt.marks()).containsAnyElementsOf(whole.lookups());
      assertThat(whole.marks()).containsAnyElementsOf(excerpt.lookups());
    }
  }

  private static Telling random(Wild wild) {
    List<Passage> passages = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      passages.add(new Passage(kind, wild.text()));
    }
    return Telling.of(wild.text(), passages);
  }
}
