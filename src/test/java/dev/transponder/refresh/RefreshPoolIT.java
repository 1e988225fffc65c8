package dev.transponder.refresh;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Plan;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import dev.transponder.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RefreshPoolIT {
  private static final Source SOURCE = Source.of("one", "https://one.example.org/");

  private final Semaphore glances = new Semaphore(0);
  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger readings = new AtomicInteger();
  private volatile Duration passed = Duration.ZERO;
  private final InstantSource poolClock =
      () -> {
        glances.release();
        return readings.getAndIncrement() == 0 ? clock.instant() : clock.instant().plus(passed);
      };
  private final Semaphore arrived = new Semaphore(0);
  private final CountDownLatch open = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Outcome outcome = new Outcome.Failed(Failure.STATUS, 404, "404 Not Found");
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Workshop workshop = new Workshop(1, () -> 0);
  private final Store store;
  private final RefreshPool pool;

  RefreshPoolIT(@TempDir Path folder) {
    store = Store.open("jdbc:h2:file:" + folder.resolve("store"));
    store.sync(List.of(SOURCE), clock.instant());
    pool = pool(store);
  }

  private RefreshPool pool(Store of) {
    PacingRules rules = new PacingRules(new Pace(4, Duration.ZERO), Map.of());
    Refresher refresher = new Refresher(of, this::fetch, workshop, clock);
    return new RefreshPool(of, refresher, _ -> SOURCE, () -> rules, "here", poolClock);
  }

  private Outcome fetch(
      Source source, String url, Use use, Validators validators, @Nullable String from)
      throws InterruptedException {
    asked.incrementAndGet();
    arrived.release();
    open.await();
    return outcome;
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    pool.close();
    workshop.close();
    store.close();
  }

  @Test
  void whatAnotherNodeRefreshesIsWaitedForAndNotAskedAgain() throws Exception {
    store.claimNow("there", SOURCE.id(), clock.instant(), Duration.ofHours(1));
    Future<RefreshResult> waiting = threads.submit(now());
    assertThat(glances.tryAcquire(10, 30, SECONDS)).as("it looks again and again").isTrue();
    Instant now = clock.instant().plusSeconds(1);
    Look gone = new Look.Missed(new Outcome.Gone());
    Plan plan =
        new Decider(SOURCE, store.state(SOURCE.id()), null, now).decide(gone, Identified.NOTHING);
    store.apply("there", plan);
    assertThat(waiting.get(30, SECONDS).message()).isEqualTo("410 Gone");
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatComesTooLateIsLeftOutAndSaysSo() throws Exception {
    Future<RefreshResult> late = threads.submit(now());
    assertThat(arrived.tryAcquire(30, SECONDS)).isTrue();
    Duration lease = Duration.ofHours(1);
    Instant afterwards = clock.instant().plus(lease).plus(lease);
    assertThat(store.claimNow("there", SOURCE.id(), afterwards, lease)).isTrue();
    open.countDown();

    RefreshResult result = late.get(30, SECONDS);

    assertThat(result.ok()).isFalse();
    assertThat(result.message()).startsWith("not stored: ");
    assertThat(store.state(SOURCE.id()).lastAt()).isNull();
    assertThat(store.claimNow("here", SOURCE.id(), afterwards, lease)).isFalse();
  }

  @Test
  void theWaitForAnotherNodeBeginsWhenTheSourceIsFoundThereNotWithTheRequest() throws Exception {
    passed = Duration.ofMinutes(5);
    store.claimNow("there", SOURCE.id(), clock.instant(), Duration.ofHours(1));
    Future<RefreshResult> waiting = threads.submit(now());
    assertThat(glances.tryAcquire(10, 30, SECONDS)).as("it looks again and again").isTrue();
    store.release("there", SOURCE.id());
    open.countDown();
    assertThat(waiting.get(30, SECONDS).message()).isEqualTo("404 Not Found");
  }

  @Test
  void aPoolThatIsClosedInterruptsAndGivesItsClaimsBack() throws Exception {
    Future<RefreshResult> waiting = threads.submit(now());
    assertThat(arrived.tryAcquire(30, SECONDS)).isTrue();
    pool.close();
    assertThat(waiting)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(store.claimNow("there", SOURCE.id(), clock.instant(), Duration.ofHours(1))).isTrue();
  }

  private Callable<RefreshResult> now() {
    return () -> pool.refreshNow(List.of(SOURCE), _ -> {}).getFirst();
  }

  @Test
  void aSourceThatWasThrottledWhileARequestWaitedIsNotAskedAgain() throws Exception {
    Future<List<RefreshResult>> first =
        threads.submit(() -> pool.refreshNow(List.of(SOURCE), _ -> {}));
    arrived.acquire();
    glances.drainPermits();
    Future<List<RefreshResult>> second =
        threads.submit(() -> pool.refreshNow(List.of(SOURCE), _ -> {}));
    assertThat(glances.tryAcquire(30, SECONDS)).as("the second request was made").isTrue();
    outcome = new Outcome.Throttled(503, Duration.ofDays(1));
    open.countDown();
    assertThat(first.get().getFirst().ok()).isFalse();
    assertThat(second.get().getFirst().message()).isEqualTo("503 Service Unavailable");
    assertThat(asked).hasValue(1);
    assertThat(pool.refreshNow(List.of(SOURCE), _ -> {}).getFirst().message())
        .isEqualTo("left alone: the site asked for 24 h (Retry-After)");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aSourceThatIsGoneIsNotAskedByHand() throws Exception {
    outcome = new Outcome.Gone();
    open.countDown();
    pool.refreshNow(List.of(SOURCE), _ -> {});
    assertThat(pool.refreshNow(List.of(SOURCE), _ -> {}).getFirst().message())
        .isEqualTo("left alone: to confirm that it is gone (410)");
    assertThat(asked).hasValue(1);
  }

  @Test
  void whenTheSilenceIsOverASourceIsAskedByHandThoughItIsNotDue() throws Exception {
    outcome = new Outcome.Throttled(503, Duration.ZERO);
    open.countDown();
    pool.refreshNow(List.of(SOURCE), _ -> {});
    assertThat(store.state(SOURCE.id()).nextCheck()).isAfter(clock.instant());
    pool.refreshNow(List.of(SOURCE), _ -> {});
    assertThat(asked).hasValue(2);
  }

  @Test
  void aNewSourceOfWhichTheProgramDiedIsNotAskedAtTheNextStart(@TempDir Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("store");
    try (Store died = Store.open(url)) {
      died.sync(List.of(SOURCE), clock.instant());
      died.claimNow("died", SOURCE.id(), clock.instant(), DueSources.LEASE);
    }
    try (Store next = Store.open(url);
        RefreshPool started = pool(next)) {
      assertThat(started.startDue()).isEmpty();
      assertThat(started.startDue()).isEmpty();
    }
  }
}
