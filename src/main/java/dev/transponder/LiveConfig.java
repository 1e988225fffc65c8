package dev.transponder;

import dev.transponder.config.Config;
import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The configuration in force; replaced whole when feeds.yml changes. Thread safe. */
final class LiveConfig {
  private record Version(Config config, Map<String, Source> byId) {}

  private volatile Version version;

  LiveConfig(Config config) {
    version = version(config);
  }

  void replace(Config config) {
    version = version(config);
  }

  Config config() {
    return version.config();
  }

  Settings settings() {
    return version.config().settings();
  }

  List<Source> sources() {
    return version.config().sources();
  }

  /** The source of that id, null if feeds.yml no longer has it. */
  @Nullable Source source(String id) {
    return version.byId().get(id);
  }

  private static Version version(Config config) {
    return new Version(
        config,
        config.sources().stream().collect(Collectors.toMap(Source::id, Function.identity())));
  }
}
