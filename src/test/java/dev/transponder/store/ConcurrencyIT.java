package dev.transponder.store;

import static dev.transponder.store.Samples.HOUR;
import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many at once: nobody waits for ever, nothing is stored or shown twice. */
final class ConcurrencyIT {
  private static final int SOURCES = 8;
  private static final int ROUNDS = 15;

  @ParameterizedTest
  @EnumSource
  void manyAtOnceStoreEachEntryAndShowEachStoryOnce(TestDatabase database, @TempDir Path folder)
      throws ExecutionException, InterruptedException {
    String[] ids = IntStream.range(0, SOURCES).mapToObj(i -> "s" + i).toArray(String[]::new);
    try (Store store = Store.open(database.freshUrl(folder));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      store.sync(sources(ids), NOW);
      List<Future<?>> all = new ArrayList<>();
      for (String id : ids) {
        // Two for each source, and the same stories in all of them.
        for (int twice = 0; twice < 2; twice++) {
          all.add(threads.submit(() -> applyAll(store, id)));
        }
      }
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < ROUNDS; i++) {
                  store.sync(sources(ids).subList(i % 2, SOURCES), NOW);
                  Samples.claim(store, "node", NOW.plus(HOUR), HOUR, 3);
                }
              }));
      for (Future<?> one : all) {
        one.get();
      }
      store.sync(sources(ids), NOW);

      assertThat(store.totals()).isEqualTo(new Totals(2L * SOURCES * ROUNDS, 2L * ROUNDS));
      assertThat(store.newest(0, 1000)).hasSize(2 * ROUNDS);
    }
  }

  private static void applyAll(Store store, String id) {
    for (int round = 0; round < ROUNDS; round++) {
      Plan plan =
          plan(
              id,
              insert("a" + round, "story a" + round, NOW),
              insert("b" + round, "story b" + round, NOW));
      // The other one may have taken the claim over, or the source is not listed just now.
      while (!apply(store, plan).stored()) {
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noSourceIsClaimedByTwo(TestDatabase database, @TempDir Path folder)
      throws ExecutionException, InterruptedException {
    String[] ids = IntStream.range(0, 40).mapToObj(i -> "s" + i).toArray(String[]::new);
    try (Store store = Store.open(database.freshUrl(folder));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      store.sync(sources(ids), NOW);
      List<Future<List<String>>> nodes = new ArrayList<>();
      for (int node = 0; node < 16; node++) {
        String name = "n" + node;
        nodes.add(threads.submit(() -> Samples.claim(store, name, NOW, HOUR, 5)));
      }
      List<String> claimed = new ArrayList<>();
      for (Future<List<String>> node : nodes) {
        claimed.addAll(node.get());
      }
      claimed.addAll(Samples.claim(store, "last", NOW, HOUR, 40));

      assertThat(claimed).containsExactlyInAnyOrder(ids);
    }
  }
}
