package dev.transponder.cli;

import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Store;
import dev.transponder.store.Totals;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How every source of feeds.yml is doing, and its JSON. Only reads: a source that the store does
 * not know yet is new, one that feeds.yml no longer names is left out.
 *
 * @param entries of all sources
 */
public record StatusReport(List<Line> sources, long entries, long stories) {
  /**
   * One source.
   *
   * @param state in lower case
   * @param dropped how many of its entries its rules drop
   * @param lastAt when it was last asked, null if never
   * @param next when it is looked at again, null for never
   * @param reason why then
   */
  record Line(
      String id,
      @Nullable String name,
      String url,
      @Nullable String kind,
      String state,
      long entries,
      long dropped,
      @Nullable Instant lastAt,
      @Nullable String lastResult,
      @Nullable Instant next,
      String reason) {}

  /** The report on sources of a store. */
  public static StatusReport of(List<Source> sources, Store store, Instant now) {
    Map<String, SourceRow> rows = new HashMap<>();
    store.sources().forEach(row -> rows.put(row.id(), row));
    Totals totals = store.totals();
    return new StatusReport(
        sources.stream().map(source -> line(source, rows.get(source.id()), now)).toList(),
        totals.entries(),
        totals.stories());
  }

  /** The report before there is a store. */
  static StatusReport ofNothing(List<Source> sources, Instant now) {
    return new StatusReport(sources.stream().map(source -> line(source, null, now)).toList(), 0, 0);
  }

  private static Line line(Source source, @Nullable SourceRow row, Instant now) {
    SourceState state = row == null ? SourceState.fresh(source, now) : row.state();
    String own = row == null || row.head() == null ? null : row.head().title();
    boolean paused = source.paused();
    return new Line(
        source.id(),
        source.name() == null ? own : source.name(),
        Plain.line(source.url()),
        state.kind(),
        (paused ? State.PAUSED : state.state()).name().toLowerCase(Locale.ROOT),
        row == null ? 0 : row.entries(),
        row == null ? 0 : row.dropped(),
        state.lastAt(),
        state.lastResult(),
        paused || state.nextCheck().equals(Instant.MAX) ? null : state.nextCheck(),
        paused ? "paused in feeds.yml" : state.reason());
  }

  /** One object in one line. */
  public String json() {
    return Json.object(
        json -> {
          json.objects("sources", sources, line -> write(json, line));
          json.number("entries", entries);
          json.number("stories", stories);
        });
  }

  private static void write(Json json, Line line) {
    json.text("id", line.id());
    json.text("name", line.name());
    json.text("url", line.url());
    json.text("kind", line.kind());
    json.text("state", line.state());
    json.number("entries", line.entries());
    json.number("dropped", line.dropped());
    json.object(
        "last",
        line.lastAt(),
        at -> {
          json.time("at", at);
          json.text("result", line.lastResult());
        });
    json.time("next", line.next());
    json.text("reason", line.reason());
  }

  /**
   * Reads what {@link #json()} wrote, here or in another process.
   *
   * @throws IllegalArgumentException if it is no such report
   */
  static StatusReport parse(String json) {
    JsonObject report = JsonObject.parse(json);
    return new StatusReport(
        report.objects("sources").stream().map(StatusReport::line).toList(),
        report.number("entries"),
        report.number("stories"));
  }

  private static Line line(JsonObject line) {
    JsonObject last = line.object("last");
    return new Line(
        line.required("id"),
        line.text("name"),
        line.required("url"),
        line.text("kind"),
        line.required("state"),
        line.number("entries"),
        line.number("dropped"),
        last == null ? null : last.time("at"),
        last == null ? null : last.text("result"),
        line.time("next"),
        line.required("reason"));
  }
}
