package dev.transponder.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.publish.Basis;
import dev.transponder.publish.Edition;
import dev.transponder.publish.Feed;
import dev.transponder.publish.Renditions;
import dev.transponder.publish.Rewriting;
import dev.transponder.publish.Samples;
import dev.transponder.publish.Version;
import dev.transponder.render.Output;
import dev.transponder.store.Totals;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageCacheTest {
  private final PageCache cache = new PageCache();
  private int made;

  @Test
  void aPageIsMadeOnceForEachEdition() {
    for (int time = 0; time < 3; time++) {
      ask(edition(1), "/", 10_000);
    }
    assertThat(made).isEqualTo(1);
    ask(edition(2), "/", 10_000);
    assertThat(made).isEqualTo(2);
  }

  @Test
  void pagesTogetherTakeNoMoreThanTheirShareOfMemory() {
    Edition edition = edition(1);
    ask(edition, "/entry/1", 10_000_000);
    ask(edition, "/entry/2", 10_000_000);
    ask(edition, "/entry/3", 1_000_000);
    assertThat(made).isEqualTo(3);
    ask(edition, "/entry/1", 10_000_000);
    ask(edition, "/entry/3", 1_000_000);
    assertThat(made).as("what fits is kept").isEqualTo(3);
    ask(edition, "/entry/2", 10_000_000);
    assertThat(made).as("what does not fit is made anew").isEqualTo(4);
    ask(edition(2), "/entry/2", 10_000_000);
    ask(edition(2), "/entry/2", 10_000_000);
    assertThat(made).as("a new edition begins with an empty cache").isEqualTo(5);
  }

  private void ask(Edition edition, String path, int bytes) {
    Renditions page =
        cache.get(
            edition,
            path,
            () -> {
              made++;
              return Renditions.of("text/html", new byte[bytes], null);
            });
    assertThat(page).isNotNull();
  }

  private static Edition edition(long number) {
    Version opml = new Version(Renditions.of("text/plain", new byte[0], null), Samples.DAY);
    Output output = new Output("", "", "http://localhost:8080/", "", List.of());
    return new Edition(
        number,
        new Basis(0, Samples.settings(), Map.of(), Map.of(), Map.of(), Map.of()),
        Feed.of(output, null, Samples.DAY),
        opml,
        new Totals(0, 0),
        List.of(),
        Rewriting.by(Map.of()));
  }
}
