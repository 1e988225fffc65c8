package dev.transponder.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an output as they are now.
 *
 * @param changed the second in which they came to be
 */
public record Version(Renditions renditions, Instant changed) {
  /**
   * The next version, or the same one if the bytes are the same. Its date is that of the change,
   * because an entry may arrive with an old date and still is news to those who ask by date only.
   * There is none for a second version within one second, and none for the first: nobody knows
   * whether its bytes are those of the last one before.
   *
   * @param bytes handed over: the caller does not change them afterwards
   */
  static Version of(String type, byte[] bytes, @Nullable Version before, Instant now) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    if (before == null) {
      return new Version(Renditions.of(type, bytes, null), second);
    }
    if (Arrays.equals(bytes, before.renditions.identity().bytes())) {
      return before;
    }
    boolean later = second.isAfter(before.changed);
    return new Version(
        Renditions.of(type, bytes, later ? second : null), later ? second : before.changed);
  }
}
