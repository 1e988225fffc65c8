package dev.transponder.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Habits;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.Validators;
import dev.transponder.publish.Origin;
import dev.transponder.store.SourceRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceLineTest {
  @Test
  void aSourceThatIsGoneIsAskedOnceMoreBeforeItIsGivenUp() {
    assertThat(note(Instant.parse("2026-11-23T03:00:00Z")))
        .isEqualTo("gone, to be confirmed, next check 2026-11-23 03:00");
    assertThat(note(Instant.MAX)).isEqualTo("gone for good, not read any more");
  }

  private static String note(Instant nextCheck) {
    String url = "https://a.example/feed";
    SourceState state =
        new SourceState(
            "a",
            url,
            null,
            null,
            State.GONE,
            Validators.NONE,
            null,
            null,
            nextCheck,
            "410",
            Instant.parse("2026-11-22T03:00:00Z"),
            "410 Gone",
            1,
            Habits.NONE);
    SourceRow row = new SourceRow("a", url, null, null, null, state, 3, 0);
    Origin origin = new Origin("a", "urn:a", "A", null, null, null, List.of(), null, null);
    return SourceLine.of(row, origin).note();
  }
}
