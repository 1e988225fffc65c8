package dev.transponder.clean;

import java.nio.charset.StandardCharsets;
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

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
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
    Matcher scheme = SCHEME.matcher(tidy);
    String whole = scheme.matches() ? withScheme(scheme.group(1), scheme.group(2), false) : null;
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
    Matcher scheme = SCHEME.matcher(tidy);
    String whole =
        scheme.matches() ? withScheme(scheme.group(1), scheme.group(2), mail) : relative(tidy);
    return whole == null || whole.length() > LONGEST ? null : whole;
  }

  private static @Nullable String withScheme(String scheme, String rest, boolean mail) {
    if (scheme.equalsIgnoreCase("mailto")) {
      return mail && !rest.isEmpty() ? "mailto:" + rest : null;
    }
    boolean secure = scheme.equalsIgnoreCase("https");
    if ((!secure && !scheme.equalsIgnoreCase("http")) || !rest.startsWith("/")) {
      return null;
    }
    int host = 0;
    while (host < rest.length() && rest.charAt(host) == '/') {
      host++;
    }
    return onHost(secure ? "https" : "http", rest.substring(host));
  }

  private static @Nullable String onHost(String scheme, String rest) {
    int end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return AUTHORITY.matcher(rest.substring(0, end)).matches() ? scheme + "://" + rest : null;
  }

  private @Nullable String relative(String url) {
    if (url.startsWith("//")) {
      return withScheme(base == null ? "https" : base.group(1), url, false);
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
    int end = 0;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
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
    return XmlText.allowed(c)
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
