package dev.transponder.clean;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reduces URLs that lead to the same document to one text, for comparing only: it is not a URL any
 * more and is never shown or fetched.
 */
public final class CanonicalLink {
  private static final Pattern WEB =
      Pattern.compile("(?i)https?://(?:[^/?#@]*@)?([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");
  private static final Pattern HOST = Pattern.compile("^www[0-9]?\\.(?=.*\\.)|:(?:80|443)?$|\\.$");
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?:utm|mc|mtm|hsa|oly|vero|__hs)_.*|(?:pk|piwik)_(?:campaign|kwd|keyword)|at_(?:medium|campaign)|_hsenc|_hsmi|_ga|_gl|_openstat");
  private static final Set<String> CLICKS =
      Set.of(
          ("fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid srsltid"
                  + " li_fat_id mkt_tok wickedid rb_clickid s_cid cmpid fb_action_ids"
                  + " fb_action_types fb_source ref_src ref_url hsctatracking spm")
              .split(" "));

  private CanonicalLink() {}

  /**
   * What all spellings of a link have in common: no scheme, {@code www.}, default port, tracking
   * parameters, fragment (routes like {@code #!/a} and {@code #/a} stay) or trailing slash, the
   * parameters in order. Other than http and https URLs are returned without white space around
   * them.
   */
  public static String of(String url) {
    Matcher parts = WEB.matcher(url.strip());
    if (!parts.matches()) {
      return url.strip();
    }
    String host = HOST.matcher(parts.group(1).toLowerCase(Locale.ROOT)).replaceAll("");
    String path = unescaped(parts.group(2)).replaceFirst("/+$", "");
    String query = parts.group(3) == null ? "" : query(parts.group(3), host);
    String fragment = parts.group(4) == null ? "" : parts.group(4);
    boolean route = fragment.startsWith("!") || fragment.startsWith("/");
    return host + path + (query.isEmpty() ? "" : "?" + query) + (route ? "#" + fragment : "");
  }

  private static String query(String query, String host) {
    return Arrays.stream(query.split("&"))
        .filter(p -> !p.isEmpty() && !isTracking(p, host))
        .map(CanonicalLink::unescaped)
        .sorted()
        .distinct()
        .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String parameter, String host) {
    int equals = parameter.indexOf('=');
    String name =
        (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    return TRACKING.matcher(name).matches()
        || CLICKS.contains(name)
        || (name.equals("ref") && equals > 0 && parameter.substring(equals + 1).equals(host));
  }

  /** RFC 3986 section 6.2.2: unreserved characters plain, other escapes in upper case. */
  private static String unescaped(String part) {
    return ESCAPE
        .matcher(part)
        .replaceAll(
            m -> {
              int c = Integer.parseInt(m.group(1), 16);
              boolean plain =
                  (c >= 'a' && c <= 'z')
                      || (c >= 'A' && c <= 'Z')
                      || (c >= '0' && c <= '9')
                      || "-._~".indexOf(c) >= 0;
              String text = plain ? Character.toString(c) : m.group().toUpperCase(Locale.ROOT);
              return Matcher.quoteReplacement(text);
            });
  }
}
