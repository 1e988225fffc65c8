package dev.transponder.text;

import java.time.Duration;

/** Spans of time in the words of our messages: "45 s", "15 min", "1 h 30 min", "24 h", "3 d". */
public final class Spans {
  private Spans() {}

  /**
   * At most two units, rounded down; parts of a second are told only below one second. A negative
   * span counts as none.
   */
  public static String words(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds == 0 && span.toMillis() > 0) {
      return span.toMillis() + " ms";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    if (seconds < 2 * 86_400) {
      return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }
    return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  private static String two(long many, String unit, long few, String smaller) {
    return few == 0 ? many + " " + unit : many + " " + unit + " " + few + " " + smaller;
  }
}
