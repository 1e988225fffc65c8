package dev.transponder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.cli.FoundReport;
import dev.transponder.cli.StatusReport;
import dev.transponder.cli.StoriesReport;
import dev.transponder.config.Config;
import dev.transponder.config.ConfigException;
import dev.transponder.config.FeedsFile;
import dev.transponder.model.Source;
import dev.transponder.publish.Subscriptions;
import dev.transponder.refresh.RefreshResult;
import dev.transponder.store.SourceRow;
import dev.transponder.web.Operations;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the running program does when it is asked on its admin address. */
record Desk(Receiver receiver, Path file, Map<String, String> environment, InstantSource clock)
    implements Operations {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);

  @Override
  public List<Source> sources() {
    return receiver.sources();
  }

  @Override
  public void refresh(List<Source> wanted, Consumer<RefreshResult> progress)
      throws InterruptedException {
    receiver
        .pool()
        .refreshNow(
            wanted,
            result -> {
              log.info("{}", result.line());
              progress.accept(result);
            });
  }

  @Override
  public String stories() {
    return StoriesReport.of(receiver.sources(), receiver.store()).json();
  }

  @Override
  public String preview(String url) throws ConfigException, InterruptedException {
    Source source = FeedsFile.source(config(), url, Transponder.folder(file));
    Instant silentUntil =
        sources().stream().anyMatch(listed -> listed.id().equals(source.id()))
            ? receiver.store().state(source.id()).habits().silentUntil()
            : null;
    return FoundReport.json(receiver.preview().look(source, silentUntil));
  }

  /** The file as it is at this moment, also if it is not taken up yet. */
  private Config config() {
    try {
      return FeedsFile.load(file, environment, new Syntax());
    } catch (ConfigException e) {
      return receiver.live().config();
    }
  }

  @Override
  public String status() {
    return StatusReport.of(receiver.sources(), receiver.store(), clock.instant()).json();
  }

  @Override
  public String opml() {
    List<SourceRow> rows = receiver.store().sources();
    return new String(Subscriptions.opml(receiver.live().settings(), rows), UTF_8);
  }
}
