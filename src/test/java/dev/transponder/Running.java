package dev.transponder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** {@code serve} in a process of its own. */
final class Running implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final int admin;
  private final HttpClient client = HttpClient.newHttpClient();

  private Running(Process process, int port, int admin) {
    this.process = process;
    this.port = port;
    this.admin = admin;
  }

  /** Starts it with {@code listen} and {@code admin} set to free ports; waits until it answers. */
  static Running serve(Path feedsFile) throws Exception {
    int port = freePort();
    int admin = freePort();
    String yaml = Files.readString(feedsFile).replaceAll("(?m)^(listen|admin):.*\n", "");
    Files.writeString(feedsFile, "listen: %d\nadmin: %d\n%s".formatted(port, admin, yaml));
    List<String> arguments = List.of("serve", "--config", feedsFile.toString());
    Path folder = feedsFile.resolveSibling(".").normalize();
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(folder.resolve("serve.log").toFile());
    Process process =
        Ran.process(folder, arguments, Map.of()).redirectError(log).redirectOutput(log).start();
    Running running = new Running(process, port, admin);
    running.await(() -> running.answers("/livez"));
    return running;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String get(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean answers(String path) {
    assertThat(process.isAlive()).as("the program runs").isTrue();
    try {
      return !get(path).isEmpty();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** A request to the admin address. */
  HttpRequest.Builder admin(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin + path));
  }

  /** Sends a request; its answer as text. */
  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a request; its answer as it will come. */
  CompletableFuture<HttpResponse<String>> begin(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  int adminPort() {
    return admin;
  }

  /** The processes that it has started, and those that these have. */
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  /** Waits until the feed holds so many entries. */
  void awaitEntries(int count) {
    await(() -> get("/atom.xml").split("<entry[ >]", -1).length == count + 1);
  }

  void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited " + PATIENCE).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Sends SIGTERM; the exit code, or a failure after five seconds. */
  int endByTerm() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("ended within 5 s").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
