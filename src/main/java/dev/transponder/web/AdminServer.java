package dev.transponder.web;

import java.net.InetSocketAddress;

/** The server for whoever runs the program: refresh now, status. Never public by default. */
public final class AdminServer implements AutoCloseable {
  private static final int CONNECTIONS = 64;

  private final Listener listener;

  private AdminServer(Listener listener) {
    this.listener = listener;
  }

  /**
   * Starts listening.
   *
   * @param admin port 0 takes any free one
   * @throws ListenException if the address is taken or is not ours
   */
  public static AdminServer start(InetSocketAddress admin, Operations operations) {
    return new AdminServer(
        Listener.start("admin", admin, CONNECTIONS, new AdminSite(admin, operations)));
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
