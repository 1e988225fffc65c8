package dev.transponder.cli;

import java.time.Instant;

/** Prints how every source is doing, for people. */
final class StatusTable {
  /** Characters, where it has to fit into a window; what is piped or kept is whole. */
  private static final int RESULT = 40;

  private final Terminal terminal;

  StatusTable(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(StatusReport report) {
    Table table = new Table();
    table.add("SOURCE", "STATE", "ENTRIES", "LAST RESULT", "NEXT CHECK");
    for (StatusReport.Line line : report.sources()) {
      table.add(
          Plain.line(line.id()),
          Plain.line(line.state()),
          Long.toString(line.entries()),
          last(line),
          next(line));
    }
    table.lines().forEach(terminal.out()::println);
    terminal
        .out()
        .println(
            "%d sources, %d entries, %d stories"
                .formatted(report.sources().size(), report.entries(), report.stories()));
  }

  private String last(StatusReport.Line line) {
    Instant at = line.lastAt();
    String result = line.lastResult();
    return at == null || result == null
        ? "-"
        : terminal.time(at)
            + " "
            + (terminal.interactive() ? Plain.line(result, RESULT) : Plain.line(result));
  }

  private String next(StatusReport.Line line) {
    Instant next = line.next();
    String when = next == null ? "never" : terminal.isPast(next) ? "now" : terminal.time(next);
    return when + ": " + Plain.line(line.reason());
  }
}
