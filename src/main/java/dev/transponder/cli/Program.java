package dev.transponder.cli;

import dev.transponder.config.Config;
import dev.transponder.model.Source;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.RefreshResult;
import dev.transponder.refresh.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the commands make the program do. Every method may throw {@link
 * dev.transponder.store.StoreException}, for which the commands have an exit code.
 */
public interface Program {
  /**
   * Serves until the process is told to end.
   *
   * @param file that the configuration came from, to be watched
   * @throws CannotStart if a port is in use, for example
   */
  void serve(Path file, Config config) throws CannotStart, InterruptedException;

  /** What is wrong with a selector of {@code scrape}, in words; null if it is one. */
  @Nullable String selectorProblem(String selector);

  /**
   * Refreshes sources now and waits for all of them.
   *
   * @param file that the configuration came from
   * @param wanted sources of the configuration
   * @param progress is told each result as it comes, from any thread
   */
  void refresh(Path file, Config config, List<Source> wanted, Consumer<RefreshResult> progress)
      throws InterruptedException;

  /** Opens the threads on which documents are read; whoever asks closes them. */
  Workshop workshop();

  /**
   * Looks at a source on the network and stores nothing.
   *
   * @param file feeds.yml, there or not: local files are reached below its folder
   * @param config whose manners hold, null for the usual ones
   */
  Found preview(Path file, @Nullable Config config, Source source) throws InterruptedException;
}
