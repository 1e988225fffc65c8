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
import java.util.concurrent.Executors;

/**
 * A site on loopback: documents with ETags, 304 where they match, and a record of every request.
 */
final class Origin implements AutoCloseable {
  /** One request as it arrived. */
  record Request(String path, boolean conditional, int status) {}

  private final HttpServer server;
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  Origin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  Origin put(String path, String document) {
    documents.put(path, document);
    return this;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  void forgetRequests() {
    requests.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String document = documents.get(path);
      String etag = "\"" + Integer.toHexString(String.valueOf(document).hashCode()) + "\"";
      String sent = exchange.getRequestHeaders().getFirst("If-None-Match");
      int status = document == null ? 404 : etag.equals(sent) ? 304 : 200;
      requests.add(new Request(path, sent != null, status));
      if (document != null) {
        exchange.getResponseHeaders().set("ETag", etag);
        String type = document.startsWith("<!DOCTYPE html") ? "text/html" : "application/xml";
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      }
      if (status == 200 && document != null) {
        byte[] body = document.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      } else {
        exchange.sendResponseHeaders(status, -1);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
