package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.text.Edit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextLinesTest {
  @Test
  void aLineIsWhatAReaderTakesForOne() {
    assertThat(
            Cleaner.textLines(
                "<h2>Head</h2><p>Some <b>bold</b>\n and <a href=\"https://a.example/\">a link</a>.</p>"
                    + "<ul><li>one</li><li>two<br>three</li></ul><script>no</script>plain"))
        .isEqualTo("Head\nSome bold and a link.\none\ntwo\nthree\nplain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a word here | word | text | a text here",
        "<p>a <b>wo</b>rd here</p> | word | text | <p>a <b>text</b> here</p>",
        "<p>one</p><p>one</p> | one | two | <p>two</p><p>two</p>",
        "<p>one</p><p>two</p> | one\\s*two | x | <p>one</p><p>two</p>",
        "<p>The post <a href=\"https://a.example/\">Title</a> appeared first on <i>Blog</i>.</p><p>x</p>"
            + " | The post .* appeared first on .* | '' | <p>x</p>",
        "<p>Ad: <img src=\"https://a.example/a.png\"></p> | Ad: | ''"
            + " | <p><img src=\"https://a.example/a.png\"></p>",
        "<p>end <b>here</b></p> | $ | '!' | <p>end <b>here!</b></p>",
        "<p>begin</p> | ^ | '> ' | <p>&gt; begin</p>",
        "<p>x</p> | x | <script>alert(1)</script> | <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<p>a &amp; b</p> | &amp; | and | <p>a &amp; b</p>",
        "<p>a &amp; b</p> | & | and | <p>a and b</p>",
        "<p><a href=\"https://word.example/\">x</a></p> | word | y"
            + " | <p><a href=\"https://word.example/\">x</a></p>",
        "<math><mi>x</mi></math> x | x | y | <math><mi>x</mi></math> y",
      })
  void theTextIsEditedAndTheMarkupStays(String html, String pattern, String with, String edited) {
    assertThat(Cleaner.edited(html, replacing(pattern, with))).isEqualTo(edited);
  }

  @Test
  void theWhiteSpaceOfCodeStays() {
    assertThat(Cleaner.edited("<pre><code>a  word\n  b</code></pre>", replacing("word", "longer")))
        .isEqualTo("<pre><code>a  longer\n  b</code></pre>");
  }

  @Test
  void withoutAnEditCleanHtmlStaysAsItIs() {
    String html =
        "<p>Some <b>bold</b>\n text</p><pre>a\n  b</pre><table><tbody><tr><td>1</td></tr></tbody></table>";
    assertThat(Cleaner.edited(html, line -> List.of())).isEqualTo(html);
  }

  private static Function<String, List<Edit>> replacing(String pattern, String with) {
    return line ->
        Pattern.compile(pattern)
            .matcher(line)
            .results()
            .map(found -> new Edit(found.start(), found.end(), with))
            .toList();
  }
}
