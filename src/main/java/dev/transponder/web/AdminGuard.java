package dev.transponder.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that a web page has sent through somebody's browser: loopback alone is no
 * protection from those. A page on a name that was pointed at this machine (DNS rebinding) is known
 * by its Host, any other page by Origin and Sec-Fetch-Site, which a page cannot leave out.
 */
final class AdminGuard {
  private static final Pattern HOST =
      Pattern.compile("(?<host>\\[[0-9a-f:.%]+\\]|[^:\\[\\]]+)(?::\\d{1,5})?");

  /** An address in digits cannot be pointed elsewhere. */
  private static final Pattern DIGITS = Pattern.compile("\\[.*\\]|\\d+\\.\\d+\\.\\d+\\.\\d+");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost\\.?|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\]");

  private static final Set<String> OWN_SITES = Set.of("none", "same-origin");

  private final InetSocketAddress admin;

  AdminGuard(InetSocketAddress admin) {
    this.admin = admin;
  }

  /** Why a request is refused, in words; null if it is not. */
  @Nullable String refusal(HttpFields headers) {
    String host = headers.get(HttpHeader.HOST);
    if (host == null || !isOurs(host.toLowerCase(Locale.ROOT))) {
      return "the Host of the request is not the admin address";
    }
    String site = headers.get("Sec-Fetch-Site");
    if (headers.contains(HttpHeader.ORIGIN) || (site != null && !OWN_SITES.contains(site))) {
      return "web pages may not ask this";
    }
    return null;
  }

  private boolean isOurs(String header) {
    Matcher parts = HOST.matcher(header);
    if (!parts.matches()) {
      return false;
    }
    String host = parts.group("host");
    if (LOOPBACK.matcher(host).matches()) {
      return true;
    }
    return DIGITS.matcher(host).matches()
        ? admin.getAddress().isAnyLocalAddress() || isAdmin(host)
        : host.equals(admin.getHostString().toLowerCase(Locale.ROOT));
  }

  private boolean isAdmin(String digits) {
    try {
      return InetAddress.ofLiteral(digits.replaceAll("[\\[\\]]", "")).equals(admin.getAddress());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
