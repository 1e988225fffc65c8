package dev.transponder.clean;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the candidates of a {@code srcset} one by one (HTML section 4.8.4.2.1). */
final class Srcset {
  private static final Pattern DESCRIPTOR =
      Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,4})?[wx]|[0-9]{1,6}w [0-9]{1,6}h");

  private Srcset() {}

  /** The candidates with a good URL and a good descriptor, null if there is none. */
  static @Nullable String of(String value, Links links) {
    StringJoiner out = new StringJoiner(", ");
    int at = 0;
    while (at < value.length()) {
      int start = skip(value, at);
      int end = start;
      while (end < value.length() && !isSpace(value.charAt(end))) {
        end++;
      }
      String url = value.substring(start, end);
      boolean bare = url.endsWith(",");
      at = bare ? end : endOfDescriptor(value, end);
      add(url, bare ? "" : value.substring(end, at), links, out);
    }
    return out.length() == 0 ? null : out.toString();
  }

  private static void add(String written, String about, Links links, StringJoiner out) {
    String url = links.web(withoutCommas(written));
    String descriptor = XmlText.fold(about);
    if (url != null && (descriptor.isEmpty() || DESCRIPTOR.matcher(descriptor).matches())) {
      String safe = url.endsWith(",") ? url.substring(0, url.length() - 1) + "%2C" : url;
      out.add(descriptor.isEmpty() ? safe : safe + " " + descriptor);
    }
  }

  private static int skip(String value, int from) {
    int at = from;
    while (at < value.length() && (isSpace(value.charAt(at)) || value.charAt(at) == ',')) {
      at++;
    }
    return at;
  }

  private static int endOfDescriptor(String value, int from) {
    int comma = value.indexOf(',', from);
    return comma < 0 ? value.length() : comma;
  }

  private static String withoutCommas(String url) {
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) == ',') {
      end--;
    }
    return url.substring(0, end);
  }

  private static boolean isSpace(char c) {
    return c <= ' ';
  }
}
