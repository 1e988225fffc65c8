package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Passage;
import dev.transponder.model.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
  private static final String FOOT = "Subscribe to our letter and never miss another story again.";

  private static Telling of(String title, String text) {
    return Telling.of(title, List.of(new Passage(Kind.TEXT, text)));
  }

  private static String prose(int seed, int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> "w" + seed + "x" + i * i)
        .collect(Collectors.joining(" "));
  }

  @Test
  void whatStandsUnderTwoTextsIsRepeatedAndTheTextsAreNot() {
    Telling one = of("One", prose(1, 20) + " " + FOOT);
    Repeats repeats = Repeats.of(List.of(one, of("Two", prose(2, 20) + " " + FOOT)));
    boolean[] repeated = repeats.in(one.text());
    assertThat(repeated[0]).isFalse();
    assertThat(repeated[repeated.length - 1]).isTrue();
  }

  @Test
  void aStoryToldTwiceIsNoRepeat() {
    Telling told = of("One", prose(1, 30));
    assertThat(Repeats.of(List.of(told, of("One", prose(1, 31)))).bytes()).hasSize(1);
  }

  @Test
  void bytesAreSmallAndReadAsTheyWere() {
    List<Telling> tellings = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tellings.add(of("Title " + i, prose(0, 1_500) + " " + prose(i, 10)));
    }
    Repeats repeats = Repeats.of(tellings);
    assertThat(repeats.bytes()).hasSizeBetween(2_000, 4_096);
    assertThat(Repeats.read(repeats.bytes()).bytes()).isEqualTo(repeats.bytes());
    assertThat(Repeats.read(new byte[0])).isSameAs(Repeats.NONE);
    assertThat(Repeats.read(new byte[] {99, 1, 2, 3, 4})).isSameAs(Repeats.NONE);
    assertThat(Repeats.of(List.of()).bytes()).isEqualTo(Repeats.NONE.bytes());
  }
}
