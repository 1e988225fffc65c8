package dev.transponder.cli;

import dev.transponder.model.Settings;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.RefreshResult;
import dev.transponder.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the running service that has the store, on its admin address. */
final class AdminClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String LINES = "application/x-ndjson";

  private final InetSocketAddress admin;
  private final String held;

  /**
   * A client that has asked nothing yet.
   *
   * @param held why the store cannot be opened, a sentence that begins what goes wrong here
   */
  private AdminClient(InetSocketAddress admin, String held) {
    this.admin = admin;
    this.held = held;
  }

  /** The service that has the store; whatever else is wrong with a store is thrown again. */
  static AdminClient of(Settings settings, StoreException e) {
    if (e.kind() != StoreException.Kind.LOCKED) {
      throw e;
    }
    return new AdminClient(settings.admin(), String.valueOf(e.getMessage()));
  }

  /** How every source is doing. */
  StatusReport status() throws ServiceException, InterruptedException {
    return report("/status.json", StatusReport::parse);
  }

  /** What was recognised as one story. */
  StoriesReport stories() throws ServiceException, InterruptedException {
    return report("/stories.json", StoriesReport::parse);
  }

  private <T> T report(String path, Function<String, T> reading)
      throws ServiceException, InterruptedException {
    try (HttpClient client = client()) {
      return one(client, request(path).timeout(PATIENCE).build(), reading);
    }
  }

  /** What would be found at a URL; waits as long as the service has to wait for its turns. */
  Found preview(String url) throws ServiceException, InterruptedException {
    HttpRequest request =
        request("/preview?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = client()) {
      return one(client, request, FoundReport::parse);
    }
  }

  /** An answer of one line. */
  private <T> T one(HttpClient client, HttpRequest request, Function<String, T> reader)
      throws ServiceException, InterruptedException {
    HttpResponse<Stream<String>> answer = send(client, request);
    try (Stream<String> lines = answer.body()) {
      if (answer.statusCode() != 200) {
        throw refused(answer.statusCode(), first(lines));
      }
      return reader.apply(first(lines));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw nobody("something else answers");
    }
  }

  /** The sources as OPML. */
  String opml() throws ServiceException, InterruptedException {
    try (HttpClient client = client()) {
      HttpRequest request = request("/sources.opml").timeout(PATIENCE).build();
      HttpResponse<Stream<String>> answer = send(client, request);
      try (Stream<String> lines = answer.body()) {
        if (answer.statusCode() != 200) {
          throw refused(answer.statusCode(), first(lines));
        }
        if (!type(answer).startsWith("text/x-opml")) {
          throw nobody("something else answers");
        }
        return lines.collect(Collectors.joining("\n"));
      } catch (UncheckedIOException e) {
        throw nobody("something else answers");
      }
    }
  }

  /**
   * Has sources refreshed now and waits for all of them.
   *
   * @param ids null for all that are not paused
   * @param progress is told each result as it comes
   */
  void refresh(@Nullable List<String> ids, Consumer<RefreshResult> progress)
      throws ServiceException, InterruptedException {
    String query =
        ids == null
            ? ""
            : ids.stream()
                .map(id -> "source=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    HttpRequest request =
        request("/refresh" + query)
            .header("Accept", LINES)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = client()) {
      HttpResponse<Stream<String>> answer = send(client, request);
      try (Stream<String> lines = answer.body()) {
        if (answer.statusCode() != 200) {
          throw refused(answer.statusCode(), first(lines));
        }
        if (!type(answer).startsWith(LINES)) {
          throw nobody("something else answers");
        }
        follow(lines.iterator(), progress);
      } catch (UncheckedIOException e) {
        throw stopped("it went away");
      } catch (IllegalArgumentException e) {
        throw nobody("something else answers");
      }
    }
  }

  /** Reads lines to the sums, which say that all was done. */
  private static void follow(Iterator<String> lines, Consumer<RefreshResult> progress)
      throws ServiceException {
    while (lines.hasNext()) {
      JsonObject line = JsonObject.parse(lines.next());
      if (line.has("error")) {
        throw stopped(line.required("error"));
      }
      if (line.has("refreshed")) {
        return;
      }
      progress.accept(result(line));
    }
    throw stopped("it went away");
  }

  private static RefreshResult result(JsonObject line) {
    Instant next = line.time("next");
    return new RefreshResult(
        line.required("source"),
        line.flag("ok"),
        (int) line.number("new"),
        (int) line.number("changed"),
        line.required("message"),
        next == null ? Instant.MAX : next,
        line.required("reason"));
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(PATIENCE)
        .build();
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create("http://" + reachable() + pathAndQuery));
  }

  private HttpResponse<Stream<String>> send(HttpClient client, HttpRequest request)
      throws ServiceException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofLines());
    } catch (IOException e) {
      throw nobody("nobody answers");
    }
  }

  private static String type(HttpResponse<?> answer) {
    return answer.headers().firstValue("content-type").orElse("");
  }

  private static String first(Stream<String> lines) {
    return lines.findFirst().orElse("");
  }

  /** A service on all addresses is asked on this machine's own. */
  private String reachable() {
    InetAddress address = admin.getAddress();
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    boolean colons = address instanceof Inet6Address && host.contains(":");
    return (colons ? "[" + host.replaceAll("%.*", "") + "]" : host) + ":" + admin.getPort();
  }

  private ServiceException nobody(String who) {
    return new ServiceException(
        ExitCode.STORE_UNUSABLE,
        held
            + " If it is \"transponder serve\", set \"admin\" as it has it: "
            + who
            + " on "
            + reachable()
            + ".");
  }

  /** An answer that is none: our own have an error in words. */
  private ServiceException refused(int status, String body) {
    String error;
    try {
      error = JsonObject.parse(body).required("error");
    } catch (IllegalArgumentException e) {
      return nobody("something else answers");
    }
    return new ServiceException(
        status == 400 || status == 404 ? ExitCode.WRONG_USAGE : ExitCode.STORE_UNUSABLE,
        "the running service says: " + error);
  }

  private static ServiceException stopped(String why) {
    return new ServiceException(
        ExitCode.SOME_FAILED, "the running service ended before all was refreshed: " + why);
  }
}
