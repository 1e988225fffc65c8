package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.apply;
import static dev.transponder.store.Samples.insert;
import static dev.transponder.store.Samples.plan;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refresh that is given up interrupts its thread; H2 would close its file over that. */
final class InterruptIT {
  @ParameterizedTest
  @EnumSource
  void anInterruptedCallerHarmsNobody(TestDatabase database, @TempDir Path folder)
      throws InterruptedException {
    try (Store store = Store.open(database.freshUrl(folder))) {
      store.sync(sources("a"), NOW);
      AtomicInteger applied = new AtomicInteger();
      AtomicInteger kept = new AtomicInteger();
      AtomicBoolean done = new AtomicBoolean();
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (applied.get() < 100) {
                      apply(store, plan("a", insert("k" + applied.incrementAndGet())));
                      store.known("a", List.of("k" + applied.get()));
                      if (Thread.interrupted()) {
                        kept.incrementAndGet();
                      }
                    }
                    done.set(true);
                  });
      while (caller.isAlive()) {
        caller.interrupt();
        Thread.onSpinWait();
      }
      caller.join();

      assertThat(done).isTrue();
      assertThat(kept.get()).isPositive();
      assertThat(store.totals().entries()).isEqualTo(100);
    }
  }
}
