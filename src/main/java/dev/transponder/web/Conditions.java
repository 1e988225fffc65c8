package dev.transponder.web;

import dev.transponder.publish.Rendition;
import dev.transponder.publish.Renditions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** What a request wants to know: which encoding it takes, and whether it has our bytes already. */
final class Conditions {
  private Conditions() {}

  /** Gzip if the request accepts it, else identity, even if that is refused: never a 406. */
  static Rendition accepted(HttpFields request, Renditions renditions) {
    double star = 0;
    for (String header : request.getValuesList(HttpHeader.ACCEPT_ENCODING)) {
      for (String coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
        String[] parts = coding.split(";", -1);
        String name = parts[0].strip();
        double quality = parts.length > 1 ? quality(parts[1]) : 1;
        if (name.equals("gzip") || name.equals("x-gzip")) {
          return quality > 0 ? renditions.gzip() : renditions.identity();
        }
        star = name.equals("*") ? quality : star;
      }
    }
    return star > 0 ? renditions.gzip() : renditions.identity();
  }

  /**
   * Whether 304 is the answer (RFC 9110 section 13.2.2): a request with If-None-Match is decided by
   * that alone. If-Modified-Since must be exactly the date that we gave: after a restart ours may
   * be an older one, and then a later date proves nothing.
   */
  static boolean unchanged(HttpFields request, Rendition rendition, @Nullable Instant modified) {
    List<String> etags = request.getValuesList(HttpHeader.IF_NONE_MATCH);
    if (!etags.isEmpty()) {
      return etags.stream().anyMatch(header -> matches(header, rendition.etag()));
    }
    String since = request.get(HttpHeader.IF_MODIFIED_SINCE);
    return since != null && modified != null && modified.equals(date(since));
  }

  /** Weak comparison: a proxy that compresses makes {@code W/"x"} of {@code "x"}. */
  private static boolean matches(String header, String etag) {
    for (String candidate : header.split(",", -1)) {
      String tag = candidate.strip();
      if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(etag)) {
        return true;
      }
    }
    return false;
  }

  private static double quality(String parameter) {
    String value = parameter.strip();
    if (!value.matches("q=[01](\\.[0-9]{0,3})?")) {
      return 1;
    }
    return Double.parseDouble(value.substring(2));
  }

  private static @Nullable Instant date(String text) {
    try {
      return HttpDateTime.parse(text).toInstant();
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }
}
