package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import dev.transponder.model.Media;
import dev.transponder.model.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {
  private final Cleaner cleaner = new Cleaner();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Ordinary <em>text</em>, <strong>strong</strong> &amp; <code>a &lt; b</code></p>",
        "<pre><code>if (a &lt; b) {\n    run();\n}\n</code></pre>",
        "<table><caption>C</caption><thead><tr><th scope=\"col\">A</th></tr></thead>"
            + "<tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>",
        "<ul><li>one<ul><li>two</li></ul></li></ul>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
        "<blockquote cite=\"https://example.org/\"><p>q</p></blockquote>",
        "<figure><img src=\"https://example.org/a.png\" alt=\"A\" width=\"50%\" height=\"20\">"
            + "<figcaption>c</figcaption></figure>",
        "<p><time datetime=\"2026-01-01T00:00:00Z\">today</time> <abbr title=\"x\">y</abbr></p>",
        "<p lang=\"ar\" dir=\"rtl\">نص <bdi>a</bdi></p>",
        "<ol start=\"3\" reversed=\"\"><li value=\"7\">x</li></ol>",
        "<details open=\"\"><summary>s</summary>d</details>",
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
        "<p>日本語 – “quotes” 𝒳 \uD83D\uDE00</p>",
        "<math display=\"block\"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>",
        "<p>\\( a &lt; b \\) and $$x^2$$</p>",
        "<math alttext=\"x &lt; 1\"><mi>x</mi><mo>&lt;</mo><mn>1</mn></math>",
        "<pre><code class=\"language-c++\">a\n  b\n</code></pre>",
      })
  void goodMarkupStaysAsItIs(String html) {
    assertThat(Cleaned.html(html)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < b | a &lt; b",
        "if a<b and c>d | if a<b>d</b>",
        "AT&T & more | AT&amp;T &amp; more",
        "plain text | plain text",
        "&lt;b&gt; | &lt;b&gt;",
        "<p>one<p>two | <p>one</p><p>two</p>",
        "<b>one<i>two</b>three</i> | <b>one<i>two</i></b><i>three</i>",
        "<section><h2>t</h2></section> | <div><h2>t</h2></div>",
        "<font color=red>x</font><span>y</span> | xy",
        "<a name=top>x</a> | x",
        "<a href='#f'>x</a>"
            + " | <a href=\"https://example.org/blog/post#f\" rel=\"noopener noreferrer nofollow ugc\">x</a>",
        "<img src=a.png alt='a \"b\"'> | <img src=\"https://example.org/blog/a.png\" alt=\"a &quot;b&quot;\">",
        "<img data-src=a.png src=data:image/gif;base64,AA><noscript><img src=a.png></noscript>"
            + " | <img src=\"https://example.org/blog/a.png\">",
        "<img src=a.png style='line-height: 0; border-width: 1px'>"
            + " | <img src=\"https://example.org/blog/a.png\">",
        "<math alttext='x^2'><annotation>x</annotation></math> | x^2",
        "<math><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></math>"
            + " | <math alttext=\"x\"><mi>x</mi></math>",
        "<span><span><math><mi>x</mi></math></span><span aria-hidden='true'>x</span></span>y"
            + " | <math><mi>x</mi></math>y",
        "<p>a<span aria-hidden='true'>b</span></p> | <p>ab</p>",
        "<pre class='hljs language-java wide'>x</pre> | <pre class=\"language-java\">x</pre>",
        "<code class='wide'>x</code> | <code>x</code>",
        "one<iframe src='https://ads.example/'/> two | one two",
        "<object data=x><p>instead</p></object> | <p>instead</p>",
      })
  void markupBecomesWhatItMeans(String html, String clean) {
    assertThat(Cleaned.html(html)).isEqualTo(clean);
  }

  @Test
  void aPreElementKeepsItsFirstEmptyLine() {
    assertThat(Cleaned.html("<pre>\n\n  a</pre>")).isEqualTo("<pre>\n\n  a</pre>");
  }

  @Test
  void aBodyOfNothingVisibleIsNone() {
    Entry entry = Entry.builder().summary(" <script>x()</script> ").content("\u0001").build();
    assertThat(cleaner.clean(entry, Cleaned.BASE)).isEqualTo(Entry.builder().build());
  }

  @Test
  void titlesArePlainTextAndKeepTheirBrackets() {
    assertThat(title(" The <b> tag &amp;\n\tmore\u0000 ")).isEqualTo("The <b> tag &amp; more");
    assertThat(title("\u0001 ")).isNull();
  }

  @Test
  void aLongTitleIsCutAtAWord() {
    String title = title("word ".repeat(200));
    assertThat(title).isEqualTo("word ".repeat(99) + "word…");
    assertThat(title("漢".repeat(600))).isEqualTo("漢".repeat(499) + "…");
    assertThat(title("\uD83D\uDE00".repeat(600))).isEqualTo("\uD83D\uDE00".repeat(499) + "…");
    assertThat(title("x".repeat(500))).isEqualTo("x".repeat(500));
  }

  @Test
  void everyUrlOfAnEntryIsAbsoluteAndOfTheWeb() {
    Entry entry =
        Entry.builder()
            .link("../a b")
            .image("javascript:x()")
            .comments("javascript:x()")
            .media(
                new Media(
                    null,
                    null,
                    null,
                    null,
                    List.of(
                        new Enclosure("m.mp4", "video/mp4", 5L),
                        new Enclosure("javascript:x()", null, null))))
            .enclosures(
                List.of(
                    new Enclosure("/e.mp3", "audio/mpeg", 5L),
                    new Enclosure("data:audio/mpeg,x", "audio/mpeg", 5L),
                    new Enclosure("/f.mp3", "nonsense", -1L)))
            .contributors(List.of(new Person("Bob\u0001", "javascript:x()", null)))
            .authors(
                List.of(
                    new Person("Ada", "javascript:x()", "ada@example.org"),
                    new Person(" ", "/ada", "not an address"),
                    new Person("<b>", "/b", "a@b\" onx=\"")))
            .build();
    Entry clean = cleaner.clean(entry, Cleaned.BASE);
    assertThat(clean.link()).isEqualTo("https://example.org/a%20b");
    assertThat(clean.image()).isNull();
    assertThat(clean.comments()).isNull();
    assertThat(clean.contributors()).containsExactly(new Person("Bob", null, null));
    assertThat(clean.media().files())
        .containsExactly(new Enclosure("https://example.org/blog/m.mp4", "video/mp4", 5L));
    assertThat(clean.enclosures())
        .containsExactly(
            new Enclosure("https://example.org/e.mp3", "audio/mpeg", 5L),
            new Enclosure("https://example.org/f.mp3", null, null));
    assertThat(clean.authors())
        .containsExactly(
            new Person("Ada", null, "ada@example.org"),
            new Person("<b>", "https://example.org/b", null));
  }

  @Test
  void idsStayByteForByte() {
    Guid guid = new Guid("tag:example.org,2026:A%20b/Ä?x=1&amp;", Guid.Kind.ATOM_ID);
    assertThat(cleaner.clean(Entry.builder().guid(guid).build(), Cleaned.BASE).guid())
        .isEqualTo(guid);
    Guid endless = new Guid("x".repeat(5000), Guid.Kind.TEXT);
    assertThat(cleaner.clean(Entry.builder().guid(endless).build(), Cleaned.BASE).guid()).isNull();
  }

  @Test
  void aHeadIsCleanedLikeAnEntry() {
    FeedHead head =
        new FeedHead(
            "urn:x",
            "T\u0001",
            "/",
            "feed.xml",
            "<b onclick=x()>s</b><script>x()</script>",
            null,
            List.of(),
            "de_AT",
            "©",
            "data:image/png,x",
            List.of("https://hub.example/", "ftp://hub.example/"));
    assertThat(cleaner.clean(head, Cleaned.BASE))
        .isEqualTo(
            new FeedHead(
                "urn:x",
                "T",
                "https://example.org/",
                "https://example.org/blog/feed.xml",
                "<b>s</b>",
                null,
                List.of(),
                "de-AT",
                "©",
                null,
                List.of("https://hub.example/")));
  }

  @Test
  void aBodyIsBoundedAndStillWhole() {
    String clean = Cleaned.html("<div><p>" + "word &amp; ".repeat(300_000));
    assertThat(clean).hasSizeBetween(999_000, 1_000_100).endsWith("</p></div>");
    assertThat(Cleaned.html(clean)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>"})
  void twentyThousandNestedElementsAreFlattened(String tag) {
    String clean = Cleaned.html(tag.repeat(20_000) + "text");
    Harmless.check(clean);
    assertThat(Cleaner.plainText(clean)).isEqualTo("text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>One</p><p>two<br>three</p> | One two three",
        "a<b>b</b>c &amp; d | abc & d",
        "<script>x()</script>y<style>z</style> | y",
        "<ul><li>a</li><li>b</li></ul> | a b",
        "1 < 2 | 1 < 2",
        "<table><tr><td>a</td><td>b</td></tr></table> | a b",
      })
  void plainTextIsWhatAReaderSees(String html, String text) {
    assertThat(Cleaner.plainText(html)).isEqualTo(text);
  }

  private @Nullable String title(String title) {
    return cleaner.clean(Entry.builder().title(title).build(), Cleaned.BASE).title();
  }
}
