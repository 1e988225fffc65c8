package dev.transponder.model;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code feeds.yml} says beside its sources; each value is final, defaults filled in.
 *
 * @param title of the combined feed and the page
 * @param subtitle of the combined feed and the page
 * @param baseUrl what the feed calls itself, ends in a slash
 * @param listen where the public server listens
 * @param admin where operators are answered: refresh, status
 * @param contact a URL (mailto or https) for site owners, part of the User-Agent; null for none
 * @param database a JDBC URL, H2 file paths already made absolute; may hold a password
 * @param feedEntries how many entries the combined feed holds, at least 1
 * @param fullContent whether feeds carry whole contents, else summaries
 * @param pageEntries how many entries a page of updates shows, at least 1
 * @param pageExcerpt how many characters (code points) of an entry a page shows
 * @param retention how long entries are kept
 * @param pacing how requests to one host are spread
 */
public record Settings(
    String title,
    String subtitle,
    String baseUrl,
    InetSocketAddress listen,
    InetSocketAddress admin,
    @Nullable String contact,
    String database,
    int feedEntries,
    boolean fullContent,
    int pageEntries,
    int pageExcerpt,
    Retention retention,
    PacingRules pacing) {

  /** Leaves the database URL out: it may hold a password. */
  @Override
  public String toString() {
    return "Settings[" + title + "]";
  }

  /**
   * How long entries are kept that their source no longer shows.
   *
   * @param age since they were first seen
   * @param entries how many of all sources together, at least 1; the oldest are purged first
   */
  public record Retention(Duration age, int entries) {}

  /**
   * How requests to one host are spread.
   *
   * @param usual what holds for every host not named
   * @param hosts exceptions by host name in lower case, without port
   */
  public record PacingRules(Pace usual, Map<String, Pace> hosts) {
    public PacingRules {
      hosts = Map.copyOf(hosts);
    }

    public Pace of(String host) {
      return hosts.getOrDefault(host, usual);
    }
  }

  /**
   * The pace of requests to one host.
   *
   * @param parallel how many requests may be under way at once, at least 1
   * @param gap between the starts of two requests on the wire, zero or more
   */
  public record Pace(int parallel, Duration gap) {
    public static final Pace DEFAULT = new Pace(1, Duration.ofSeconds(1));
  }
}
