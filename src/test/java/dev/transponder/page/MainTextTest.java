package dev.transponder.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Document;
import dev.transponder.page.MainText.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTextTest {
  private static final String SENTENCE =
      "A sentence, with commas, that is long enough to be taken for a part of a text, and not a"
          + " label.";

  private static final Path FIXTURES = Path.of("src/test/resources/page/text");

  @ParameterizedTest
  @ValueSource(strings = {"english", "chinese", "german"})
  void aPageGivesItsTextAndNothingThatStandsAroundIt(String name) throws IOException {
    String page = Files.readString(FIXTURES.resolve(name + ".html"));
    String expected = Files.readString(FIXTURES.resolve(name + ".expected.html"));
    assertThat(text(page, title(name)).html().strip()).isEqualTo(expected.strip());
  }

  private static String title(String name) {
    return switch (name) {
      case "english" -> "How many steps does a decoder need?";
      case "chinese" -> "扩散语言模型的并行解码";
      default -> "Warum die Übertragung wartet";
    };
  }

  static Answer.Text text(String page, @Nullable String title) {
    return (Answer.Text) read(page, title);
  }

  private static Answer read(String page, @Nullable String title) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/html"));
    return MainText.of(new Document("https://e.org/notes/one/", headers, bytes), title, () -> {});
  }

  @Test
  void aRepeatedTitleIsLeftOutAndAnotherHeadingStays() {
    String page = "<!doctype html><h1>One: two!</h1><p>" + SENTENCE + "</p><p>" + SENTENCE + "</p>";
    assertThat(text(page, "One – two").html()).doesNotContain("<h1>", "<h2>");
    assertThat(text(page, "Three").html()).contains("One: two!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<figure class='highlight bash'><table><tr><td class=gutter><pre>1</pre></td>"
            + "<td class=code><pre>CODE</pre></td></tr></table></figure>",
        "<div class=highlight><table class=lntable><tr><td class=lntd><pre><code><span class=lnt>1"
            + "</span></code></pre></td><td class=lntd><pre><code class=language-bash>CODE</code>"
            + "</pre></td></tr></table></div>",
        "<div class=sourceCode><pre class='sourceCode bash'><code>CODE</code></pre></div>",
        "<div class='highlight-source-bash'><pre>CODE</pre></div>",
        "<pre data-lang=bash>CODE</pre>",
      })
  void codeKeepsItsLanguageAndLosesItsLineNumbers(String block) {
    String code = "git pull\n  git push";
    String paragraph = "<p>" + SENTENCE + "</p>";
    String page = "<!doctype html>" + paragraph + block.replace("CODE", code) + paragraph;
    assertThat(text(page, null).html())
        .containsPattern("<(code|pre) [^>]*class=\"language-bash\"[^>]*>" + code)
        .doesNotContain(">1<", "gutter", "lntd");
  }

  @Test
  void aPageOfCodeAloneIsStillFound() {
    String code = "int i = 0;\n  return i;\n".repeat(40);
    assertThat(text("<!doctype html><body><pre>" + code + "</pre>", null).html()).contains(code);
  }

  @Test
  void marksOfTheShelterThatAPageBringsItselfAreHarmless() {
    String page = "<!doctype html><p>\uE0F77\uE0F7 " + SENTENCE + "</p><p>" + SENTENCE + "</p>";
    assertThat(text(page, null).html()).contains(SENTENCE).doesNotContain("\uE0F7");
  }

  @Test
  void aPageCannotMultiplyABlockByMarksOfItsOwn() {
    String marks = "\uE0F70\uE0F7 ".repeat(2_000);
    String page =
        "<!doctype html><pre>int i = 0; the block</pre><p title='%s'>%s</p><p>%s</p>"
            .formatted(marks, marks + SENTENCE, SENTENCE.repeat(3));
    assertThat(text(page, null).html().split("the block", -1)).hasSize(2);
  }

  @Test
  void aPageThatAsksForAPasswordSaysSo() {
    String page = "<!doctype html><p>" + SENTENCE.repeat(3) + "</p><input type=password>";
    assertThat(text(page, null).login()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<p>,", "<b>", "<table><tr><td>", "<pre>x</pre>", "<math><mi>"})
  @Timeout(10)
  void whateverAPageRepeatsItIsReadSoonOrNotAtAll(String part) {
    read("<!doctype html>" + part.repeat(19_000 / (part.split("<", -1).length - 1)), null);
    assertThat(read("<!doctype html>" + "<i>a</i>".repeat(30_000), null))
        .isEqualTo(new Answer.Nothing("the page is too large for a full text"));
  }

  @Test
  void whatIsNoPageIsSaid() {
    assertThat(read("{}", null)).isInstanceOf(Answer.Nothing.class);
    assertThat(read("<!doctype html><body></body>", null)).isInstanceOf(Answer.Nothing.class);
  }
}
