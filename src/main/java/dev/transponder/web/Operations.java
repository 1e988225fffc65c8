package dev.transponder.web;

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

  /** How every source is doing: one JSON object in one line. */
  String status();

  /** The sources as a list of subscriptions, in OPML. */
  String opml();
}
