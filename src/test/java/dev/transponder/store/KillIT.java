package dev.transponder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What was committed is there after the process was killed, also in a store that was killed before.
 */
final class KillIT {
  private static final int ROUNDS = 2;

  @ParameterizedTest
  @EnumSource
  void nothingCommittedIsLostWhenTheProcessIsKilled(TestDatabase database, @TempDir Path folder)
      throws IOException, InterruptedException {
    String url = database.freshUrl(folder);
    List<String> committed = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      try (ChildProcess child = ChildProcess.start(StoreChild.class, url)) {
        for (int i = 0; i < 20 * round; i++) {
          committed.add(child.line());
        }
        committed.addAll(child.kill());
      }
      try (Store store = Store.open(url)) {
        assertThat(store.known("a", committed)).containsOnlyKeys(committed);
        assertThat(store.totals().stories()).isEqualTo(store.totals().entries());
        assertThat(store.newest(0, 10_000)).hasSize((int) store.totals().entries());
      }
    }
  }
}
