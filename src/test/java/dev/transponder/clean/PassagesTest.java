package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Passage;
import dev.transponder.model.Passage.Kind;
import org.junit.jupiter.api.Test;

final class PassagesTest {
  @Test
  void everyBlockIsAPassageInTheOrderOfThePage() {
    assertThat(Passages.of("<h2>One</h2><p>Two <b>words</b></p><ul><li>Three</li><li>Four</ul>"))
        .containsExactly(text("One"), text("Two words"), text("Three"), text("Four"));
  }

  @Test
  void quotationsAndCodeAreApart() {
    assertThat(
            Passages.of(
                "<p>Mine <q>theirs</q> <code>x = 1</code></p>"
                    + "<blockquote><p>Theirs</p><pre>y = 2</pre></blockquote>after"))
        .containsExactly(
            text("Mine"),
            new Passage(Kind.QUOTE, "theirs"),
            new Passage(Kind.CODE, "x = 1"),
            new Passage(Kind.QUOTE, "Theirs"),
            new Passage(Kind.CODE, "y = 2"),
            text("after"));
  }

  @Test
  void plainTextIsOnePassage() {
    assertThat(Passages.of("  one\n two ")).containsExactly(text("one two"));
    assertThat(Passages.of("a &lt; b")).containsExactly(text("a < b"));
  }

  @Test
  void whatNobodySeesIsNoPassage() {
    assertThat(Passages.of(null)).isEmpty();
    assertThat(Passages.of("")).isEmpty();
    assertThat(Passages.of("<p> </p><img src=x><script>a()</script><style>b{}</style>")).isEmpty();
  }

  private static Passage text(String text) {
    return new Passage(Kind.TEXT, text);
  }
}
