package dev.transponder.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * About how large a pattern becomes when it is compiled: what is repeated a hundred times is there
 * a hundred times, and repeats multiply. Known before, so that no pattern takes all memory.
 */
final class PatternSize {
  private static final Pattern COUNTS = Pattern.compile("([0-9]{1,6})(?:,([0-9]{0,6}))?\\}");

  private final String pattern;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long size;
  private long last;
  private int at;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /** In steps, never less than it is; what is no valid pattern has some size too. */
  static long estimate(String pattern) {
    PatternSize estimate = new PatternSize(pattern);
    while (estimate.at < pattern.length()) {
      estimate.step();
    }
    return estimate.size;
  }

  private void step() {
    char c = pattern.charAt(at++);
    switch (c) {
      case '\\' -> {
        at++;
        atom(1);
      }
      case '[' -> {
        skipClass();
        atom(1);
      }
      case '(' -> {
        outer.push(size);
        size = 0;
      }
      case ')' -> {
        long inner = size;
        size = outer.isEmpty() ? 0 : outer.pop();
        atom(inner + 2);
      }
      case '{' -> repeat();
      default -> atom(1);
    }
  }

  private void atom(long steps) {
    last = Math.min(steps, Integer.MAX_VALUE);
    size = Math.min(size + last, Integer.MAX_VALUE);
  }

  /** The bracket that ends a class is not its first character, nor one of {@code [:alpha:]}. */
  private void skipClass() {
    int from = at;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == ']' && at - 1 > from && pattern.charAt(at - 2) != ':') {
        return;
      }
    }
  }

  private void repeat() {
    Matcher counts = COUNTS.matcher(pattern).region(at, pattern.length());
    if (!counts.lookingAt()) {
      atom(1);
      return;
    }
    at = counts.end();
    long most = Math.max(number(counts.group(1)), number(counts.group(2)));
    long times = Math.max(1, most);
    long once = last;
    atom(Math.multiplyExact(once, times - 1));
    last = Math.min(once * times, Integer.MAX_VALUE);
  }

  private static long number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
