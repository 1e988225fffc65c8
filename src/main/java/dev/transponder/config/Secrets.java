package dev.transponder.config;

import java.util.regex.Pattern;

/** What of a URL is never shown: its user and password, and what its query calls a secret. */
public final class Secrets {
  private static final Pattern USER = Pattern.compile("//[^/?#\\s@]*@");
  private static final Pattern QUERY =
      Pattern.compile(
          "(?i)([?&][^=&#\\s\"]*(?:key|token|secret|pass|auth|sig)[^=&#\\s\"]*=)[^&#\\s\"},]+");

  private Secrets() {}

  /** A text with URLs, such that it may be shown. */
  public static String hidden(String text) {
    return QUERY.matcher(USER.matcher(text).replaceAll("//")).replaceAll("$1…");
  }

  /** Whether the query of a URL holds a secret. */
  static boolean inQuery(String url) {
    return QUERY.matcher(url).find();
  }
}
