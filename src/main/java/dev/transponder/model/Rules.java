package dev.transponder.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a source are shown, and what is shown in place of what they say. Patterns are in
 * RE2 syntax and were checked when they were read.
 *
 * @param keep if there are any, an entry is shown only if one of them holds for it
 * @param drop an entry is not shown if one of them holds for it
 * @param replace in the order in which it is done
 */
public record Rules(List<Rule> keep, List<Rule> drop, List<Replace> replace) {
  public static final Rules NONE = new Rules(List.of(), List.of(), List.of());

  /** Another way to judge the same rules gets another number: all entries are then judged anew. */
  private static final int VERSION = 1;

  public Rules {
    keep = List.copyOf(keep);
    drop = List.copyOf(drop);
    replace = List.copyOf(replace);
  }

  /** A part of an entry that a pattern can be for. */
  public enum Field {
    TITLE,
    LINK,
    AUTHOR,
    CATEGORY,
    CONTENT,
    LANGUAGE;

    /** As feeds.yml calls it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Holds if each of its conditions does. */
  public record Rule(List<Condition> all) {
    public Rule {
      all = List.copyOf(all);
    }
  }

  /** What can be said of one entry, and does not change with time. */
  public sealed interface Condition {}

  /** Holds if one of the patterns is found in the field. */
  public record Matches(Field field, List<String> anyOf) implements Condition {
    public Matches {
      anyOf = List.copyOf(anyOf);
    }
  }

  /**
   * Holds by how old the entry was when it was first seen.
   *
   * @param older whether it was more than that; else it was that or less
   */
  public record Age(Duration age, boolean older) implements Condition {}

  /**
   * What is found is shown as something else.
   *
   * @param with plain text, in which {@code $1} is the first group of the pattern
   */
  public record Replace(Field field, String pattern, String with) {}

  /** Names what decides which entries are shown; null if all are. */
  public @Nullable String judging() {
    return keep.isEmpty() && drop.isEmpty()
        ? null
        : "v%d keep=%s drop=%s".formatted(VERSION, keep, drop);
  }
}
