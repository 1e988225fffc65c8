package dev.transponder.clean;

import dev.transponder.text.XmlChars;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes URLs absolute and refuses every scheme but a few.
 *
 * <p>Reads a URL as browsers do (WHATWG URL: tabs and line breaks inside do not count, a backslash
 * is a slash), because what a browser would run is what must be refused. Immutable.
 */
final class Links {
  /** In characters; longer ones are refused. */
  private static final int LONGEST = 4096;

  private static final Pattern BASE =
      Pattern.compile("(https?)://([^/?#]+)([^?#]*)(\\?[^#]*)?(#.*)?");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(?:\\[[0-9A-Fa-f:.]+]|[^%@:\\[\\]]+)(?::[0-9]{0,5})?");
  private static final String ESCAPED = " \"<>`{}|^\\";

  private final @Nullable Matcher base;

  /**
   * @param baseUrl what relative URLs are relative to; if it is not http or https they are refused
   */
  Links(String baseUrl) {
    String tidy = tidy(baseUrl);
    int colon = endOfScheme(tidy);
    String whole = colon < 0 ? null : withScheme(tidy, colon, false);
    Matcher matcher = whole == null ? null : BASE.matcher(whole);
    base = matcher != null && matcher.matches() ? matcher : null;
  }

  /** The absolute http or https URL, null if there is none. */
  @Nullable String web(@Nullable String url) {
    return absolute(url, false);
  }

  /** As {@link #web}, but mailto may stand too. */
  @Nullable String anchor(@Nullable String url) {
    return absolute(url, true);
  }

  private @Nullable String absolute(@Nullable String url, boolean mail) {
    if (url == null || url.length() > 2 * LONGEST) {
      return null;
    }
    String tidy = tidy(url);
    if (tidy.isEmpty()) {
      return null;
    }
    int colon = endOfScheme(tidy);
    String whole = colon < 0 ? relative(tidy) : withScheme(tidy, colon, mail);
    return whole == null || whole.length() > LONGEST ? null : whole;
  }

  /** Where the colon behind the scheme is (RFC 3986 section 3.1), -1 if the URL is relative. */
  private static int endOfScheme(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':' && i > 0) {
        return i;
      }
      if (!letter && (i == 0 || "+-.0123456789".indexOf(c) < 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static @Nullable String withScheme(String url, int colon, boolean mail) {
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon + 1);
    return switch (scheme) {
      case "mailto" -> mail && !rest.isEmpty() ? "mailto:" + rest : null;
      case "http", "https" -> rest.startsWith("/") ? onHost(scheme, rest) : null;
      default -> null;
    };
  }

  /** Browsers do not count the slashes in front of a host. */
  private static @Nullable String onHost(String scheme, String slashed) {
    int host = 0;
    while (host < slashed.length() && slashed.charAt(host) == '/') {
      host++;
    }
    int end = endOfPart(slashed, host, "/?#");
    return AUTHORITY.matcher(slashed).region(host, end).matches()
        ? scheme + "://" + slashed.substring(host)
        : null;
  }

  private static int endOfPart(String url, int from, String delimiters) {
    int end = from;
    while (end < url.length() && delimiters.indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private @Nullable String relative(String url) {
    if (url.startsWith("//")) {
      return onHost(base == null ? "https" : base.group(1), url);
    }
    if (base == null) {
      return null;
    }
    String root = base.group(1) + "://" + base.group(2);
    String path = base.group(3).isEmpty() ? "/" : base.group(3);
    return switch (url.charAt(0)) {
      case '#' -> root + path + (base.group(4) == null ? "" : base.group(4)) + url;
      case '?' -> root + path + url;
      case '/' -> root + withoutDots(url);
      default -> root + withoutDots(path.substring(0, path.lastIndexOf('/') + 1) + url);
    };
  }

  /** RFC 3986 section 5.2.4 for an absolute path, with the query and fragment behind it. */
  private static String withoutDots(String url) {
    int end = endOfPart(url, 0, "?#");
    if (!url.substring(0, end).contains("/.")) {
      return url;
    }
    StringBuilder out = new StringBuilder(url.length());
    int start = 1;
    while (start <= end) {
      int slash = url.indexOf('/', start);
      int stop = slash < 0 || slash > end ? end : slash;
      String segment = url.substring(start, stop);
      boolean last = stop == end;
      if (segment.equals("..")) {
        out.setLength(Math.max(0, out.lastIndexOf("/")));
        out.append(last ? "/" : "");
      } else if (segment.equals(".")) {
        out.append(last ? "/" : "");
      } else {
        out.append('/').append(segment);
      }
      start = stop + 1;
    }
    return out.append(url, end, url.length()).toString();
  }

  /** Without what browsers ignore, backslashes as slashes, characters that no URL holds escaped. */
  private static String tidy(String url) {
    return url.chars().allMatch(c -> c < 0x7F && isPlain(c)) ? url : tidied(url);
  }

  private static String tidied(String url) {
    StringBuilder out = new StringBuilder(url.length());
    boolean path = true;
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) <= ' ') {
      end--;
    }
    for (int i = 0; i < end; ) {
      int c = url.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\t' || c == '\n' || c == '\r' || (c <= ' ' && out.isEmpty())) {
        continue;
      }
      path &= c != '?' && c != '#';
      if (c == '\\' && path) {
        out.append('/');
      } else if (isPlain(c)) {
        out.appendCodePoint(c);
      } else if (c < 0xD800 || c > 0xDFFF) {
        escape(c, out);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(int c) {
    if (c < 0x7F) {
      return c > ' ' && ESCAPED.indexOf(c) < 0;
    }
    return XmlChars.allows(c)
        && !Character.isSpaceChar(c)
        && !Character.isISOControl(c)
        && Character.getType(c) != Character.FORMAT;
  }

  private static void escape(int c, StringBuilder out) {
    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)));
      out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
    }
  }
}
