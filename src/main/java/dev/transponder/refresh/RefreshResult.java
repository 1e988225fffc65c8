package dev.transponder.refresh;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What one refresh came to.
 *
 * @param ok false if the source could not be read, or was left alone for a reason
 * @param message in words, as stored in the source's last result
 * @param next when it is looked at again, {@link Instant#MAX} for never
 * @param reason why then
 */
public record RefreshResult(
    String sourceId,
    boolean ok,
    int inserted,
    int updated,
    String message,
    Instant next,
    String reason) {

  /** As it stands in the log. */
  public String line() {
    String when =
        next.equals(Instant.MAX) ? "never" : next.truncatedTo(ChronoUnit.SECONDS).toString();
    return "refresh %s: %s; next check %s (%s)".formatted(sourceId, message, when, reason);
  }
}
