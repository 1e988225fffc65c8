package dev.transponder.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Relative URLs made absolute (RFC 3986 section 5), also those that are no valid URIs. */
final class Urls {
  private Urls() {}

  /** The absolute form of a reference; the reference itself where the base is of no use. */
  static String resolve(String base, String reference) {
    String ref = tidy(reference);
    int scheme = schemeEnd(ref);
    if (scheme > 0) {
      return ref;
    }
    int baseScheme = schemeEnd(base);
    if (baseScheme < 0 || !base.startsWith("//", baseScheme + 1)) {
      return ref;
    }
    if (ref.startsWith("//")) {
      return base.substring(0, baseScheme + 1) + ref;
    }
    int authorityEnd = first(base, baseScheme + 3, "/?#");
    String site = base.substring(0, authorityEnd);
    if (ref.startsWith("/")) {
      return site + withoutDots(ref);
    }
    int pathEnd = first(base, authorityEnd, "?#");
    if (ref.isEmpty()) {
      return base.substring(0, first(base, authorityEnd, "#"));
    }
    if (ref.charAt(0) == '#') {
      return base.substring(0, first(base, authorityEnd, "#")) + ref;
    }
    String path = base.substring(authorityEnd, pathEnd);
    if (ref.charAt(0) == '?') {
      return site + (path.isEmpty() ? "/" : path) + ref;
    }
    return site + withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + ref, path.isEmpty());
  }

  /** The absolute URL if it is one of the web, else null. */
  static @Nullable String web(String base, @Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      return null;
    }
    String url = resolve(base, reference);
    return isWeb(url) ? url : null;
  }

  static boolean isWeb(String url) {
    return url.regionMatches(true, 0, "http://", 0, 7)
        || url.regionMatches(true, 0, "https://", 0, 8);
  }

  /** Whether it says its scheme, and so needs no base. */
  static boolean isAbsolute(String url) {
    return schemeEnd(url) > 0;
  }

  /** Without white space around it and line ends in it; spaces in it escaped. */
  static String tidy(String url) {
    String tidy = url.strip();
    for (int i = 0; i < tidy.length(); i++) {
      if (tidy.charAt(i) <= ' ') {
        return tidy.replaceAll("[\\t\\n\\r]\\s*", "").replace(" ", "%20");
      }
    }
    return tidy;
  }

  private static int schemeEnd(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean more = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !more)) {
        return -1;
      }
    }
    return -1;
  }

  private static int first(String text, int from, String any) {
    for (int i = from; i < text.length(); i++) {
      if (any.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static String withoutDots(String path, boolean addSlash) {
    return withoutDots(addSlash ? "/" + path : path);
  }

  /** RFC 3986 section 5.2.4; the query is no part of it. */
  private static String withoutDots(String pathAndQuery) {
    int end = first(pathAndQuery, 0, "?#");
    String path = pathAndQuery.substring(0, end);
    if (!path.contains("/.")) {
      return pathAndQuery;
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (segments[i].toLowerCase(Locale.ROOT)) {
        case "." -> {
          if (last) {
            kept.addLast("");
          }
        }
        case ".." -> {
          kept.pollLast();
          if (last) {
            kept.addLast("");
          }
        }
        default -> kept.addLast(segments[i]);
      }
    }
    return "/" + String.join("/", kept) + pathAndQuery.substring(end);
  }
}
