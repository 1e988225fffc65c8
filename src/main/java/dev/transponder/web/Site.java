package dev.transponder.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.publish.Edition;
import dev.transponder.publish.Publisher;
import dev.transponder.publish.Renditions;
import dev.transponder.publish.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Which path is what. Thread safe. */
final class Site extends Handler.Abstract {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";

  /** A number without leading zeros, so that each page has one URL; 18 digits fit a long. */
  private static final Pattern NUMBERED = Pattern.compile("/(page|entry)/([1-9][0-9]{0,17})");

  /** How long readers may go on without asking; a new entry is at most that late. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final Duration FRESH_FILE = Duration.ofDays(1);

  private final Publisher publisher;
  private final Health health;
  private final Renditions style = file("text/css; charset=utf-8", "style.css");
  private final Renditions icon = file("image/svg+xml", "icon.svg");
  private final Templates templates = new Templates(style.identity().etag());
  private final PageCache cache = new PageCache();

  Site(Publisher publisher, Health health) {
    this.publisher = publisher;
    this.health = health;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Reply reply = new Reply(request, response, callback);
    String method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      reply.header("Allow", "GET, HEAD").passing(405, TEXT, "405 Method Not Allowed\n");
      return true;
    }
    String path = Request.getPathInContext(request);
    switch (path) {
      case "/livez" -> reply.passing(200, TEXT, "ok\n");
      case "/readyz" -> ready(reply);
      case "/style.css" -> reply.renditions(style, FRESH_FILE);
      case "/icon.svg" -> reply.renditions(icon, FRESH_FILE);
      case "/page/1" -> reply.redirect("../");
      default -> published(reply, path);
    }
    return true;
  }

  private void ready(Reply reply) {
    List<String> problems = health.problems();
    if (!problems.isEmpty()) {
      reply.passing(503, TEXT, String.join("\n", problems) + "\n");
    } else if (publisher.edition() == null) {
      reply.passing(503, TEXT, "nothing is published yet\n");
    } else {
      reply.passing(200, TEXT, "ready\n");
    }
  }

  private void published(Reply reply, String path) {
    Edition edition = publisher.edition();
    if (edition == null) {
      reply.header("Retry-After", "5").passing(503, TEXT, "nothing is published yet\n");
      return;
    }
    Renditions document = publisher.document(edition, path.substring(1));
    if (document != null) {
      reply.header("Access-Control-Allow-Origin", "*").renditions(document, FRESH);
      return;
    }
    Renditions page = cache.get(edition, path, () -> page(edition, path));
    if (page == null) {
      reply.passing(404, HTML, templates.missing(edition, path));
    } else {
      reply.renditions(page, FRESH);
    }
  }

  private @Nullable Renditions page(Edition edition, String path) {
    String html =
        switch (path) {
          case "/" -> updates(edition, 1);
          case "/sources" -> templates.sources(edition);
          default -> numbered(edition, path);
        };
    return html == null ? null : Renditions.of(HTML, html.getBytes(UTF_8), null);
  }

  private @Nullable String numbered(Edition edition, String path) {
    Matcher matcher = NUMBERED.matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    long number = Long.parseLong(matcher.group(2));
    if (matcher.group(1).equals("page")) {
      return number > edition.pages() ? null : updates(edition, (int) number);
    }
    Shown entry = publisher.entry(edition, number);
    return entry == null ? null : templates.entry(edition, entry);
  }

  private String updates(Edition edition, int number) {
    return templates.updates(edition, number, publisher.page(edition, number));
  }

  private static Renditions file(String type, String name) {
    try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
      return Renditions.of(type, in.readAllBytes(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
