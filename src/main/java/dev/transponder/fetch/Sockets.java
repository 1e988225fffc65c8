package dev.transponder.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes sockets that know two limits, which addresses they may connect to and how much they read,
 * and tell what is written.
 *
 * <p>The address is checked inside {@link Socket#connect}, where it is the one that is really
 * connected to: no spelling of a host and no second answer of the name service can get around it.
 * (OkHttp's hook for names is not asked about hosts that are literal addresses.) The limit of bytes
 * is for what nobody else counts, such as headers over HTTP/2. Thread safe.
 */
final class Sockets extends SocketFactory {
  private final boolean publicOnly;
  private final long mostBytes;

  /**
   * @param publicOnly whether only public addresses may be connected to
   * @param mostBytes what a connection may deliver in its life, all protocols included
   */
  Sockets(boolean publicOnly, long mostBytes) {
    this.publicOnly = publicOnly;
    this.mostBytes = mostBytes;
  }

  @Override
  public Socket createSocket() {
    return new LimitedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
  }

  private Socket connected(InetSocketAddress remote, @Nullable InetSocketAddress local)
      throws IOException {
    Socket socket = new LimitedSocket();
    if (local != null) {
      socket.bind(local);
    }
    socket.connect(remote);
    return socket;
  }

  private final class LimitedSocket extends Socket {
    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (publicOnly
          && endpoint instanceof InetSocketAddress inet
          && inet.getAddress() != null
          && !PublicAddresses.contain(inet.getAddress())) {
        close();
        throw new AddressRefused(inet.getAddress());
      }
      super.connect(endpoint, timeout);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream(), mostBytes);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return Sending.watched(super.getOutputStream());
    }
  }

  /** Counts for one connection, which is read by one thread at a time. */
  private static final class LimitedStream extends FilterInputStream {
    private long left;

    LimitedStream(InputStream in, long left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      count(c < 0 ? 0 : 1);
      return c;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count(n);
      return n;
    }

    private void count(int n) throws IOException {
      left -= Math.max(n, 0);
      if (left < 0) {
        throw new IOException("it sent more than a connection may");
      }
    }
  }
}
