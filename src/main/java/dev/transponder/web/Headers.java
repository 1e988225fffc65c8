package dev.transponder.web;

import org.eclipse.jetty.http.HttpFields;

/** The response headers that protect the reader, the same on every answer. */
final class Headers {
  /** Pictures and sounds come from the sources; styles from here; scripts from nowhere. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self' https: http: data:; media-src https: http:;"
          + " style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Headers() {}

  static void protect(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
  }
}
