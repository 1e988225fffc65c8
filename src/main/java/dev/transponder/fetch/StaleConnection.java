package dev.transponder.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Says that a kept connection was closed by the other side before anything was sent on it.
 *
 * <p>OkHttp looks before it sends a POST, but not before a GET: it would send and, where that
 * fails, send again.
 */
final class StaleConnection extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int MILLISECONDS = 1;

  private StaleConnection() {
    super("closed, or spoken on, before it was asked");
  }

  /**
   * Looks whether a connection on which an answer is not under way is open and silent. Takes a
   * millisecond.
   */
  static void check(Socket socket) throws IOException {
    int timeout = socket.getSoTimeout();
    try {
      socket.setSoTimeout(MILLISECONDS);
      int unasked = socket.getInputStream().read();
      throw unasked < 0 ? new StaleConnection() : new IOException("it speaks before it is asked");
    } catch (SocketTimeoutException e) {
      // open and silent, as it should be
    } finally {
      socket.setSoTimeout(timeout);
    }
  }
}
