package dev.transponder;

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

/** A site on loopback that answers each path as it is told, and notes every request. */
final class ScriptedSite implements AutoCloseable {
  private record Script(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  ScriptedSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** A feed with an ETag. */
  void feed(String path, String body) {
    String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    answer(path, 200, Map.of("Content-Type", "application/xml", "ETag", etag), body);
  }

  /** A page with an ETag. */
  void page(String path, String body) {
    answer(path, 200, Map.of("Content-Type", "text/html; charset=utf-8", "ETag", "\"p\""), body);
  }

  void answer(String path, int status, Map<String, String> headers, String body) {
    scripts.put(path, new Script(status, headers, body));
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The requests for paths that begin so, in order; conditional ones end in a question mark. */
  List<String> requests(String begin) {
    return requests.stream().filter(request -> request.startsWith("GET " + begin)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String sent = exchange.getRequestHeaders().getFirst("If-None-Match");
      requests.add(exchange.getRequestMethod() + " " + path + (sent == null ? "" : " ?"));
      Script script = scripts.getOrDefault(path, new Script(404, Map.of(), ""));
      script.headers().forEach(exchange.getResponseHeaders()::set);
      if (sent != null && sent.equals(script.headers().get("ETag"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      byte[] body = script.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(script.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
