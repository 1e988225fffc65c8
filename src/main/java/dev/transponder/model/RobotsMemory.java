package dev.transponder.model;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the robots.txt of each origin over restarts, so that none is asked for more often than once
 * a day however often the program is started. Thread safe.
 */
public interface RobotsMemory {
  /** What is remembered of an origin, null if nothing. */
  @Nullable RobotsCopy robots(String origin);

  /** Remembers a copy in place of an earlier one of that origin. */
  void remember(RobotsCopy copy);

  /** Remembers nothing. */
  static RobotsMemory none() {
    return new RobotsMemory() {
      @Override
      public @Nullable RobotsCopy robots(String origin) {
        return null;
      }

      @Override
      public void remember(RobotsCopy copy) {}
    };
  }
}
