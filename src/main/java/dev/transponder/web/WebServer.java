package dev.transponder.web;

import dev.transponder.publish.Publisher;
import java.net.InetSocketAddress;

/** The public server: pages, feeds, health. */
public final class WebServer implements AutoCloseable {
  private static final int CONNECTIONS = 2_000;

  private final Listener listener;

  private WebServer(Listener listener) {
    this.listener = listener;
  }

  /**
   * Starts listening; called after the first {@link Publisher#publish}, so that the first request
   * finds a feed.
   *
   * @param listen port 0 takes any free one
   * @throws ListenException if the address is taken or is not ours
   */
  public static WebServer start(InetSocketAddress listen, Publisher publisher, Health health) {
    return new WebServer(Listener.start("web", listen, CONNECTIONS, new Site(publisher, health)));
  }

  /**
   * Looks whether an address can be listened on, before anything else is begun.
   *
   * @throws ListenException if it cannot
   */
  public static void check(InetSocketAddress listen) {
    Listener.check(listen);
  }

  /** The port on which it listens. */
  public int port() {
    return listener.port();
  }

  @Override
  public void close() {
    listener.close();
  }
}
