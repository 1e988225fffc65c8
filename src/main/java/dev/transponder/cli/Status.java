package dev.transponder.cli;

import dev.transponder.config.Config;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Store;
import dev.transponder.store.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How every source of feeds.yml is doing. Only reads: a source that the store does not know yet is
 * new, one that feeds.yml no longer names is left out.
 */
final class Status {
  private static final int RESULT = 40;

  private final Terminal terminal;
  private final List<Line> lines;
  private final Totals totals;

  private Status(Terminal terminal, List<Line> lines, Totals totals) {
    this.terminal = terminal;
    this.lines = lines;
    this.totals = totals;
  }

  /** A source with what is known of it; state and next check as they are now. */
  private record Line(Source source, SourceState state, @Nullable String name, long entries) {
    /** Null if it is never looked at. */
    @Nullable Instant next() {
      return state.nextCheck().equals(Instant.MAX) || source.paused() ? null : state.nextCheck();
    }

    String stateName() {
      return (source.paused() ? State.PAUSED : state.state()).name().toLowerCase(Locale.ROOT);
    }

    String reason() {
      return source.paused() ? "paused in feeds.yml" : state.reason();
    }
  }

  static Status of(Config config, Store store, Terminal terminal) {
    Map<String, SourceRow> rows = new HashMap<>();
    store.sources().forEach(row -> rows.put(row.id(), row));
    List<Line> lines = new ArrayList<>();
    for (Source source : config.sources()) {
      lines.add(line(source, rows.get(source.id()), terminal.clock().instant()));
    }
    return new Status(terminal, lines, store.totals());
  }

  private static Line line(Source source, @Nullable SourceRow row, Instant now) {
    if (row == null) {
      return new Line(source, SourceState.fresh(source, now), source.name(), 0);
    }
    String own = row.head() == null ? null : row.head().title();
    String name = source.name() == null ? own : source.name();
    return new Line(source, row.state(), name, row.entries());
  }

  void printTable() {
    Table table = new Table();
    table.add("SOURCE", "STATE", "ENTRIES", "LAST RESULT", "NEXT CHECK");
    for (Line line : lines) {
      table.add(
          line.source().id(),
          line.stateName(),
          Long.toString(line.entries()),
          last(line.state()),
          next(line));
    }
    table.lines().forEach(terminal.out()::println);
    terminal
        .out()
        .println(
            "%d sources, %d entries, %d stories"
                .formatted(lines.size(), totals.entries(), totals.stories()));
  }

  private String last(SourceState state) {
    Instant at = state.lastAt();
    String result = state.lastResult();
    return at == null || result == null
        ? "-"
        : terminal.time(at) + " " + Plain.line(result, RESULT);
  }

  private String next(Line line) {
    Instant next = line.next();
    String when = next == null ? "never" : terminal.isPast(next) ? "now" : terminal.time(next);
    return when + ": " + Plain.line(line.reason());
  }

  String json() {
    return Json.object(
        json -> {
          json.objects("sources", lines, line -> write(json, line));
          json.number("entries", totals.entries());
          json.number("stories", totals.stories());
        });
  }

  private static void write(Json json, Line line) {
    SourceState state = line.state();
    json.text("id", line.source().id());
    json.text("name", line.name());
    json.text("url", Plain.line(line.source().url()));
    json.text("kind", state.kind());
    json.text("state", line.stateName());
    json.number("entries", line.entries());
    json.object(
        "last",
        state.lastAt(),
        at -> {
          json.time("at", at);
          json.text("result", state.lastResult());
        });
    json.time("next", line.next());
    json.text("reason", line.reason());
  }
}
