package dev.transponder.cli;

import dev.transponder.refresh.RefreshResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a refresh of many sources goes: a bar where somebody watches, with the failures after
 * it, else one line for each source. Thread safe.
 */
final class RefreshProgress implements Consumer<RefreshResult>, AutoCloseable {
  private static final int BAR_WIDTH = 79;

  private final Terminal terminal;
  private final int width;
  private final @Nullable ProgressBar bar;
  private final List<RefreshResult> results = new ArrayList<>();

  /**
   * Shows the empty bar.
   *
   * @param sources how many results will come
   * @param width of the longest id
   */
  RefreshProgress(Terminal terminal, int sources, int width) {
    this.terminal = terminal;
    this.width = width;
    this.bar = terminal.interactive() ? bar(terminal, sources) : null;
  }

  private static ProgressBar bar(Terminal terminal, int sources) {
    return new ProgressBarBuilder()
        .setTaskName("Refreshing")
        .setInitialMax(sources)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), BAR_WIDTH))
        .build();
  }

  @Override
  public synchronized void accept(RefreshResult result) {
    results.add(result);
    if (bar == null) {
      print(result);
    } else {
      bar.step();
    }
  }

  /** Ends the bar and prints what it did not show. */
  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      results.stream().filter(result -> !result.ok()).forEach(this::print);
    }
  }

  /** Prints the sums. */
  synchronized void printSummary() {
    long failed = failed();
    int inserted = results.stream().mapToInt(RefreshResult::inserted).sum();
    int updated = results.stream().mapToInt(RefreshResult::updated).sum();
    terminal
        .out()
        .println(
            "%d refreshed, %d not; %d new, %d changed"
                .formatted(results.size() - failed, failed, inserted, updated));
  }

  synchronized long failed() {
    return results.stream().filter(result -> !result.ok()).count();
  }

  private void print(RefreshResult result) {
    String id = result.sourceId();
    String gap = " ".repeat(Math.max(0, width - id.length()) + 2);
    String mark = result.ok() ? "" : "failed: ";
    terminal.out().println(id + gap + mark + Plain.line(result.message()));
  }
}
