package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.RobotsCopy;
import dev.transponder.model.Validators;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of robots.txt. */
@ParameterizedClass
@EnumSource
final class RobotsCopiesIT {
  private static final String ORIGIN = "https://example.org:443";

  private final TestDatabase database;
  @TempDir private Path folder;
  private String url = "";
  private Store store;

  RobotsCopiesIT(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    url = database.freshUrl(folder);
    store = Store.open(url);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static RobotsCopy copy(String origin, Instant askedAt) {
    return new RobotsCopy(
        origin,
        askedAt,
        askedAt.plus(Duration.ofHours(24)),
        null,
        null,
        "User-agent: *\n# ü\n".repeat(30_000),
        new Validators("W/\"1\"", "Sat, 1 Jan 2022 0:00:00 GMT"),
        "https://www.example.org/robots.txt");
  }

  @Test
  void aCopySurvivesARestartWhole() {
    RobotsCopy copy = copy(ORIGIN, NOW);
    store.remember(copy);
    store.close();
    store = Store.open(url);
    assertThat(store.robots(ORIGIN)).isEqualTo(copy);
    assertThat(store.robots("https://example.org:8443")).isNull();
  }

  @Test
  void aLaterCopyTakesThePlaceOfTheEarlierOne() {
    store.remember(copy(ORIGIN, NOW));
    RobotsCopy failing =
        new RobotsCopy(
            ORIGIN, NOW, NOW.plusSeconds(3600), NOW, "503 Busy", null, Validators.NONE, null);
    store.remember(failing);
    assertThat(store.robots(ORIGIN)).isEqualTo(failing);
  }

  @Test
  void aCopyThatNobodyWantedForLongIsForgotten() {
    store.remember(copy("http://old.example.org:80", NOW.minus(Duration.ofDays(91))));
    store.remember(copy("http://recent.example.org:80", NOW.minus(Duration.ofDays(89))));
    store.remember(copy(ORIGIN, NOW));
    assertThat(store.robots("http://old.example.org:80")).isNull();
    assertThat(store.robots("http://recent.example.org:80")).isNotNull();
  }

  @Test
  void oneOriginMayBeMetTwiceAtTheSameMoment() throws Exception {
    List<Future<?>> writes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        writes.add(threads.submit(() -> store.remember(copy(ORIGIN, NOW))));
      }
      for (Future<?> write : writes) {
        write.get();
      }
    }
    assertThat(store.robots(ORIGIN)).isEqualTo(copy(ORIGIN, NOW));
  }
}
