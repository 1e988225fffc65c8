package dev.transponder.web;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Person;
import dev.transponder.model.SourceState.State;
import dev.transponder.publish.FilledStore;
import dev.transponder.publish.Samples;
import dev.transponder.store.SourceRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Sources and entries of all the kinds that a page must show well. */
final class Showcase {
  private static final String LONG =
      "The receiver was switched on at dawn, and for an hour there was nothing but the hiss of the"
          + " galaxy. Then a carrier rose out of the noise, thin as a hair, drifted by eleven hertz"
          + " and held. Whoever sends it has been sending for a long time: the clock behind it has"
          + " lost nine seconds in all these years. We wrote the numbers down twice, on paper,"
          + " and compared them before we dared to tell anybody else about it.";

  private Showcase() {}

  static FilledStore store(Path folder) {
    FilledStore filled = new FilledStore(folder);
    filled.put(Samples.row("deep-space"));
    filled.put(Samples.row("harbour"));
    filled.put(source("zhongwen", "机器翻译札记", State.OK, "2 new"));
    filled.put(source("arabi", "مدونة الفلك", State.OK, "1 new"));
    filled.put(source("lost", "lost.example.net", State.FAILING, "no such host"));
    filled.put(source("busy", "Busy weekly", State.THROTTLED, "429 Too Many Requests"));
    for (int number = 1; number <= 48; number++) {
      filled.put(Samples.entry(number, number % 2 == 0 ? "deep-space" : "harbour"));
    }
    put(filled, 49, "zhongwen", formulas());
    put(filled, 50, "harbour", text("<p>" + LONG + "</p>").title(null));
    put(
        filled,
        51,
        "arabi",
        text("<p>رصد الفلكيون إشارة راديوية قادمة من مجرة بعيدة، وهي أقوى مما كان متوقعا.</p>")
            .title("إشارة من مجرة بعيدة")
            .language("ar"));
    put(
        filled,
        52,
        "zhongwen",
        text("<p>" + "本文讨论扩散语言模型的并行解码，并与自回归模型比较速度和质量。".repeat(14) + "</p>")
            .title("扩散语言模型的并行解码")
            .language("zh")
            .categories(List.of("NLP")));
    put(
        filled,
        53,
        "deep-space",
        text("<p>" + "x".repeat(400) + "</p>")
            .title("A_name_without_any_space_" + "y".repeat(120)));
    put(
        filled,
        54,
        "deep-space",
        text("<p>" + LONG + "</p>").published(null).title("An entry whose page gave no date"));
    put(filled, 55, "harbour", text("").content(null).title("Only a title and a link"));
    put(filled, 56, "deep-space", article());
    return filled;
  }

  private static Entry.Builder article() {
    return text("<p>"
            + LONG
            + "</p><h2>What was heard</h2><p>A <a href=\"https://a.example.org/\">carrier</a>"
            + " at 1420&nbsp;MHz &amp; two <em>sidebands</em> with <code>f &lt; 3</code>.</p>"
            + "<blockquote><p>It drifted by eleven hertz and held.</p></blockquote>"
            + "<pre><code>for hour in day { listen(hour, "
            + "wide ".repeat(40)
            + ") }</code></pre>"
            + "<ul><li>first the hiss</li><li>then the carrier</li></ul>"
            + "<table><tr><th>Hour</th><th>Level</th></tr><tr><td>06</td><td>-112 dBm</td></tr></table>")
        .title("A carrier out of the noise <script>alert(1)</script> & what it may mean")
        .authors(List.of(new Person("Ada Keller", null, null)))
        .categories(List.of("Radio", "Astronomy"))
        .rights("© 2026 Deep space notes")
        .enclosures(
            List.of(
                new Enclosure("https://a.example.org/hiss.mp3?x=1", "audio/mpeg", 12_345_678L)));
  }

  /** The page of updates cuts its text in the middle of the last formula. */
  private static Entry.Builder formulas() {
    return text("<p>The loss is \\( L = -\\log p(x) \\), which costs $5 or $6 a step, and"
            + " <math alttext=\"x^2 &lt; 1\"><msup><mi>x</mi><mn>2</mn></msup><mo>&lt;</mo>"
            + "<mn>1</mn></math> holds in <code>f(x)</code>.</p><p>"
            + "All of this is well known. ".repeat(8)
            + "$$ \\sum_{i=1}^{n} a_i \\le n \\max_i a_i + \\varepsilon \\quad\\text{for all } n $$</p>")
        .title("An entry with formulas");
  }

  private static Entry.Builder text(String html) {
    return Entry.builder().content(html).link("https://www.example.org/2026/entry?id=1#top");
  }

  private static void put(FilledStore filled, long number, String source, Entry.Builder entry) {
    Entry dated = entry.build();
    boolean undated = dated.title() != null && dated.title().endsWith("no date");
    filled.put(
        Samples.stored(
            number,
            source,
            undated
                ? dated
                : entry.published(Samples.DAY.minus(Duration.ofDays(60 - number))).build()));
  }

  private static SourceRow source(String id, String title, State state, String result) {
    FeedHead head =
        new FeedHead(
            null,
            title,
            "https://" + id + ".example.net/",
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            List.of());
    return Samples.row(id, head, state, result);
  }
}
