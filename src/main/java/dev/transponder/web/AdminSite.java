package dev.transponder.web;

import dev.transponder.config.ConfigException;
import dev.transponder.model.Source;
import dev.transponder.store.StoreException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** What the admin address answers. A body that a request may have is never read. Thread safe. */
final class AdminSite extends Handler.Abstract {
  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";
  private static final String OPML = "text/x-opml; charset=utf-8";

  /** Files are not for whoever reaches this address. */
  private static final Pattern WEB = Pattern.compile("(?is)https?://.*");

  private final AdminGuard guard;
  private final Operations operations;

  AdminSite(InetSocketAddress admin, Operations operations) {
    this.guard = new AdminGuard(admin);
    this.operations = operations;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply reply = new Reply(request, response, callback);
    String refusal = guard.refusal(request.getHeaders());
    String method = request.getMethod();
    if (refusal != null) {
      reply.passing(403, JSON, Json.error(refusal, null) + "\n");
      return true;
    }
    switch (Request.getPathInContext(request)) {
      case "/refresh" -> {
        if (method.equals("POST")) {
          refresh(request, response, callback, reply);
        } else {
          notAllowed(reply, method, "POST");
        }
      }
      case "/preview" -> {
        if (method.equals("POST")) {
          preview(request, reply);
        } else {
          notAllowed(reply, method, "POST");
        }
      }
      case "/status.json" -> report(reply, method, operations::status);
      case "/stories.json" -> report(reply, method, operations::stories);
      case "/sources.opml" -> answer(reply, method, OPML, operations::opml);
      default -> reply.passing(404, JSON, Json.error("there is nothing here", null) + "\n");
    }
    return true;
  }

  private static void notAllowed(Reply reply, String method, String allowed) {
    String message = method + " is not possible here, only " + allowed;
    reply.header("Allow", allowed).passing(405, JSON, Json.error(message, null) + "\n");
  }

  private static void report(Reply reply, String method, Supplier<String> report) {
    answer(reply, method, JSON, () -> report.get() + "\n");
  }

  private static void answer(Reply reply, String method, String type, Supplier<String> text) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      notAllowed(reply, method, "GET, HEAD");
      return;
    }
    try {
      reply.passing(200, type, text.get());
    } catch (StoreException e) {
      reply.passing(503, JSON, Json.error(String.valueOf(e.getMessage()), null) + "\n");
    }
  }

  private void preview(Request request, Reply reply) {
    Fields query = Request.extractQueryParameters(request);
    List<String> urls = query.getValuesOrEmpty("url");
    if (query.getSize() != 1 || urls.size() != 1 || !WEB.matcher(urls.getFirst()).matches()) {
      String message = "a preview needs url=URL, one of http or https";
      reply.passing(400, JSON, Json.error(message, null) + "\n");
      return;
    }
    // It takes as long as the turns of its hosts take; a client that does not read is left.
    AtomicBoolean answering = new AtomicBoolean();
    request.addIdleTimeoutListener(_ -> answering.get());
    int status;
    String answer;
    try {
      answer = operations.preview(urls.getFirst());
      status = 200;
    } catch (ConfigException e) {
      status = 400;
      answer = Json.error(e.problems().getFirst().message(), null);
    } catch (InterruptedException | RejectedExecutionException e) {
      status = 503;
      answer = Json.error("the program stops", null);
    }
    answering.set(true);
    reply.passing(status, JSON, answer + "\n");
  }

  private void refresh(Request request, Response response, Callback callback, Reply reply) {
    Fields query = Request.extractQueryParameters(request);
    for (String name : query.getNames()) {
      if (!name.equals("source")) {
        String message = "unknown parameter \"" + name + "\"; there is source=ID";
        reply.passing(400, JSON, Json.error(message, null) + "\n");
        return;
      }
    }
    List<String> ids = query.getValuesOrEmpty("source");
    List<Source> all = operations.sources();
    Map<String, Source> byId =
        all.stream().collect(Collectors.toMap(Source::id, Function.identity()));
    for (String id : ids) {
      if (!byId.containsKey(id)) {
        String message = "no source \"" + id + "\" in feeds.yml";
        reply.passing(404, JSON, Json.error(message, id) + "\n");
        return;
      }
    }
    // Whoever names no sources means those that are not paused.
    List<Source> wanted =
        ids.isEmpty()
            ? all.stream().filter(source -> !source.paused()).toList()
            : all.stream().filter(source -> ids.contains(source.id())).toList();
    RefreshReply answer = new RefreshReply(response, callback, reply, isLines(request));
    // A refresh takes as long as it takes; a client that does not read is left after a while.
    request.addIdleTimeoutListener(_ -> answer.isWriting());
    answer.give(RefreshRun.start(operations, wanted));
  }

  private static boolean isLines(Request request) {
    @Nullable String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    return accept != null && accept.contains(LINES);
  }
}
