package dev.transponder;

import dev.transponder.config.Config;
import dev.transponder.config.ConfigException;
import dev.transponder.config.FeedsFile;
import dev.transponder.publish.Publisher;
import dev.transponder.schedule.Expunge;
import dev.transponder.schedule.FileWatch;
import dev.transponder.schedule.Repeated;
import dev.transponder.schedule.Schedule;
import dev.transponder.store.StoreException;
import dev.transponder.web.AdminServer;
import dev.transponder.web.WebServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running program: receives, publishes, listens, and follows its feeds.yml. */
final class Transponder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Transponder.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  /**
   * Batches of entries judged anew between two looks at everything else: under a second of work.
   */
  private static final int BATCHES = 20;

  /** How often the work of the day is thought of. */
  private static final Duration EXPUNGE = Duration.ofHours(1);

  private final Path file;
  private final InstantSource clock;
  private final Map<String, String> environment;
  private final Receiver receiver;
  private final Publisher publisher;
  private final WebServer web;
  private final AdminServer admin;
  private final Schedule schedule;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Starts everything; when this returns, the feed can be had.
   *
   * @param file feeds.yml, from which {@code config} was read
   * @throws StoreException if the store cannot be used
   * @throws dev.transponder.web.ListenException if the address cannot be listened on
   */
  Transponder(Path file, Config config, InstantSource clock, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
    this.clock = clock;
    FileWatch watch = new FileWatch(file, this::reload);
    WebServer.check(config.settings().listen());
    WebServer.check(config.settings().admin());
    this.receiver = Receiver.open(config, folder(file), clock, environment);
    this.publisher = new Publisher(receiver.store(), clock);
    try {
      judge();
      publish();
      this.web = WebServer.start(config.settings().listen(), publisher, this::problems);
    } catch (RuntimeException e) {
      receiver.close();
      throw e;
    }
    try {
      this.admin =
          AdminServer.start(
              config.settings().admin(), new Desk(receiver, file, environment, clock));
    } catch (RuntimeException e) {
      web.close();
      receiver.close();
      throw e;
    }
    this.schedule =
        Schedule.start(
            List.of(
                new Repeated("refresh due sources", TICK, receiver.pool()::startDue),
                new Repeated("judge by changed rules", TICK, this::judge),
                new Repeated("compare entries anew", TICK, this::tell),
                new Repeated("publish", TICK, this::publish),
                new Repeated("watch feeds.yml", TICK, watch::look),
                new Repeated("expunge", EXPUNGE, expunge())));
    log.info("serving {} and {}atom.xml", config.settings().baseUrl(), config.settings().baseUrl());
  }

  static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? Path.of("/") : parent;
  }

  private void judge() {
    receiver.rejudging().judge(BATCHES);
  }

  private void tell() {
    try {
      receiver.retelling().tell(BATCHES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish() {
    publisher.publish(receiver.live().settings(), receiver.live().sources());
  }

  private Expunge expunge() {
    return new Expunge(
        receiver.store(), () -> receiver.live().settings().retention(), clock, () -> !closed.get());
  }

  private void reload() {
    try {
      Config config = FeedsFile.load(file, environment, new Syntax());
      config.warnings().forEach(log::warn);
      if (!sameServer(config)) {
        log.warn("{}: listen, admin, database and contact take effect after a restart", file);
      }
      receiver.takeUp(config, clock.instant());
      judge();
      log.info("{} taken up, sources: {}", file, config.sources().size());
    } catch (ConfigException e) {
      e.problems().forEach(problem -> log.error("{}", problem));
      log.error("{} has mistakes, the last good one stays in force", file);
    }
  }

  private boolean sameServer(Config config) {
    return config.settings().listen().equals(receiver.live().settings().listen())
        && config.settings().admin().equals(receiver.live().settings().admin())
        && config.settings().database().equals(receiver.live().settings().database())
        && Objects.equals(config.settings().contact(), receiver.live().settings().contact());
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    try {
      receiver.store().ping();
    } catch (StoreException e) {
      problems.add("the database does not answer");
    }
    schedule.problem().ifPresent(problems::add);
    return problems;
  }

  /** Stops everything, once, however often it is called. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    schedule.close();
    // First, so that whoever waits for a refresh is told before the servers stop.
    receiver.pool().close();
    admin.close();
    web.close();
    receiver.close();
  }
}
