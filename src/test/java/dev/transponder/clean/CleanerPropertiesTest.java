package dev.transponder.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.text.Wild;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of any input: it comes out harmless, and cleaning it again changes nothing. */
class CleanerPropertiesTest {
  private static final List<String> PIECES =
      List.of(
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
          "<x-y>");

  private final Wild wild = new Wild(20261124);

  @Test
  void anythingComesOutHarmlessAndStaysAsItIs() {
    for (int i = 0; i < 6_000; i++) {
      check(wild.of(PIECES, 30));
    }
  }

  @Test
  void whatIsNestedTooDeepComesOutHarmlessAndStaysAsItIs() {
    for (int i = 0; i < 300; i++) {
      check(wild.of(PIECES, 4).repeat(120) + wild.of(PIECES, 30));
    }
  }

  @Test
  void anyTextIsSafe() {
    for (int i = 0; i < 2_000; i++) {
      check(wild.text());
    }
  }

  @Test
  void aUrlStaysAsItIsOnceAbsolute() {
    Links links = new Links(Cleaned.BASE);
    for (int i = 0; i < 2_000; i++) {
      String url = (i % 2 == 0 ? "https://" : "") + wild.text();
      String once = links.anchor(url);
      if (once != null) {
        assertThat(once).as("from %s", url).matches("(?s)(?:https?://|mailto:).+");
        assertThat(links.anchor(once)).as("from %s", url).isEqualTo(once);
      }
    }
  }

  private static void check(String html) {
    String once = Cleaned.html(html);
    Harmless.check(once);
    assertThat(Cleaned.html(once)).as("from %s", html).isEqualTo(once);
  }
}
