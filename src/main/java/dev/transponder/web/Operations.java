package dev.transponder.web;

import dev.transponder.config.ConfigException;
import dev.transponder.model.Source;
import dev.transponder.refresh.RefreshResult;
import java.util.List;
import java.util.function.Consumer;

/** What the program does when it is asked on its admin address. Thread safe. */
public interface Operations {
  /** The sources in force, each of them known to the store. */
  List<Source> sources();

  /**
   * Refreshes sources now and waits for all of them.
   *
   * @param wanted some of {@link #sources()}
   * @param progress is told each result as it comes, from any thread
   * @throws InterruptedException if the program stops before all are done
   */
  void refresh(List<Source> wanted, Consumer<RefreshResult> progress) throws InterruptedException;

  /**
   * Looks at a URL as feeds.yml describes it, or would if it stood there alone; stores nothing.
   *
   * @return what would be found: one JSON object in one line
   * @throws ConfigException if it is no URL that may be looked at
   */
  String preview(String url) throws ConfigException, InterruptedException;

  /** How every source is doing: one JSON object in one line. */
  String status();

  /** What was recognised as one story, and why: one JSON object in one line. */
  String stories();

  /** The sources as a list of subscriptions, in OPML. */
  String opml();
}
