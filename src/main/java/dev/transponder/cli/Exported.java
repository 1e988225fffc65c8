package dev.transponder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.config.Config;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.publish.Subscriptions;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sources of feeds.yml in OPML, with what the store knows of them. */
final class Exported {
  private Exported() {}

  /** Of sources that were never read. */
  static String opml(Config config, Instant now) {
    return text(config, config.sources().stream().map(source -> unread(source, now)).toList());
  }

  /** As feeds.yml is now; what the store has of a source may be older. */
  static String opml(Config config, Store store) {
    Map<String, SourceRow> known =
        store.sources().stream().collect(Collectors.toMap(SourceRow::id, Function.identity()));
    return text(
        config,
        config.sources().stream()
            .map(
                source -> row(source, known.getOrDefault(source.id(), unread(source, Instant.MAX))))
            .toList());
  }

  private static SourceRow row(Source source, SourceRow known) {
    return new SourceRow(
        source.id(),
        source.url(),
        source.name(),
        source.category(),
        known.head(),
        known.state(),
        known.entries(),
        known.dropped());
  }

  private static SourceRow unread(Source source, Instant due) {
    SourceState fresh = SourceState.fresh(source, due);
    return new SourceRow(
        source.id(), source.url(), source.name(), source.category(), null, fresh, 0, 0);
  }

  private static String text(Config config, List<SourceRow> rows) {
    return new String(Subscriptions.opml(config.settings(), rows), UTF_8).strip();
  }
}
