package dev.transponder.text;

import java.util.Locale;

/** The host of a URL, to count and to group by; who connects somewhere parses the URL. Pure. */
public final class HostName {
  private HostName() {}

  /** In lower case, without port; empty for a URL without a host ({@code file:}). */
  public static String of(String url) {
    int start = url.indexOf("://");
    if (start < 0 || url.regionMatches(true, 0, "file:", 0, 5)) {
      return "";
    }
    String authority = url.substring(start + 3).split("[/?#\\\\]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.lastIndexOf(':');
    boolean hasPort = port >= 0 && host.indexOf(']', port) < 0;
    return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }
}
