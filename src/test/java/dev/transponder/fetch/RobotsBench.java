package dev.transponder.fetch;

import dev.transponder.model.Outcome;
import dev.transponder.model.RobotsCopy;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Source;
import dev.transponder.model.Use;
import dev.transponder.model.Validators;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A site with a robots.txt that can be changed, a clock that can be moved, restarts. */
final class RobotsBench implements AutoCloseable {
  static final String OK = "HTTP/1.1 200 OK";
  static final String NONE = "HTTP/1.1 404 Not Found";
  static final String BROKEN = "HTTP/1.1 500 Internal Server Error";

  final AtomicReference<Instant> now = new AtomicReference<>(Bench.NOW);
  final Memory memory = new Memory();
  final Origin origin = new Origin(this::answer);
  volatile String head = OK;
  volatile byte[] robots = new byte[0];
  Bench bench = start();

  /** A site that has that robots.txt. */
  static RobotsBench saying(String... lines) {
    RobotsBench site = new RobotsBench();
    site.robots = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return site;
  }

  /** A site that answers that instead. */
  static RobotsBench answering(String head) {
    RobotsBench site = new RobotsBench();
    site.head = head;
    return site;
  }

  private Bench start() {
    return new Bench(Bench.QUICK, now::get, memory, UnaryOperator.identity());
  }

  void restart() {
    bench.close();
    bench = start();
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private void answer(Origin.Asked asked, OutputStream out) throws IOException {
    if (asked.path().equals("/robots.txt")) {
      Origin.send(out, head, robots);
    } else {
      Origin.send(out, OK, "here".getBytes(StandardCharsets.UTF_8));
    }
  }

  Outcome ask(String path, Use use) throws InterruptedException {
    return ask(Source.of("a", origin.url(path)), origin.url(path), use);
  }

  Outcome ask(Source source, String url, Use use) throws InterruptedException {
    return bench.fetcher.fetch(source, url, use, Validators.NONE, null);
  }

  /** The paths that were asked for, in order. */
  List<String> asked() {
    return asked(origin);
  }

  static List<String> asked(Origin origin) {
    return origin.asked().stream().map(Origin.Asked::path).toList();
  }

  @Override
  public void close() throws IOException {
    bench.close();
    origin.close();
  }

  /** As a store would. */
  static final class Memory implements RobotsMemory {
    final Map<String, RobotsCopy> copies = new ConcurrentHashMap<>();

    @Override
    public @Nullable RobotsCopy robots(String origin) {
      return copies.get(origin);
    }

    @Override
    public void remember(RobotsCopy copy) {
      copies.put(copy.origin(), copy);
    }
  }
}
