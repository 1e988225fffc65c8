package dev.transponder.schedule;

import dev.transponder.model.Settings.Pace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is remembered of hosts beyond this process: their wishes for silence, and whose turn it is
 * where several nodes ask. Thread safe.
 */
public interface SharedHosts {
  /** Nobody else asks, and nothing is remembered. */
  SharedHosts NONE =
      new SharedHosts() {
        @Override
        public Map<String, Instant> held(Instant now) {
          return Map.of();
        }

        @Override
        public void hold(String host, Instant now, Instant until) {}

        @Override
        public Answer take(String host, Pace pace, InstantSource clock) {
          return new Taken(clock.instant(), _ -> {});
        }
      };

  /** The hosts that are to be left alone, and until when. */
  Map<String, Instant> held(Instant now);

  /** Remembers that a host said now that it is to be left alone; of two wishes the later counts. */
  void hold(String host, Instant now, Instant until);

  /**
   * Asks for a turn among all nodes; one whose node dies ends by itself. May wait for a database,
   * and throws what that throws.
   *
   * @param clock tells when the turn starts, after all waiting
   */
  Answer take(String host, Pace pace, InstantSource clock);

  /** What {@link #take} gives. */
  sealed interface Answer {}

  /**
   * The request may start.
   *
   * @param at when it starts, for the gap to the next one
   * @param giveBack ends the turn once its answer was read; told when the next request may start
   */
  record Taken(Instant at, Consumer<Instant> giveBack) implements Answer {}

  /** Ask again at that moment. */
  record Later(Instant at) implements Answer {}

  /** The host asked for silence. */
  record Held(Instant until) implements Answer {}
}
