package dev.transponder.web;

import dev.transponder.model.SourceState;
import dev.transponder.publish.Origin;
import dev.transponder.store.SourceRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source in the list of sources.
 *
 * @param note how it is doing, in words
 * @param troubled whether the user should know
 */
record SourceLine(String name, @Nullable String site, String note, boolean troubled) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  static SourceLine of(SourceRow row, Origin origin) {
    SourceState state = row.state();
    String count = row.entries() == 1 ? "1 entry" : row.entries() + " entries";
    String note =
        switch (state.state()) {
          case NEW -> "not read yet";
          case OK -> count;
          case PAUSED -> "paused, " + count;
          case THROTTLED -> "asked us to wait" + next(state);
          case GONE ->
              state.nextCheck().equals(Instant.MAX)
                  ? "gone for good, not read any more"
                  : "gone, to be confirmed" + next(state);
          case FAILING -> result(state, "cannot be read") + next(state);
          case DRIFTED -> result(state, "looks different now") + next(state);
        };
    boolean troubled =
        switch (state.state()) {
          case NEW, OK, PAUSED -> false;
          case THROTTLED, GONE, FAILING, DRIFTED -> true;
        };
    return new SourceLine(origin.name(), origin.site(), note, troubled);
  }

  private static String result(SourceState state, String otherwise) {
    String result = state.lastResult();
    return result == null || result.isBlank() ? otherwise : result;
  }

  /** With the day only if it is another one than that of the last check. */
  private static String next(SourceState state) {
    Instant next = state.nextCheck();
    if (next.equals(Instant.MAX)) {
      return "";
    }
    boolean sameDay = state.lastAt() != null && Day.of(next).equals(Day.of(state.lastAt()));
    return ", next check " + (sameDay ? TIME.format(next) : Day.withTime(next));
  }
}
