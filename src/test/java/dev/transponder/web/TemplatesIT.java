package dev.transponder.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Person;
import dev.transponder.model.SourceState.State;
import dev.transponder.publish.Edition;
import dev.transponder.publish.FilledStore;
import dev.transponder.publish.Publisher;
import dev.transponder.publish.Samples;
import dev.transponder.publish.Shown;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplatesIT {
  private static final String EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

  private final FilledStore filled;
  private final Publisher publisher;
  private final Templates templates = new Templates("\"0123456789\"");

  TemplatesIT(@TempDir Path folder) {
    filled = new FilledStore(folder);
    publisher = new Publisher(filled.store(), InstantSource.fixed(Samples.DAY));
    filled.put(Samples.row("evil", FeedHead.EMPTY, State.OK, "nothing new"));
    filled.put(Samples.stored(1, "evil", Entry.builder().build()));
  }

  @AfterEach
  void close() {
    filled.close();
  }

  @Test
  void nothingThatASourceSaysBecomesMarkup() {
    FeedHead head =
        new FeedHead(
            EVIL,
            EVIL,
            "javascript:alert(1)",
            EVIL,
            EVIL,
            null,
            List.of(),
            EVIL,
            EVIL,
            EVIL,
            List.of());
    filled.put(Samples.row("evil", head, State.FAILING, EVIL));
    Entry entry =
        Entry.builder()
            .title(EVIL)
            .link("javascript:alert(1)")
            .summary("<p>clean</p>")
            .authors(List.of(new Person(EVIL, "javascript:alert(1)", EVIL)))
            .categories(List.of(EVIL))
            .enclosures(
                List.of(
                    new Enclosure("javascript:alert(1)", EVIL, 1L),
                    new Enclosure("https://example.org/" + EVIL, EVIL, -1L)))
            .language(EVIL)
            .image("javascript:alert(1)")
            .rights(EVIL)
            .build();
    for (String html : both(entry)) {
      Document page = Jsoup.parse(html);
      assertThat(page.select("script, img, [onerror]")).isEmpty();
      assertThat(page.select("[href^=javascript], [src^=javascript]")).isEmpty();
      assertThat(page.title()).isNotBlank();
    }
  }

  @Test
  void anEntryThatARuleLeavesOutSaysSoWithoutThePattern() {
    Edition edition = publisher.publish(Samples.settings(), List.of());
    Shown shown = Objects.requireNonNull(publisher.entry(edition, 1));
    assertThat(Jsoup.parse(templates.entry(edition, shown)).select("header .note")).isEmpty();
    Shown dropped =
        new Shown(shown.stored(), shown.origin(), List.of(), "keep {title: \"secret\"}");
    String page = templates.entry(edition, dropped);
    assertThat(Jsoup.parse(page).select("header .note").text())
        .isEqualTo("Left out of the feed and of the lists by a rule of feeds.yml (keep).");
    assertThat(page).doesNotContain("secret");
  }

  @Test
  void otherSourcesOfTheStoryAreNamedWithLinksToTheirEntriesAndThereWithTheReason() {
    for (String id : List.of("one", "two", "six")) {
      filled.put(Samples.row(id));
    }
    filled.put(Samples.telling("s", Samples.entry(2, "one")));
    filled.put(Samples.telling("s", Samples.entry(3, "two")));
    filled.put(Samples.telling("s", Samples.entry(4, "two")));
    filled.put(Samples.telling("s", Samples.entry(5, "six")));
    Edition edition = publisher.publish(Samples.settings(), List.of());
    String updates = templates.updates(edition, 1, publisher.page(edition, 1));
    Element card = Objects.requireNonNull(Jsoup.parse(updates).selectFirst(".card .also"));
    assertThat(card.text()).isEqualTo("also in Notes of two, Notes of six");
    assertThat(card.select("a").eachAttr("href")).containsExactly("entry/3", "entry/5");
    Shown last = Objects.requireNonNull(publisher.entry(edition, 5));
    Document page = Jsoup.parse(templates.entry(edition, last));
    assertThat(page.select(".also li").eachText())
        .containsExactly("Notes of one shared link", "Notes of two shared link");
    assertThat(page.select(".also a").eachAttr("href")).containsExactly("../entry/2", "../entry/3");
  }

  @Test
  void anEntryWithoutDateSaysWhenItWasFirstSeen() {
    for (String html : both(Entry.builder().title("t").build())) {
      Element seen = Objects.requireNonNull(Jsoup.parse(html).selectFirst(".seen"));
      assertThat(seen.text()).isEqualTo("first seen 2026-11-22");
      assertThat(Objects.requireNonNull(seen.selectFirst("time")).attr("datetime"))
          .isEqualTo("2026-11-22T00:01:00Z");
    }
  }

  @Test
  void anUnknownLanguageIsNotClaimed() {
    for (String html : both(Entry.builder().title("t").summary("s").build())) {
      assertThat(Jsoup.parse(html).select("main [lang]")).isEmpty();
    }
  }

  @Test
  void theTextOfAnUntitledEntryIsWholeBelowATitleOfItsFirstWords() {
    String page =
        both(Entry.builder().summary("<p>" + "one two ".repeat(20) + "</p>").build()).getFirst();
    Document html = Jsoup.parse(page);
    String title = html.select("h3").text();
    String excerpt = html.select(".excerpt").text();
    assertThat(title).endsWith("…").hasSizeLessThanOrEqualTo(81);
    assertThat(excerpt).isEqualTo("one two ".repeat(20).strip());
    assertThat(excerpt).startsWith(title.replace("…", ""));
  }

  @Test
  void thePictureIsShownOnThePageOfTheEntryUnlessItsTextShowsIt() {
    Entry apart = Entry.builder().title("t").image("https://example.org/a?b=1&c=2").build();
    assertThat(Jsoup.parse(both(apart).getFirst()).select("img")).isEmpty();
    assertThat(Jsoup.parse(both(apart).getLast()).select("img").attr("src"))
        .isEqualTo("https://example.org/a?b=1&c=2");
    Entry within =
        apart.toBuilder().content("<img src=\"https://example.org/a?b=1&amp;c=2\">").build();
    assertThat(Jsoup.parse(both(within).getLast()).select("img")).hasSize(1);
  }

  @Test
  void nothingThatASourceSaysBecomesMarkupInTheTableOfSources() {
    filled.put(Samples.row("evil", FeedHead.EMPTY, State.FAILING, EVIL));
    Edition edition = publisher.publish(Samples.settings(), List.of());
    Document page = Jsoup.parse(templates.sources(edition));
    assertThat(page.select("script, img, [onerror]")).isEmpty();
    assertThat(page.select("dd").text()).contains(EVIL.strip());
  }

  /** The page of updates and the page of the entry. */
  private List<String> both(Entry entry) {
    filled.replace(Samples.stored(1, "evil", entry));
    Edition edition = publisher.publish(Samples.settings(), List.of());
    Shown shown = Objects.requireNonNull(publisher.entry(edition, 1));
    return List.of(
        templates.updates(edition, 1, publisher.page(edition, 1)), templates.entry(edition, shown));
  }
}
