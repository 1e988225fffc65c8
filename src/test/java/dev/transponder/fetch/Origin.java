package dev.transponder.fetch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A scripted origin on a plain socket, which may break every rule; records what arrived. */
final class Origin implements AutoCloseable {
  private final ServerSocket server;
  private final Script script;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  Origin(Script script) {
    this("127.0.0.1", script);
  }

  Origin(String address, Script script) {
    this.script = script;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.ofLiteral(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** An origin that gives each request the same text, status line and headers included. */
  static Origin saying(String head, String body) {
    return new Origin((_, out) -> send(out, head, body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sends a head of the given lines, Content-Length and the body. */
  static void send(OutputStream out, String head, byte[] body) throws IOException {
    String all = head.strip().replaceAll("\\s*\n\\s*", "\r\n");
    out.write(
        (all + "\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
  }

  String url(String path) {
    return "http://" + server.getInetAddress().getHostAddress() + ":" + port() + path;
  }

  int port() {
    return server.getLocalPort();
  }

  List<Asked> asked() {
    return asked;
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
      for (Asked next = read(in, socket); next != null; next = read(in, socket)) {
        asked.add(next);
        script.answer(next, out);
        out.flush();
      }
    } catch (IOException e) {
      // the client went away, or the script closed the socket
    }
  }

  private static @Nullable Asked read(InputStream in, Socket socket) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        line.append((char) c);
      } else if (line.toString().equals("\r")) {
        return new Asked(lines.getFirst(), lines, socket);
      } else {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** Writes one answer. */
  @FunctionalInterface
  interface Script {
    void answer(Asked asked, OutputStream out) throws IOException;
  }

  /** One request as it arrived, bytes as Latin-1. */
  record Asked(String line, List<String> lines, Socket socket) {
    String path() {
      return line.split(" ", -1)[1];
    }

    @Nullable String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return lines.stream()
          .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(start))
          .map(l -> l.substring(start.length()).strip())
          .findFirst()
          .orElse(null);
    }
  }
}
