package dev.transponder.store;

import java.time.Instant;

/** What asking for a turn of a host gave. */
public sealed interface HostTurn {

  /**
   * The request may start.
   *
   * @param at when it starts, for the gap to the next one
   */
  record Taken(long id, Instant at) implements HostTurn {}

  /** Ask again at that moment: another node's request is under way or was started just now. */
  record Later(Instant at) implements HostTurn {}

  /** The host asked for silence. */
  record Held(Instant until) implements HostTurn {}
}
