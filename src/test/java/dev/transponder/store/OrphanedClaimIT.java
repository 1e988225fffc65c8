package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim whose holder died, in a file that only one process can have. */
final class OrphanedClaimIT {
  private static final Duration LEASE = Duration.ofHours(1);

  @TempDir private Path folder = Path.of("");

  @Test
  void aRefreshByHandMayTakeItAndTheScheduleWaitsForItsLease() {
    String url = "jdbc:h2:file:" + folder.resolve("store");
    try (Store died = Store.open(url)) {
      died.sync(sources("a", "b"), NOW);
      assertThat(Samples.claim(died, "died", NOW, LEASE, 2)).containsExactly("a", "b");
      assertThat(died.claimNow("other", "a", NOW, LEASE)).isFalse();
    }
    try (Store next = Store.open(url)) {
      assertThat(Samples.claim(next, "next", NOW, LEASE, 2)).isEmpty();
      assertThat(next.claimNow("next", "a", NOW, LEASE)).isTrue();
      assertThat(Samples.claim(next, "next", NOW.plus(LEASE), LEASE, 2)).contains("b");
    }
  }
}
