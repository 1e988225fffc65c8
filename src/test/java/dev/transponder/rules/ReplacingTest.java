package dev.transponder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Rules.Field;
import dev.transponder.model.Rules.Replace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplacingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'^Re: ' ; '' ; Re: Re: news ; Re: news",
        "o ; 0 ; foo ; f00",
        "(\\w+), (\\w+) ; $2 $1 ; Byron, Ada ; Ada Byron",
        "(a)|(b) ; [$1$2] ; ab ; [a][b]",
        "news ; $$5 $x ; news ; $5 $x",
        "absent ; x ; news ; news",
        "^ ; '[x] ' ; news ; [x] news",
      })
  void whatIsFoundBecomesWhatIsWritten(String pattern, String with, String text, String shown) {
    assertThat(new Replacing(new Replace(Field.TITLE, pattern, with)).apply(text.strip()))
        .isEqualTo(shown);
  }
}
