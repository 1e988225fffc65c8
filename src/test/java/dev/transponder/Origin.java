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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A site on loopback: documents with ETags, 304 where they match, and a record of every request.
 */
final class Origin implements AutoCloseable {
  /** One request as it arrived. */
  record Request(String path, boolean conditional, int status) {}

  private final HttpServer server;
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final List<String> arrivals = new CopyOnWriteArrayList<>();
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

  /** Lets requests for a path arrive, and answers them only once the latch is open. */
  void hold(String path, CountDownLatch until) {
    held.put(path, until);
  }

  /** How many requests for a path have arrived, answered or not. */
  long arrived(String path) {
    return arrivals.stream().filter(path::equals).count();
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
      arrivals.add(path);
      awaitRelease(path);
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

  private void awaitRelease(String path) throws IOException {
    CountDownLatch latch = held.get(path);
    try {
      if (latch != null && !latch.await(60, TimeUnit.SECONDS)) {
        throw new IOException("held for too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
