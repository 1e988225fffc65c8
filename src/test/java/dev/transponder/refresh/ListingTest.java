package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Document;
import dev.transponder.model.Entry;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Outcome;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of cards without titles, without a feed and without selectors, on five pages. */
final class ListingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String START = "https://e.org/notes/";

  private final Map<String, String> site = new HashMap<>();
  @AutoClose private final Workshop workshop = new Workshop(1, () -> 0);
  private final SourceReader reader =
      new SourceReader(this::answer, workshop, InstantSource.fixed(NOW));

  /** Twelve cards; each page begins with the last one of the page before. */
  @BeforeEach
  void fill() {
    for (int page = 1; page <= 5; page++) {
      StringBuilder html = new StringBuilder("<!doctype html><title>Notes</title><div class=grid>");
      int first = page == 1 ? 1 : 2 * page;
      for (int n = Math.min(first, 9); n <= Math.min(12, first + 3); n++) {
        html.append(card(n));
      }
      html.append("</div><div class=pages>");
      for (int other : new int[] {1, 2, 3, 5}) {
        html.append(
            other == page
                ? "<b>" + page + "</b>"
                : "<a href='" + START + "?page=" + other + "'>" + other + "</a>");
      }
      if (page < 5) {
        html.append("<a href='").append(START).append("?page=").append(page + 1).append("'>›</a>");
      }
      site.put(page == 1 ? START : START + "?page=" + page, html.append("</div>").toString());
    }
  }

  private static String card(int n) {
    return "<div class=card><span class=when>2026-03-%02d</span><i class=badge>%s</i><p>Note number %d tells of the harbour. It goes on for some time, and then it ends.</p><a href='/notes/%d'>Read more</a></div>"
        .formatted(30 - n, n % 3 == 0 ? "Sea" : "Land", n, n);
  }

  private Outcome answer(
      Source source, String url, Use use, Validators validators, @Nullable String validatorsUrl) {
    String html = site.get(url);
    return html == null
        ? new Outcome.Failed(Outcome.Failure.STATUS, 404, "404 Not Found")
        : new Outcome.Fetched(
            new Document(url, Map.of(), html.getBytes(StandardCharsets.UTF_8)),
            Validators.NONE,
            null);
  }

  private Look.Seen look(int pages) throws InterruptedException {
    Source source =
        new Source(
            "s", START, null, null, pages, null, null, 0, Dedupe.NEAR, Map.of(), false, false);
    return (Look.Seen) reader.look(source, SourceState.fresh(source, NOW));
  }

  @Test
  void eachEntryOfAllPagesIsThereOnce() throws InterruptedException {
    List<Entry> entries = look(5).parsed().entries();
    assertThat(entries).extracting(Entry::link).doesNotHaveDuplicates().hasSize(12);
    assertThat(entries)
        .extracting(Entry::title)
        .allMatch(
            title -> title != null && title.matches("Note number \\d+ tells of the harbour\\."));
    assertThat(entries.getLast().published()).isEqualTo(Instant.parse("2026-03-18T00:00:00Z"));
  }

  @Test
  void theWayIsListingAndTheRuleCanBeReadAgain() throws InterruptedException {
    Look.Seen seen = look(1);
    assertThat(seen.way()).isEqualTo("listing");
    assertThat(seen.parsed().next()).isEqualTo(START + "?page=2");
    LearnedList learned = Objects.requireNonNull(seen.list());
    assertThat(learned.confidence()).isBetween(0.5, 1.0);
    assertThat(learned.rule().entry()).isEqualTo("div.card");
    assertThat(seen.parsed().entries()).hasSize(4);
  }

  @Test
  void aPageWithoutAListSaysWhatItHas() throws InterruptedException {
    site.put(
        START,
        "<!doctype html><title>x</title><ul><li><a href=/a>Red</a></li><li><a href=/b>Blue</a></li></ul>");
    Source source = Source.of("s", START);
    assertThat(reader.look(source, SourceState.fresh(source, NOW)))
        .isInstanceOfSatisfying(
            Look.Nothing.class,
            nothing ->
                assertThat(nothing.reason())
                    .startsWith("no feed found, and the page lists nothing that looks like entries")
                    .contains("2 × ul > li"));
  }
}
