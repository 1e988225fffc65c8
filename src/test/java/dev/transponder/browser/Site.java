package dev.transponder.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A site on loopback that remembers what it was asked. */
final class Site implements AutoCloseable {
  /** One request as it arrived. */
  record Asked(String method, String path, @Nullable String userAgent, @Nullable String accept) {}

  private record Answer(int status, String type, String body, String location) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  Site() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  Site html(String path, String body) {
    return put(path, "text/html; charset=utf-8", body);
  }

  Site put(String path, String type, String body) {
    answers.put(path, new Answer(200, type, body, ""));
    return this;
  }

  Site redirect(String path, String location) {
    answers.put(path, new Answer(302, "text/plain", "", location));
    return this;
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              path,
              exchange.getRequestHeaders().getFirst("User-Agent"),
              exchange.getRequestHeaders().getFirst("Accept")));
      Answer answer = answers.get(path.replaceFirst("\\?.*", ""));
      if (answer == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Set-Cookie", "seen=1");
      if (!answer.location().isEmpty()) {
        exchange.getResponseHeaders().set("Location", answer.location());
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
