package dev.transponder.web;

import java.net.InetSocketAddress;

/** The server cannot listen where it was told to; the message is one sentence for the user. */
public final class ListenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final InetSocketAddress address;

  ListenException(InetSocketAddress address, Throwable cause) {
    super("cannot listen on " + where(address) + ": " + cause.getMessage(), cause);
    this.address = address;
  }

  /** Where it was to listen. */
  public InetSocketAddress address() {
    return address;
  }

  private static String where(InetSocketAddress listen) {
    String host = listen.getHostString();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + listen.getPort();
  }
}
