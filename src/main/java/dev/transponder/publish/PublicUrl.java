package dev.transponder.publish;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The URLs that a source may be named by in public: http or https, without secrets. */
final class PublicUrl {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)(?<scheme>https?)://(?:[^/?#]*@)?(?<host>[^/?#@]+)(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?.*",
          Pattern.DOTALL);

  /** Names of query parameters that carry a password, as seen in private feeds. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(.*[_.-])?(\\w*token|\\w*secret|(api)?key|auth|pass|passwd|password|pwd|sig|signature|sid|session)");

  private PublicUrl() {}

  /** The URL without user, password, fragment and telling parameters; null if it is no web URL. */
  static @Nullable String of(@Nullable String url) {
    Matcher parts = PARTS.matcher(url == null ? "" : url.strip());
    if (!parts.matches()) {
      return null;
    }
    String query = parts.group("query") == null ? "" : withoutSecrets(parts.group("query"));
    return parts.group("scheme").toLowerCase(Locale.ROOT)
        + "://"
        + parts.group("host")
        + parts.group("path")
        + (query.isEmpty() ? "" : "?" + query);
  }

  /** The host with its port, null if it is no web URL. */
  static @Nullable String host(String url) {
    Matcher parts = PARTS.matcher(url);
    return parts.matches() ? parts.group("host") : null;
  }

  private static String withoutSecrets(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !SECRET.matcher(pair.replaceFirst("=.*", "")).matches())
        .collect(Collectors.joining("&"));
  }
}
