package dev.transponder;

import dev.transponder.browser.Browser;
import dev.transponder.cli.CannotStart;
import dev.transponder.cli.Program;
import dev.transponder.config.Config;
import dev.transponder.fetch.Fetcher;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Source;
import dev.transponder.page.PageReader;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.Preview;
import dev.transponder.refresh.RefreshResult;
import dev.transponder.refresh.Workshop;
import dev.transponder.schedule.HostPacer;
import dev.transponder.schedule.SharedHosts;
import dev.transponder.web.ListenException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Wires the rooms for each command. */
record App(InstantSource clock, Map<String, String> environment) implements Program {

  @Override
  public void serve(Path file, Config config) throws CannotStart, InterruptedException {
    try (Transponder transponder = new Transponder(file, config, clock, environment)) {
      Runtime.getRuntime().addShutdownHook(new Thread(transponder::close, "stop"));
      new CountDownLatch(1).await();
    } catch (ListenException e) {
      String key = e.address().equals(config.settings().admin()) ? "admin" : "listen";
      throw new CannotStart(e.getMessage() + "; choose another address with \"" + key + "\"");
    }
  }

  @Override
  public @Nullable String selectorProblem(String selector) {
    return PageReader.problem(selector);
  }

  @Override
  public void refresh(
      Path file, Config config, List<Source> wanted, Consumer<RefreshResult> progress)
      throws InterruptedException {
    try (Receiver receiver = Receiver.open(config, Transponder.folder(file), clock, environment)) {
      receiver.pool().refreshNow(wanted, progress);
    }
  }

  @Override
  public Workshop workshop() {
    return Receiver.workshop();
  }

  @Override
  public Found preview(Path file, @Nullable Config config, Source source)
      throws InterruptedException {
    PacingRules usual = new PacingRules(Pace.DEFAULT, Map.of());
    PacingRules rules = config == null ? usual : config.settings().pacing();
    String contact = config == null ? null : config.settings().contact();
    HostPacer pacer = new HostPacer(() -> rules, SharedHosts.NONE, clock);
    try (Fetcher fetcher =
            new Fetcher(
                Receiver.userAgent(contact),
                Transponder.folder(file),
                pacer,
                clock,
                RobotsMemory.none());
        Browser browser = new Browser(Receiver.userAgent(contact), environment);
        Workshop workshop = Receiver.workshop()) {
      return new Preview(new RenderingExchange(fetcher, browser), workshop, clock).look(source);
    }
  }
}
