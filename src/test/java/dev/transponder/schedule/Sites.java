package dev.transponder.schedule;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Scripted sites, each on a loopback address of its own, on real sockets; every request is kept
 * with the time of the test's clock.
 */
final class Sites implements AutoCloseable {
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpServer> servers = new LinkedHashMap<>();
  private final Map<String, Function<Request, Answer>> scripts = new ConcurrentHashMap<>();
  private final AtomicInteger robots = new AtomicInteger();
  private final List<Request> requests = new ArrayList<>();

  /** One request as it arrived. */
  record Request(
      Instant at, String host, String path, @Nullable String etag, @Nullable String date) {
    boolean conditional() {
      return etag != null || date != null;
    }
  }

  /** What a site answers; headers as name and value in turn. */
  record Answer(int status, String body, List<String> headers) {
    static Answer of(int status, String... headers) {
      return new Answer(status, "", List.of(headers));
    }

    static Answer ok(String body, String... headers) {
      return new Answer(200, body, List.of(headers));
    }
  }

  Sites(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Opens a site.
   *
   * @param address on loopback, "127.0.1.7"
   * @return its URL, without a slash at the end
   */
  String open(String address, Function<Request, Answer> script) throws IOException {
    scripts.put(address, script);
    HttpServer server = serve(new InetSocketAddress(InetAddress.ofLiteral(address), 0), address);
    servers.put(address, server);
    return "http://" + address + ":" + server.getAddress().getPort();
  }

  private HttpServer serve(InetSocketAddress place, String address) throws IOException {
    HttpServer server = HttpServer.create(place, 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, address));
    server.start();
    return server;
  }

  /** Takes all sites off the network. */
  void shut() {
    servers.values().forEach(server -> server.stop(0));
  }

  /** Takes one site off the network. */
  void shut(String address) {
    Objects.requireNonNull(servers.get(address)).stop(0);
  }

  /** Brings all sites back at their former addresses and ports. */
  void reopen() throws IOException {
    for (Map.Entry<String, HttpServer> site : servers.entrySet()) {
      site.setValue(serve(site.getValue().getAddress(), site.getKey()));
    }
  }

  /** How many requests for robots.txt arrived; no site has one. */
  int robots() {
    return robots.get();
  }

  List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  List<Request> requests(String path) {
    return requests().stream().filter(request -> request.path().equals(path)).toList();
  }

  void forget() {
    synchronized (requests) {
      requests.clear();
    }
  }

  private void answer(HttpExchange exchange, String address) throws IOException {
    try (exchange) {
      Request request =
          new Request(
              clock.instant(),
              address,
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("If-None-Match"),
              exchange.getRequestHeaders().getFirst("If-Modified-Since"));
      if (request.path().equals("/robots.txt")) {
        robots.incrementAndGet();
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      synchronized (requests) {
        requests.add(request);
      }
      Answer answer = Objects.requireNonNull(scripts.get(address)).apply(request);
      for (int i = 0; i < answer.headers().size(); i += 2) {
        exchange.getResponseHeaders().set(answer.headers().get(i), answer.headers().get(i + 1));
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
    threads.close();
  }
}
