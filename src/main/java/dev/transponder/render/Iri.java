package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.transponder.text.XmlChars;
import java.util.regex.Pattern;

/** The URLs of the wild as a link may carry them: no spaces, quotes or angle brackets. */
final class Iri {
  /** ASCII characters that no IRI may hold (RFC 3987 section 2.2); below them are controls. */
  private static final String REFUSED = "\"<>\\^`{|}";

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private Iri() {}

  /** Percent-encodes what may not stand in an IRI and leaves everything else as it is. */
  static String of(String url) {
    String text = XmlChars.clean(url).strip();
    int path = text.indexOf('/', text.indexOf("://") + 3);
    StringBuilder iri = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (mayStand(text, at, path < 0 ? text.length() : path)) {
        iri.append(c);
      } else {
        for (byte b : String.valueOf(c).getBytes(UTF_8)) {
          iri.append(String.format("%%%02X", b & 0xff));
        }
      }
    }
    return iri.toString();
  }

  private static boolean mayStand(String text, int at, int path) {
    char c = text.charAt(at);
    return switch (c) {
      case '%' -> ESCAPE.matcher(text).region(at, text.length()).lookingAt();
      case '#' -> text.indexOf('#') == at;
      case '[', ']' -> at < path;
      default -> c > ' ' && (c < 0x7f || c > 0x9f) && REFUSED.indexOf(c) < 0;
    };
  }
}
