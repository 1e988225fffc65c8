package dev.transponder.browser;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Another program of this machine, which no page may reach: counts who comes, TCP and UDP. */
final class Neighbour implements AutoCloseable {
  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private final AtomicInteger visitors = new AtomicInteger();

  Neighbour() throws IOException {
    tcp = new ServerSocket(0); // on all addresses
    udp = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().start(this::accept);
    Thread.ofVirtual().start(this::receive);
  }

  private void accept() {
    try {
      while (true) {
        tcp.accept().close();
        visitors.incrementAndGet();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void receive() {
    try {
      while (true) {
        udp.receive(new DatagramPacket(new byte[2_000], 2_000));
        visitors.incrementAndGet();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  int port() {
    return tcp.getLocalPort();
  }

  int udpPort() {
    return udp.getLocalPort();
  }

  int visitors() {
    return visitors.get();
  }

  @Override
  public void close() throws IOException {
    tcp.close();
    udp.close();
  }
}
