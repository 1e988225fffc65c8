package dev.transponder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.cli.StatusReport;
import dev.transponder.model.Source;
import dev.transponder.publish.Subscriptions;
import dev.transponder.refresh.RefreshResult;
import dev.transponder.store.SourceRow;
import dev.transponder.web.Operations;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the running program does when it is asked on its admin address. */
record Desk(Receiver receiver, InstantSource clock) implements Operations {
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
  public String status() {
    return StatusReport.of(receiver.sources(), receiver.store(), clock.instant()).json();
  }

  @Override
  public String opml() {
    List<SourceRow> rows = receiver.store().sources();
    return new String(Subscriptions.opml(receiver.live().settings(), rows), UTF_8);
  }
}
