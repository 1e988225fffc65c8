package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Settings.Pace;
import dev.transponder.schedule.SharedHosts.Later;
import dev.transponder.schedule.SharedHosts.Taken;
import dev.transponder.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store of our own remembers of the pace. */
final class RememberedHostsIT {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  @TempDir private Path folder = Path.of("");

  private Store open() {
    return Store.open("jdbc:h2:file:" + folder.resolve("store"));
  }

  @Test
  void aLongGapIsKeptOverARestart() {
    Pace hourly = new Pace(1, Duration.ofHours(1));
    try (Store store = open()) {
      Taken turn = (Taken) new RememberedHosts(store).take("e.org", hourly, CLOCK);
      turn.giveBack().accept(NOW.plus(hourly.gap()));
    }
    try (Store store = open()) {
      assertThat(new RememberedHosts(store).take("e.org", hourly, CLOCK))
          .isEqualTo(new Later(NOW.plus(hourly.gap())));
    }
  }

  @Test
  void aShortGapCostsNoTransaction() {
    Store store = open();
    store.close();
    assertThat(new RememberedHosts(store).take("e.org", Pace.DEFAULT, CLOCK))
        .isInstanceOf(Taken.class);
  }
}
