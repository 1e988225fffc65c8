package dev.transponder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PatternsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the pattern is empty",
        "(a | the pattern has a mistake at \"(a\": missing closing )",
        "a) | the pattern has a ) without its (",
        "[a | the pattern has a mistake at \"[a\": missing closing ]",
        "*a | the pattern has a mistake at \"*\": missing argument to repetition operator",
        "(?=a) | RE2 has no lookahead and no lookbehind ((?=)",
        "(?<!a)b | RE2 has no lookahead and no lookbehind ((?<!a)b)",
        "(a)\\1 | RE2 has no backreferences (\\1)",
        "(a{1000}){1000}"
            + " | the pattern repeats too much; write + or * in place of large numbers in braces",
      })
  void whatIsWrongWithAPatternIsSaidInWords(String pattern, String problem) {
    assertThat(Patterns.problem(pattern, null)).isEqualTo(problem);
  }

  @Test
  void aPatternMayBeLongButNotEndless() {
    assertThat(Patterns.problem("a".repeat(2_000), null)).isNull();
    assertThat(Patterns.problem("a".repeat(2_001), null)).contains("longer than 2000 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a) | $1 | ",
        "(a) | $0 $$2 $x $ | ",
        "a | '' | ",
        "a | costs $5 | \"costs $5\" names group 5, and the pattern has none; write $$ for a dollar sign",
        "(a) | $1$2 | \"$1$2\" names group 2, and the pattern has only 1; write $$ for a dollar sign",
      })
  void whatIsWrongWithAReplacementIsSaidInWords(String pattern, String with, String problem) {
    assertThat(Patterns.problem(pattern, with)).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "(a{10}){10}",
        "[^]a]{3}x{2,5}",
        "[[:alpha:]]{20}",
        "(?i)(one|two|three){4}",
        "\\{a{7}",
        "a{,5}",
        "a{3,}",
        "((a|b){3}c){9}"
      })
  void theSizeOfAPatternIsNeverTakenForMuchLessThanItIs(String pattern) {
    assertThat(2 * PatternSize.estimate(pattern) + 4)
        .isGreaterThanOrEqualTo(Pattern.compile(pattern).programSize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "a{", "((((", "))))", "[", "\\", "a{99999999}", "{5}{5}"})
  void whatIsNoPatternHasASizeToo(String pattern) {
    assertThat(PatternSize.estimate(pattern)).isBetween(0L, 1_000L);
  }
}
