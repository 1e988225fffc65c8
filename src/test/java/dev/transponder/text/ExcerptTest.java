package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class ExcerptTest {
  @Example
  void aShortTextStaysAsItIsOnOneLine() {
    assertThat(Excerpt.ofText(" one\n\ttwo \u00a0 three ", 20)).isEqualTo("one two three");
  }

  @Example
  void aLongTextIsCutAfterAWord() {
    assertThat(Excerpt.ofText("The receiver, switched on at dawn", 14)).isEqualTo("The receiver…");
    assertThat(Excerpt.ofText("The receiver, switched on at dawn", 20)).isEqualTo("The receiver…");
    assertThat(Excerpt.ofText("The receiver, switched on at dawn", 22))
        .isEqualTo("The receiver, switched…");
  }

  @Example
  void chineseIsCutBetweenCharacters() {
    assertThat(Excerpt.ofText("本文讨论扩散语言模型的并行解码", 6)).isEqualTo("本文讨论扩散…");
  }

  @Example
  void aWordWithoutEndIsCutInTheMiddle() {
    assertThat(Excerpt.ofText("x".repeat(500), 100)).isEqualTo("x".repeat(100) + "…");
  }

  @Example
  void oneCharacterOfSeveralCodePointsStaysWhole() {
    String family = "👨‍👩‍👧";
    assertThat(Excerpt.ofText(family.repeat(3), 6)).isEqualTo(family + "…");
    assertThat(Excerpt.ofText("e\u0301".repeat(9), 5)).isEqualTo("e\u0301".repeat(2) + "…");
  }

  @Example
  void htmlIsReadAsText() {
    assertThat(
            Excerpt.ofHtml(
                "<h2>Why</h2><p>H<sub>2</sub>O &amp; f&nbsp;&lt;&#32;3<br>next &copy;"
                    + " <img alt=\"a\" src=\"b\">end</p>",
                100))
        .isEqualTo("Why H2O & f < 3 next &copy; end");
  }

  @Example
  void whatOnlyLooksLikeHtmlStaysText() {
    assertThat(Excerpt.ofHtml("a < b & c; &#x110000; d &", 100))
        .isEqualTo("a < b & c; &#x110000; d &");
  }

  @Property(tries = 500)
  void itIsNeverTooLongAndNeverTornApart(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 60) int most) {
    String excerpt = Excerpt.ofText(text, most);
    assertThat(excerpt.codePointCount(0, excerpt.length())).isLessThanOrEqualTo(most + 1);
    String kept = excerpt.endsWith("…") ? excerpt.substring(0, excerpt.length() - 1) : excerpt;
    assertThat(Excerpt.ofText(text, Integer.MAX_VALUE)).startsWith(kept);
    assertThat(Excerpt.ofHtml(text, most)).isNotNull();
  }
}
