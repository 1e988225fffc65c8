package dev.transponder.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Settings.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several nodes on one PostgreSQL, in real time: together they are as polite as one. */
final class SharedPacingIT {
  private static final Pace PACE = new Pace(1, Duration.ofMillis(20));
  private static final int NODES = 4;
  private static final int REQUESTS = 10;

  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger underWay = new AtomicInteger();

  @Test
  void nodesTakeTurnsAtAHost() throws Exception {
    String url = PostgreSqlServer.running().freshSchema();
    List<Instant> starts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Instant>>> nodes = new ArrayList<>();
      Store.open(url).close();
      for (int node = 0; node < NODES; node++) {
        nodes.add(threads.submit(node(url)));
      }
      for (Future<List<Instant>> node : nodes) {
        starts.addAll(node.get());
      }
    }
    starts.sort(Instant::compareTo);
    assertThat(starts).hasSize(NODES * REQUESTS);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
          .isGreaterThanOrEqualTo(PACE.gap());
    }
  }

  private Callable<List<Instant>> node(String url) {
    return () -> {
      List<Instant> starts = new ArrayList<>();
      try (Store store = Store.open(url)) {
        while (starts.size() < REQUESTS) {
          switch (store.takeTurn("a.example", PACE, clock, Duration.ofMinutes(1))) {
            case HostTurn.Taken(long id, Instant at) -> {
              starts.add(at);
              assertThat(underWay.incrementAndGet()).isEqualTo(1);
              underWay.decrementAndGet();
              store.giveTurnBack(id, at.plus(PACE.gap()));
            }
            case HostTurn.Later _ -> Thread.onSpinWait();
            case HostTurn.Held held -> throw new AssertionError(held);
          }
        }
      }
      return starts;
    };
  }
}
