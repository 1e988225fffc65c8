package dev.transponder.cli;

import dev.transponder.config.Config;
import dev.transponder.model.Source;
import dev.transponder.refresh.Found;
import dev.transponder.store.Store;
import dev.transponder.store.StoreException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a URL. While a service has the store, that service looks: its turns, holds and copies of
 * robots.txt count, and no site is asked by two programs at once.
 */
record Looking(Program program, Path file) {
  /**
   * What would be found there.
   *
   * @param config null if there is no feeds.yml
   * @throws ServiceException if the service that has the store cannot be asked
   */
  Found look(@Nullable Config config, Source source) throws ServiceException, InterruptedException {
    StoreException taken =
        config == null || source.url().startsWith("file:")
            ? null
            : Store.taken(config.settings().database());
    return config == null || taken == null
        ? program.preview(file, config, source)
        : AdminClient.of(config.settings(), taken).preview(source.url());
  }
}
