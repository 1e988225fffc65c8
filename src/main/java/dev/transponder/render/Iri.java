package dev.transponder.render;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The URLs of the wild as a link may carry them: no spaces, quotes or angle brackets. */
final class Iri {
  /** ASCII characters that no IRI may hold (RFC 3987 section 2.2); below them are controls. */
  private static final String REFUSED = " \"<>\\^`{|}\u007f";

  private Iri() {}

  /** Percent-encodes what may not stand in an IRI and leaves everything else as it is. */
  static String of(String url) {
    StringBuilder iri = new StringBuilder(url.length());
    for (char c : XmlWriter.allowed(url).strip().toCharArray()) {
      if (c > ' ' && REFUSED.indexOf(c) < 0) {
        iri.append(c);
      } else {
        for (byte b : String.valueOf(c).getBytes(UTF_8)) {
          iri.append('%').append(String.format("%02X", b & 0xff));
        }
      }
    }
    return iri.toString();
  }
}
