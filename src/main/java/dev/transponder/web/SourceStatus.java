package dev.transponder.web;

import dev.transponder.model.SourceState;
import dev.transponder.publish.Origin;
import dev.transponder.store.SourceRow;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source in the table of how every source is doing; times in UTC.
 *
 * @param path of its feeds
 * @param dropped how many of the entries its rules drop
 * @param last the last result with its time, null if it was never asked
 * @param next when it is read next, and why then
 * @param troubled whether the user should know
 */
record SourceStatus(
    String name,
    @Nullable String site,
    String path,
    String state,
    long entries,
    long dropped,
    @Nullable String last,
    String next,
    boolean troubled) {
  static SourceStatus of(SourceRow row, Origin origin) {
    SourceState state = row.state();
    Instant at = state.lastAt();
    String result = state.lastResult();
    String when = state.nextCheck().equals(Instant.MAX) ? "never" : Day.withTime(state.nextCheck());
    return new SourceStatus(
        origin.name(),
        origin.site(),
        "source/" + row.id() + "/",
        state.state().name().toLowerCase(Locale.ROOT),
        row.entries(),
        row.dropped(),
        at == null || result == null ? null : Day.withTime(at) + ": " + result,
        when + ": " + state.reason(),
        SourceLine.of(row, origin).troubled());
  }
}
