package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\( a + b = c \\)",
        "\\[ \\sum_{i=1}^{n} a_i \\]",
        "$$ O(n^2) $$",
        "$p_i + q$",
        "$x$",
      })
  void aCutNeverGoesThroughAFormula(String formula) {
    String text = "The bound is " + formula + ", as we know, and it is tight.";
    int start = text.indexOf(formula);
    for (int most = 1; most < text.length(); most++) {
      String excerpt = Excerpt.ofText(text, most);
      if (most > start) {
        assertThat(excerpt)
            .as("of %d", most)
            .isIn("The bound is…", excerpt.contains(formula) ? excerpt : "The bound is…");
      }
      assertThat(excerpt.length()).isLessThanOrEqualTo(most + 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It costs $5 and $6 a month | 14 | It costs $5…",
        "It costs $5-$6, or US$ 7 a month | 12 | It costs…",
        "Set $HOME/bin:$PATH in a shell | 24 | Set $HOME/bin:$PATH in a…",
        "Open \\( and never closed again, ever | 24 | Open \\( and never closed…",
        "Open $$ and never closed again, ever | 21 | Open $$ and never…",
        "It is \\$5 and \\$x_1 it is | 20 | It is \\$5 and \\$x_1…",
      })
  void moneyAndOpenDelimitersAreText(String text, int most, String expected) {
    assertThat(Excerpt.ofText(text, most)).isEqualTo(expected);
  }

  @Test
  void theEndOfAWordThatFollowsAFormulaDoesNotLeadIntoIt() {
    String text = "One (\\( a + b \\)-type of thing, or $$ a b $$: another";
    for (int most = 1; most < text.length(); most++) {
      String excerpt = Excerpt.ofText(text, most);
      assertThat(excerpt.contains("\\(")).as(excerpt).isEqualTo(excerpt.contains("\\)"));
      assertThat(excerpt.split("\\$\\$", -1).length).as(excerpt).isIn(1, 3);
    }
  }

  @Test
  void aLongFormulaAtTheBeginningStaysWhole() {
    String formula = "\\[ " + "a + ".repeat(30) + "b \\]";
    assertThat(Excerpt.ofText(formula + " is a sum.", 20)).isEqualTo(formula + "…");
  }

  @Test
  void aChineseFormulaStandsBetweenCharacters() {
    assertThat(Excerpt.ofText("设分布为$p_i + q_i$，其熵为零，等等", 6)).isEqualTo("设分布为…");
    assertThat(Excerpt.ofText("设分布为$p_i + q_i$，其熵为零，等等", 17)).isEqualTo("设分布为$p_i + q_i$，其…");
  }

  @ParameterizedTest
  @CsvSource({"甲乙丙丁。戊己, 4, 甲乙丙…", "「甲乙」丙丁戊, 3, 「甲…", "甲乙（丙丁）戊己, 5, 甲乙（丙…"})
  void aCutNeverStandsBeforeClosingPunctuation(String text, int most, String expected) {
    assertThat(Excerpt.ofText(text, most)).isEqualTo(expected);
  }

  @Test
  void flagsStayWhole() {
    assertThat(Excerpt.ofText("🇩🇪".repeat(5), 3)).isEqualTo("🇩🇪…");
  }

  @Test
  void mathMlIsItsTextAlternativeAndCodeStaysReadable() {
    assertThat(
            Excerpt.ofHtml(
                "<p>If <math alttext=\"x^2 &lt; 1\"><mi>x</mi></math>, then <code>f($x)</code> and"
                    + " <math><mi>y</mi><mo>=</mo><mn>1</mn></math>.</p>",
                100))
        .isEqualTo("If \\(x^2 < 1\\), then f($x) and y=1.");
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
