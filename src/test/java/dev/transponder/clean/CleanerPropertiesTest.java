package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any input: it comes out harmless, and cleaning it again changes nothing. */
class CleanerPropertiesTest {
  private static final String[] PIECES = {
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<a href=x>",
    "<a>",
    "</a>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th>",
    "<caption>",
    "<tbody>",
    "<col>",
    "<ul>",
    "</ul>",
    "<li>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<h1>",
    "<h2>",
    "</h1>",
    "<pre>",
    "</pre>",
    "\n",
    "\r",
    " ",
    "text",
    "a < b",
    "&lt;",
    "&amp;lt;",
    "&",
    "\"",
    "'",
    "<",
    ">",
    "<!--",
    "-->",
    "--!>",
    "<![CDATA[",
    "]]>",
    "<?",
    "<svg>",
    "</svg>",
    "<math>",
    "</math>",
    "<mi>",
    "<mtext>",
    "<mglyph>",
    "<annotation-xml encoding=text/html>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<textarea>",
    "<noscript>",
    "</noscript>",
    "<xmp>",
    "<plaintext>",
    "<form>",
    "</form>",
    "<object>",
    "</object>",
    "<button>",
    "<select>",
    "<option>",
    "<template>",
    "<iframe>",
    "<img src=x onerror=y>",
    "<img src=\"",
    "<img src=1.png alt='a>b'>",
    "<video src=a>",
    "<source src=b>",
    "<picture>",
    "<source srcset='a 2x, b'>",
    "</picture>",
    "<blockquote cite='javascript:x'>",
    "<ruby>",
    "<rt>",
    "<rp>",
    "</ruby>",
    "<hr>",
    "<br>",
    "<nobr>",
    "<font>",
    "<span dir=rtl>",
    "</span>",
    "<details>",
    "<summary>",
    "<marquee>",
    "<body onload=x>",
    "</body>",
    "<html>",
    "<frameset>",
    "\u0000",
    "\u0001",
    "\uD800",
    "\uFFFE",
    "<p title='--><img src=1>'>",
    "<address>",
    "<center>",
    "<menu>",
    "<isindex>",
    "<x-y>",
  };

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void anythingComesOutHarmlessAndStaysAsItIs(@ForAll("soup") String soup) {
    String once = Cleaned.html(soup);
    Harmless.check(once);
    assertThat(Cleaned.html(once)).as("from %s", soup).isEqualTo(once);
  }

  @Property(tries = 500)
  void anyTextIsSafe(@ForAll String text) {
    String once = Cleaned.html(text);
    Harmless.check(once);
    assertThat(Cleaned.html(once)).isEqualTo(once);
  }

  @Property(tries = 500)
  void aUrlStaysAsItIsOnceAbsolute(@ForAll String url) {
    Links links = new Links(Cleaned.BASE);
    String once = links.anchor(url);
    if (once != null) {
      assertThat(once).matches("(?:https?://|mailto:).+");
      assertThat(links.anchor(once)).isEqualTo(once);
    }
  }
}
