package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExcerptTest {
  @Test
  void aShortTextStaysAsItIsOnOneLine() {
    assertThat(Excerpt.ofText(" one\n\ttwo \u00a0 three ", 20)).isEqualTo("one two three");
  }

  @Test
  void aLongTextIsCutAfterAWord() {
    assertThat(Excerpt.ofText("The receiver, switched on at dawn", 14)).isEqualTo("The receiver…");
    assertThat(Excerpt.ofText("The receiver, switched on at dawn", 20)).isEqualTo("The receiver…");
    assertThat(Excerpt.ofText("The receiver, switched on at dawn", 22))
        .isEqualTo("The receiver, switched…");
  }

  @Test
  void chineseIsCutBetweenCharacters() {
    assertThat(Excerpt.ofText("本文讨论扩散语言模型的并行解码", 6)).isEqualTo("本文讨论扩散…");
  }

  @Test
  void aWordWithoutEndIsCutInTheMiddle() {
    assertThat(Excerpt.ofText("x".repeat(500), 100)).isEqualTo("x".repeat(100) + "…");
  }

  @Test
  void oneCharacterOfSeveralCodePointsStaysWhole() {
    String family = "👨‍👩‍👧";
    assertThat(Excerpt.ofText(family.repeat(3), 6)).isEqualTo(family + "…");
    assertThat(Excerpt.ofText("e\u0301".repeat(9), 5)).isEqualTo("e\u0301".repeat(2) + "…");
  }

  @Test
  void htmlIsReadAsText() {
    assertThat(
            Excerpt.ofHtml(
                "<h2>Why</h2><p>H<sub>2</sub>O &amp; f&nbsp;&lt;&#32;3<br>next &copy;"
                    + " <img alt=\"a\" src=\"b\">end</p>",
                100))
        .isEqualTo("Why H2O & f < 3 next &copy; end");
  }

  @Test
  void whatOnlyLooksLikeHtmlStaysText() {
    assertThat(Excerpt.ofHtml("a < b & c; &#x110000; d &", 100))
        .isEqualTo("a < b & c; &#x110000; d &");
  }

  @Test
  void itIsNeverTooLongAndNeverTornApart() {
    Wild wild = new Wild(500);
    for (int i = 0; i < 2_000; i++) {
      String text = wild.text();
      int most = (int) wild.number(1, 60);
      String excerpt = Excerpt.ofText(text, most);
      assertThat(excerpt.codePointCount(0, excerpt.length()))
          .as("of %s", text)
          .isLessThanOrEqualTo(most + 1);
      String kept = excerpt.endsWith("…") ? excerpt.substring(0, excerpt.length() - 1) : excerpt;
      assertThat(Excerpt.ofText(text, Integer.MAX_VALUE)).startsWith(kept);
      assertThat(Excerpt.ofHtml(text, most)).isNotNull();
    }
  }
}
