package dev.transponder.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.text.Words.Script;
import dev.transponder.text.Words.Word;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  private static List<String> words(String text) {
    return Words.of(text, 1_000).stream().map(Word::text).toList();
  }

  @Test
  void scriptsAreApart() {
    assertThat(words("8和utf")).containsExactly("8", "和", "utf");
    assertThat(words("v2.3.1-rc1")).containsExactly("v", "2.3.1", "rc", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "ＡＢＣ　ｄｅｆ, abc def",
    "Café, cafe\u0301",
    "don’t, don't",
    "co\u00ADoperate, cooperate",
    "STRASSE, straße",
    "ﬁnal, final",
    "ﾊﾞﾅﾅ, バナナ",
    "か\u3099く, がく",
    "①, 1",
    "'1,000', 1000",
    "twenty-five, 25",
    "三百二十五, 325",
    "二〇二六年, 2026年",
    "3万, 30000",
    "1.5亿, 150000000",
    "第三回, 第3回",
    "'a — “b”', 'a - \"b\"'",
    "see https://example.org/a?b=c now, see now"
  })
  void whatReadsTheSameIsTheSame(String one, String other) {
    assertThat(words(one)).isEqualTo(words(other)).isNotEmpty();
  }

  @Test
  void ideographsThatOnlyLookLikeNumbersAreWords() {
    assertThat(Words.of("一起，万一，千万，十分", 10)).extracting(Word::script).doesNotContain(Script.NUMBER);
  }

  @Test
  void namesBeginWithACapitalWithinASentence() {
    assertThat(Words.of("The judge met Ada. Then NASA", 10))
        .extracting(Word::name)
        .containsExactly(false, false, false, true, false, true);
  }

  @Test
  void wordsAreLimitedInLengthAndNumber() {
    assertThat(words("x".repeat(1_000_000))).containsExactly("x".repeat(64));
    assertThat(words("7".repeat(1_000_000))).containsExactly("7".repeat(64));
    assertThat(words("1 ".repeat(100_000))).hasSize(1_000);
    assertThat(words("九".repeat(100_000))).hasSize(1_000);
    assertThat(words("一万".repeat(5_000))).isNotEmpty();
    assertThat(words("9".repeat(64) + "万")).hasSize(1);
  }

  @Test
  void anyTextCanBeTakenApart() {
    Wild wild = new Wild(1);
    for (int i = 0; i < 3_000; i++) {
      assertThat(Words.of(wild.text(), 50)).hasSizeLessThan(51);
    }
    IntStream.range(0, Character.MAX_CODE_POINT)
        .forEach(
            c -> assertThat(Words.of(new String(new int[] {c}, 0, 1), 100).size()).isLessThan(20));
  }

  @ParameterizedTest
  @CsvSource({"two, 2", "third, 3", "march, 3", "monday, day 1", "märz, 3"})
  void titlesCountInWords(String word, String number) {
    assertThat(Numerals.inTitle(word, false)).isEqualTo(number);
  }

  @Test
  void romanNumeralsAreWrittenInCapitals() {
    assertThat(Numerals.inTitle("xiv", true)).isEqualTo("14");
    assertThat(Numerals.inTitle("iii", true)).isEqualTo("3");
    assertThat(Numerals.inTitle("vi", false)).isNull();
    assertThat(Numerals.inTitle("mix", true)).isNull();
  }
}
