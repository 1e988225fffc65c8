package dev.transponder.fetch;

import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Writes the requests for one source. What belongs to the source (its headers, the credentials of
 * its URL) goes to the origin of its URL and nowhere else.
 *
 * <p>Never sends a cookie, a Referer, Accept-Language, no-cache, or anything that makes a URL
 * unique.
 */
final class Requests {
  /** Feeds first; a page is welcome where there is no feed. */
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5";

  private final String userAgent;
  private final boolean forRobots;
  private final String accept;
  private final Map<String, String> secrets;
  private final @Nullable HttpUrl home;

  /** Requests for what the source is read from. */
  Requests(String userAgent, Source source) {
    this(userAgent, false, ACCEPT, source.headers(), HttpUrl.parse(source.url()));
  }

  private Requests(
      String userAgent,
      boolean forRobots,
      String accept,
      Map<String, String> secrets,
      @Nullable HttpUrl home) {
    this.userAgent = userAgent;
    this.forRobots = forRobots;
    this.accept = accept;
    this.secrets = secrets;
    this.home = home;
  }

  /**
   * Requests for a robots.txt, to which nothing that belongs to the source is sent: one copy serves
   * all sources. It is asked for as it is, not packed, since only its beginning may be read.
   */
  static Requests forRobots(String userAgent, Source source) {
    HttpUrl home = HttpUrl.parse(source.url());
    return new Requests(
        userAgent, true, "text/plain, */*;q=0.5", Map.of(), home == null ? null : bare(home));
  }

  /** Requests for a part of a page, which wants a form of its own: JSON, for example. */
  static Requests forPart(String userAgent, Source source, String accept) {
    return new Requests(userAgent, false, accept, source.headers(), HttpUrl.parse(source.url()));
  }

  /** Whether this is the host that the user wrote into feeds.yml, on whatever port. */
  boolean isOwnHost(HttpUrl url) {
    return home != null && home.host().equals(url.host());
  }

  Request to(HttpUrl url, Validators validators) {
    Headers.Builder headers = new Headers.Builder();
    set(headers, "User-Agent", userAgent);
    set(headers, "Accept", accept);
    set(headers, "Accept-Encoding", forRobots ? "identity" : Codings.OFFERED);
    if (validators.etag() != null) {
      set(headers, "If-None-Match", validators.etag());
      if (!forRobots) {
        set(headers, "A-IM", "feed");
      }
    }
    if (validators.lastModified() != null) {
      set(headers, "If-Modified-Since", validators.lastModified());
    }
    if (home != null && sameOrigin(home, url)) {
      if (!home.username().isEmpty() || !home.password().isEmpty()) {
        set(headers, "Authorization", basic(home));
      }
      secrets.forEach((name, value) -> set(headers, name, value));
    }
    return new Request.Builder().url(bare(url)).headers(headers.build()).build();
  }

  static boolean sameOrigin(HttpUrl a, HttpUrl b) {
    return a.scheme().equals(b.scheme()) && a.host().equals(b.host()) && a.port() == b.port();
  }

  /** Without credentials and fragment: what may be shown, kept and sent. */
  static HttpUrl bare(HttpUrl url) {
    return url.newBuilder().username("").password("").fragment(null).build();
  }

  private static String basic(HttpUrl url) {
    return Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8);
  }

  /** As UTF-8 where it is not ASCII, which OkHttp refuses by its usual ways. */
  private static void set(Headers.Builder headers, String name, String value) {
    headers.removeAll(name).addUnsafeNonAscii(name, value);
  }
}
