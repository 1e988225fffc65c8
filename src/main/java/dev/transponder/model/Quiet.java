package dev.transponder.model;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * When a feed asks not to be read (RSS 2.0 skipHours and skipDays), in UTC.
 *
 * @param hours 0 to 23; empty for none, never all of them
 * @param days empty for none, never all of them
 */
public record Quiet(Set<Integer> hours, Set<DayOfWeek> days) {
  public static final Quiet NEVER = new Quiet(Set.of(), Set.of());

  public Quiet {
    hours = Set.copyOf(hours);
    days = Set.copyOf(days);
  }
}
