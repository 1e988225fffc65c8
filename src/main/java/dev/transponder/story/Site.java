package dev.transponder.story;

import dev.transponder.model.FeedHead;
import dev.transponder.text.HostName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that belong to a source: those where its documents really come from, and those that it
 * says are its own. Anybody can say that, so it counts less. Pure.
 *
 * @param sure where its documents come from, with ports where URLs have them
 * @param claimed what it says of itself
 */
public record Site(Set<String> sure, Set<String> claimed) {
  /** How far an entry belongs to the site that its link or id names. */
  public enum Claim {
    /** It names none. */
    UNKNOWN,
    FOREIGN,
    CLAIMED,
    SURE
  }

  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?i)(?:https?://(?:[^/?#@]*@)?([^/?#]+)|tag:(?:[^,@]*@)?([^,:@]+),).*", Pattern.DOTALL);

  public Site {
    sure = Set.copyOf(sure);
    claimed = Set.copyOf(claimed);
  }

  /**
   * The site of a source.
   *
   * @param urls where its document comes from: as feeds.yml has it, as discovered, after redirects
   * @param head what the document says of itself
   */
  public static Site of(Stream<@Nullable String> urls, FeedHead head) {
    return new Site(authorities(urls), authorities(Stream.of(head.self(), head.link(), head.id())));
  }

  private static Set<String> authorities(Stream<@Nullable String> urls) {
    Set<String> authorities = new LinkedHashSet<>();
    urls.forEach(
        url -> {
          String authority = url == null ? null : authority(url);
          if (authority != null) {
            authorities.add(authority);
          }
        });
    return authorities;
  }

  /** The host, and port, that a URL or a tag (RFC 4151) names; null if it names none. */
  public static @Nullable String authority(String url) {
    Matcher parts = AUTHORITY.matcher(url);
    if (!parts.matches()) {
      return null;
    }
    String authority = parts.group(1) == null ? parts.group(2) : parts.group(1);
    return authority
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^www\\.(?=.*\\.)", "")
        .replaceFirst(":(?:80|443)?$", "");
  }

  /** The same without port, in the form of {@link HostName}. */
  public static @Nullable String host(String url) {
    String authority = authority(url);
    return authority == null ? null : HostName.of("any://" + authority);
  }

  /** Whose site a URL or tag names. */
  public Claim claim(String url) {
    String authority = authority(url);
    if (authority == null) {
      return Claim.UNKNOWN;
    }
    if (sure.contains(authority)) {
      return Claim.SURE;
    }
    // The host of a platform and that of one of its users are related, and not one site.
    if (sure.stream().anyMatch(own -> isRelated(own, authority))) {
      return Claim.CLAIMED;
    }
    if (claimed.isEmpty()) {
      return Claim.UNKNOWN;
    }
    return claimed.stream().anyMatch(own -> isRelated(own, authority))
        ? Claim.CLAIMED
        : Claim.FOREIGN;
  }

  /** One host, or one below the other; another port is another site. */
  private static boolean isRelated(String one, String other) {
    List<String> a = List.of(one.split(":(?=\\d+$)", 2));
    List<String> b = List.of(other.split(":(?=\\d+$)", 2));
    if (a.size() == 2 && b.size() == 2 && !a.get(1).equals(b.get(1))) {
      return false;
    }
    String first = a.getFirst();
    String second = b.getFirst();
    return first.equals(second) || isBelow(first, second) || isBelow(second, first);
  }

  private static boolean isBelow(String host, String above) {
    return above.contains(".") && host.endsWith("." + above);
  }
}
