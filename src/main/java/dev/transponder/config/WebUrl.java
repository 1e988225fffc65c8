package dev.transponder.config;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * An http or https URL as its author wrote it, taken apart as far as checking needs. URLs of the
 * wild are not all valid {@link java.net.URI}s: only what cannot be asked for is refused.
 *
 * @param scheme http or https
 * @param host in lower case, international names in their ASCII form
 * @param port as written with its colon, "" if none
 * @param rest path, query and fragment as written
 */
record WebUrl(String text, String scheme, String host, String port, String rest) {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+-]*):(?!\\d).*");
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>(?i)https?)://(?:(?<user>[^/?#]*)@)?(?<host>\\[[0-9A-Fa-f:.]+\\]|[^/?#:@\\[\\]]+)"
              + "(?<port>:[^/?#]*)?(?<rest>[/?#].*)?");
  private static final Pattern LOOKS_LIKE_HOST =
      Pattern.compile(
          "(?:(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}|(?:\\d+\\.){3}\\d+|\\[[0-9A-Fa-f:.]+\\])"
              + "(?::\\d+)?(?:[/?#].*)?|localhost\\b.*");

  /** Certificates are made out to names, and this machine has none. */
  private static final Pattern WITHOUT_CERTIFICATE =
      Pattern.compile("(?:localhost\\b|[\\d.]+(?:[:/?#]|$)|\\[).*");

  private static final Pattern PORT =
      Pattern.compile(
          ":?|:0*(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5])");
  private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?");

  /** Whether a text is a URL but for its scheme. */
  static boolean looksLikeHost(String text) {
    return LOOKS_LIKE_HOST.matcher(text).matches();
  }

  /** What {@link #looksLikeHost looks like a host}, with the scheme that is meant most likely. */
  static String meant(String text) {
    return (WITHOUT_CERTIFICATE.matcher(text).matches() ? "http://" : "https://") + text;
  }

  /** The URL, or null if it is none; then a problem says why and what may have been meant. */
  static @Nullable WebUrl web(Scalar scalar) {
    String text = scalar.text().strip();
    if (text.isEmpty()) {
      scalar.refuse(scalar.name() + " is empty; write a URL");
      return null;
    }
    if (text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      scalar.refuse(
          "a URL has no spaces, but " + scalar.quoted() + " has; write %20 if it is meant");
      return null;
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      scalar.refuse(whyNot(scalar, text));
      return null;
    }
    String host = ascii(parts.group("host"));
    String port = parts.group("port") == null ? "" : parts.group("port");
    if (host == null) {
      scalar.refuse("no valid host in the URL " + scalar.quoted());
      return null;
    }
    if (!PORT.matcher(port).matches()) {
      scalar.refuse(
          "no valid port in the URL "
              + scalar.quoted()
              + "; it should be a number from 1 to 65535");
      return null;
    }
    String rest = parts.group("rest") == null ? "" : parts.group("rest");
    return new WebUrl(text, parts.group("scheme").toLowerCase(Locale.ROOT), host, port, rest);
  }

  /** What the feed calls itself; ends in a slash. */
  static String base(@Nullable Scalar scalar, String usual) {
    WebUrl url = scalar == null ? null : web(scalar);
    if (scalar == null || url == null) {
      return usual;
    }
    if (url.rest().matches(".*[?#].*") || scalar.text().matches("[^/]*//[^/]*@.*")) {
      scalar.refuse("base-url should have no user, \"?\" or \"#\"; everything is added behind it");
      return usual;
    }
    return url.text().endsWith("/") ? url.text() : url.text() + "/";
  }

  /** A mailto, http or https URL, fit to stand in a request header. */
  static @Nullable String contact(@Nullable Scalar scalar) {
    if (scalar == null) {
      return null;
    }
    String text = scalar.text().strip();
    if (text.matches("[!-~&&[^:/@]]+@[!-~&&[^:/@]]+")) {
      scalar.refuse("contact should be a URL (did you mean mailto:" + text + "?)");
      return null;
    }
    if (!text.matches("(mailto:[!-~]+@[!-~]+|https?://[!-~]+)")) {
      scalar.refuse(
          "contact should be a URL such as mailto:you@example.org or https://example.org/me, not "
              + scalar.quoted());
      return null;
    }
    return text;
  }

  /** A host as a key: lower case, ASCII form; null if it is none, which is reported. */
  static @Nullable String host(ScalarNode key, Context context) {
    String host = key.getValue().contains("/") ? null : ascii(key.getValue());
    if (host == null) {
      String shown = Scalar.shown(key.getValue());
      context.problems().add(key, "\"" + shown + "\" is no host; write it as example.org");
    }
    return host;
  }

  private static @Nullable String ascii(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (bare.contains(":")) {
      try {
        return java.net.Inet6Address.ofLiteral(bare).getHostAddress();
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    try {
      String ascii = IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return HOST.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String whyNot(Scalar scalar, String text) {
    String bare = text.startsWith("//") ? text.substring(2) : text;
    if (LOOKS_LIKE_HOST.matcher(bare).matches()) {
      String meant = Scalar.shown(meant(bare));
      return "a URL begins with http:// or https:// (did you mean " + meant + "?)";
    }
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return scalar.quoted() + " is no URL; write one such as https://example.org/feed";
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    String hint = name.equals("feed") ? " (did you mean https?)" : "";
    hint = hint.isEmpty() ? Spelling.hint(name, java.util.List.of("https", "http", "file")) : hint;
    return name.matches("https?")
        ? "no valid host in the URL " + scalar.quoted()
        : "unknown kind of URL \""
            + Scalar.shown(name)
            + "\""
            + hint
            + "; known are https, http and file";
  }
}
