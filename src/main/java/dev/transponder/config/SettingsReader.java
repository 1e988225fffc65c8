package dev.transponder.config;

import dev.transponder.model.Settings;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Settings.Retention;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads everything of the file but its sources. */
final class SettingsReader {
  private static final InetSocketAddress LISTEN =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8080);
  private static final InetSocketAddress ADMIN =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8081);
  private static final String DATABASE = "jdbc:h2:file:./db/transponder";
  private static final Map<String, Boolean> CONTENT = Map.of("full", true, "summary", false);
  private static final Duration LONGEST_GAP = Duration.ofHours(1);

  private SettingsReader() {}

  static Settings read(Section top) {
    Section feed = top.section("feed", Keys.FEED);
    Section page = top.section("page", Keys.PAGE);
    InetSocketAddress listen = HostPort.read(top.scalar("listen"), LISTEN);
    InetSocketAddress admin = HostPort.read(top.scalar("admin"), ADMIN);
    checkApart(listen, admin, top);
    checkHub(top.section("websub", Keys.WEBSUB));
    return new Settings(
        top.text("title", "INCOMING TRANSMISSION"),
        top.text("subtitle", "Latest updates"),
        WebUrl.base(top.scalar("base-url"), HostPort.url(listen)),
        listen,
        admin,
        WebUrl.contact(top.scalar("contact")),
        DatabaseUrl.read(top.scalar("database"), DATABASE, top.context().folder()),
        feed.whole("entries", 100, 1, 10_000),
        feed.choice("content", CONTENT, true),
        page.whole("entries", 12, 1, 1_000),
        page.whole("excerpt", 350, 0, 10_000),
        retention(top.section("retention", Keys.RETENTION)),
        pacing(top.section("pacing", Keys.PACING)));
  }

  private static PacingRules pacing(Section pacing) {
    Pace usual = pace(pacing, Pace.DEFAULT);
    Map<String, Pace> hosts = new LinkedHashMap<>();
    pacing
        .free("hosts")
        .forEach(
            (key, value) -> {
              String host = WebUrl.host(key, pacing.context());
              Pace pace = pace(Section.of(value, Keys.PACE, pacing.context()), usual);
              if (host != null) {
                hosts.put(host, pace);
              }
            });
    return new PacingRules(usual, hosts);
  }

  private static Pace pace(Section section, Pace usual) {
    return new Pace(
        section.whole("parallel", usual.parallel(), 1, 32),
        section.duration("gap", usual.gap(), Duration.ZERO, LONGEST_GAP));
  }

  /** The mistake stands at the key that is there; two defaults are never one address. */
  private static void checkApart(InetSocketAddress listen, InetSocketAddress admin, Section top) {
    Scalar there = top.scalar("admin") == null ? top.scalar("listen") : top.scalar("admin");
    if (there != null && HostPort.overlap(listen, admin)) {
      String other = there.name().equals("admin") ? "listen" : "admin";
      there.refuse(
          there.name() + " and " + other + " need two ports: both have " + listen.getPort());
    }
  }

  private static Retention retention(Section retention) {
    return new Retention(
        Duration.ofDays(retention.whole("days", 365, 1, 36_500)),
        retention.whole("entries", 1_000_000, 1, 100_000_000));
  }

  private static void checkHub(Section websub) {
    @Nullable Scalar hub = websub.scalar("hub");
    if (hub != null) {
      WebUrl.web(hub);
    }
  }
}
