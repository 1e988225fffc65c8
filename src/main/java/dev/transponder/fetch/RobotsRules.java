package dev.transponder.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What one robots.txt says to us (RFC 9309 section 2.2): the rules of the group that names us, else
 * those of the group {@code *}. Immutable. Does not know when it was read.
 *
 * @param named whether the group names us
 * @param rules the one that decides comes first: the longest, Allow before Disallow
 * @param delay the Crawl-delay of the group, which no standard knows; zero if it has none
 */
record RobotsRules(boolean named, List<Rule> rules, Duration delay) {
  static final RobotsRules NONE = new RobotsRules(false, List.of(), Duration.ZERO);

  /** The product token of our User-Agent. */
  private static final String NAME = "Transponder";

  /** A number of seconds that the library takes for none, as it does not fit into 32 bits. */
  private static final Pattern LONG_DELAY =
      Pattern.compile("(?im)^([ \\t]*+crawl-delay[ \\t]*+:[ \\t]*+)0*+[1-9]\\d{9,}+");

  /** Seconds; more than anybody waits. */
  private static final String LONGEST_DELAY = "999999999";

  RobotsRules {
    rules = List.copyOf(rules);
  }

  /**
   * Reads a robots.txt, whatever it is. A page of HTML that is sent in its place says nothing.
   *
   * <p>Lines outside of the standard (markup around lines, a delay beyond which everything is
   * forbidden) are extensions of the library that are kept from working: its way to remove markup
   * takes many seconds for a line of many {@code <}.
   */
  static RobotsRules of(String text) {
    if (text.isBlank() || text.stripLeading().startsWith("<")) {
      return NONE;
    }
    String readable = LONG_DELAY.matcher(text.replace("<", "%3C")).replaceAll("$1" + LONGEST_DELAY);
    byte[] bytes = readable.getBytes(StandardCharsets.UTF_8);
    SimpleRobotRules parsed =
        new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
            .parseContent("", bytes, "text/plain", List.of(NAME.toLowerCase(Locale.ROOT)));
    List<Rule> rules =
        parsed.getRobotRules().stream()
            .map(rule -> Rule.of(rule.isAllow(), rule.getPrefix()))
            .toList();
    boolean said = !rules.isEmpty() || parsed.getCrawlDelay() > 0;
    return new RobotsRules(
        said && !parsed.isMatchedWildcard(),
        rules,
        Duration.ofMillis(Math.max(0, parsed.getCrawlDelay())));
  }

  /** The rule that forbids a URL, in words; null if it is allowed. */
  @Nullable String forbidding(HttpUrl url) {
    String path = Paths.of(url);
    for (Rule rule : rules) {
      if (rule.matches(path)) {
        String group = named ? NAME : "*";
        return rule.allow() ? null : "Disallow: " + Words.brief(rule.text()) + ", group " + group;
      }
    }
    return null;
  }

  /**
   * One rule. It is matched here: the library does not go back where the text between a {@code *}
   * and a final {@code $} comes twice in a path.
   *
   * @param text the pattern as normalised by the library
   * @param pieces between its stars
   * @param whole whether it ends in {@code $}: the path must end there too
   */
  record Rule(boolean allow, String text, List<String> pieces, boolean whole) {
    static Rule of(boolean allow, String text) {
      boolean whole = text.endsWith("$");
      String pattern = whole ? text.substring(0, text.length() - 1) : text;
      String[] pieces = pattern.replace("$", "%24").split("\\*", -1);
      return new Rule(allow, text, List.of(pieces), whole);
    }

    boolean matches(String path) {
      if (!path.startsWith(pieces.getFirst())) {
        return false;
      }
      int at = pieces.getFirst().length();
      if (pieces.size() == 1) {
        return !whole || path.length() == at;
      }
      for (String piece : pieces.subList(1, pieces.size() - 1)) {
        int found = path.indexOf(piece, at);
        if (found < 0) {
          return false;
        }
        at = found + piece.length();
      }
      String last = pieces.getLast();
      return whole
          ? path.length() - last.length() >= at && path.endsWith(last)
          : path.indexOf(last, at) >= 0;
    }
  }

  /** Spells paths as the library spells the patterns. */
  private static final class Paths extends SimpleRobotRules {
    private static final long serialVersionUID = 1L;

    static String of(HttpUrl url) {
      String query = url.encodedQuery();
      String path = query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
      return escapePath(path, specialCharactersPathMatching);
    }
  }
}
