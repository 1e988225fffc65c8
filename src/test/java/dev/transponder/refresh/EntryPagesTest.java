package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Source;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EntryPagesTest {
  @Test
  void aBugThatOnePageBringsUpEndsWithThatPage() throws InterruptedException {
    Exchange broken =
        (source, url, use, validators, from) -> {
          throw new IllegalStateException("a bug");
        };
    Entry entry = Entry.builder().title("E").build();
    try (Workshop workshop = new Workshop(1, () -> 0)) {
      EntryPages pages = new EntryPages(broken, workshop, InstantSource.system());
      Map<String, PageAnswer> answers =
          pages.read(
              Source.of("s", "https://e.org/feed"),
              List.of(),
              List.of(new Wanted("1", "https://e.org/1", entry)));
      assertThat(answers)
          .isEqualTo(Map.of("1", new PageAnswer.Missed("internal error: IllegalStateException")));
    }
  }
}
