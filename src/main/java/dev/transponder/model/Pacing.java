package dev.transponder.model;

import java.time.Duration;
import java.time.Instant;

/** The manners towards one host, shared by all who send requests to it. Thread safe. */
public interface Pacing {

  /**
   * Waits until one more request may be sent to the host; one turn is one request on the wire.
   *
   * @param host lower case, without port
   */
  Turn await(String host) throws InterruptedException;

  /** Lets no request through to the host before that moment; a later moment counts. */
  void hold(String host, Instant until);

  /**
   * One URL of the host is too busy (503) and wants to be left alone until then. If another one has
   * said so as well, and nothing of the host was had in between, the host is left alone until the
   * first of them may be asked again.
   */
  void busy(String host, String url, Instant until);

  /** A document of the host was had, or it is as we know it. */
  void answered(String host);

  /**
   * Lets that much time at least pass between two requests to the host, as its robots.txt asks.
   *
   * @param gap zero for no such wish
   */
  void slow(String host, Duration gap);

  /** What {@link #await} gives. */
  sealed interface Turn {}

  /** The request may be sent now; closed when its answer was read. */
  non-sealed interface Granted extends Turn, AutoCloseable {
    /** The request goes out at this moment: the gap to the next one counts from here. */
    void sent();

    @Override
    void close();
  }

  /** The host asked for silence: send nothing. */
  record Held(Instant until) implements Turn {}
}
