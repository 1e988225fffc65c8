package dev.transponder.config;

import dev.transponder.model.Dedupe;
import dev.transponder.model.Render;
import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said of one source, or of all under {@code defaults}. */
final class SourceReader {
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Map<String, Dedupe> DEDUPE =
      Map.of("near", Dedupe.NEAR, "exact", Dedupe.EXACT, "off", Dedupe.OFF);

  private static final Map<String, Render> RENDER =
      Map.of("none", Render.NONE, "browser", Render.BROWSER);

  /** A browser has no "has it changed?": each look at such a page costs its site all of it. */
  private static final Duration SHORTEST_IN_BROWSER = Duration.ofHours(1);

  /**
   * Headers by which a request works, the validators (a wrong one would lose entries), and who we
   * are: a site must be able to tell.
   */
  private static final Set<String> OUR_HEADERS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "host",
          "if-modified-since",
          "if-none-match",
          "range",
          "transfer-encoding",
          "user-agent");

  private final Section section;

  private SourceReader(Section section) {
    this.section = section;
  }

  /** Reports what is wrong with the keys that a source and the defaults have in common. */
  static void check(Section section) {
    withoutUrl(section);
  }

  /** What the keys say that a source and the defaults have in common. */
  static Source withoutUrl(Section section) {
    return new SourceReader(section).source("-", "-", null);
  }

  static Source read(Section section, String id, String url) {
    return new SourceReader(section).source(id, url, section.text("name"));
  }

  private Source source(String id, String url, @Nullable String name) {
    Render render = render(url);
    return new Source(
        id,
        url,
        name,
        section.text("category"),
        section.whole("pages", 1, 1, 1_000),
        section.has("scrape") ? selectors(section.section("scrape", Keys.SCRAPE)) : null,
        every(render),
        section.whole("limit", 0, 0, 10_000),
        dedupe(),
        headers(),
        section.flag("allow-private", false),
        section.flag("paused", false),
        section.flag("full-text", false),
        render,
        RulesReader.read(section));
  }

  private static @Nullable Selectors selectors(Section scrape) {
    String entry = selector(scrape, "entry");
    if (entry == null && !scrape.has("entry")) {
      scrape.missing("scrape needs entry, the selector that finds each entry");
    }
    Selectors selectors =
        new Selectors(
            entry == null ? "" : entry,
            selector(scrape, "link"),
            selector(scrape, "title"),
            selector(scrape, "date"),
            selector(scrape, "summary"),
            selector(scrape, "author"),
            selector(scrape, "category"),
            selector(scrape, "image"),
            selector(scrape, "next"));
    return entry == null ? null : selectors;
  }

  private static @Nullable String selector(Section scrape, String key) {
    String selector = scrape.text(key);
    String problem = selector == null ? null : scrape.context().syntax().selector(selector);
    Scalar written = scrape.scalar(key);
    if (problem != null && written != null) {
      written.refuse(key + " is no selector: " + problem);
    }
    return selector;
  }

  private Render render(String url) {
    Render render = section.choice("render", RENDER, Render.NONE);
    Scalar written = section.scalar("render");
    if (written != null && render == Render.BROWSER && url.startsWith("file:")) {
      written.refuse("render: browser is for http and https URLs; write render: none");
    }
    return render;
  }

  private @Nullable Duration every(Render render) {
    Scalar scalar = section.scalar("every");
    if (scalar == null || scalar.text().equals("auto")) {
      return null;
    }
    Duration every = scalar.duration(SHORTEST, LONGEST);
    if (every != null && render == Render.BROWSER && every.compareTo(SHORTEST_IN_BROWSER) < 0) {
      scalar.refuse("every should be at least 1h with render: browser, not " + scalar.quoted());
    }
    return every;
  }

  private Dedupe dedupe() {
    Dedupe dedupe = section.choice("dedupe", DEDUPE, Dedupe.NEAR);
    Scalar written = section.scalar("dedupe");
    if (written != null && dedupe == Dedupe.NEAR) {
      written
          .context()
          .problems()
          .warn(written.node(), "dedupe: near acts as exact in this version");
    }
    return dedupe;
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    section
        .free("headers")
        .forEach(
            (key, node) -> {
              String name = key.getValue();
              Scalar value = Nodes.scalar(node, name, section.context());
              String wrong = wrong(name, headers.keySet(), value == null ? "" : value.text());
              if (wrong != null) {
                section.context().problems().add(key, wrong);
              } else if (value != null) {
                headers.put(name, value.text().strip());
              }
            });
    return headers;
  }

  private static @Nullable String wrong(String name, Set<String> known, String value) {
    String shown = "\"" + Scalar.shown(name) + "\"";
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
      return shown + " is no name of a header";
    }
    if (OUR_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
      String instead = name.equalsIgnoreCase("User-Agent") ? " (\"contact\" says who you are)" : "";
      return "the header " + shown + " is set by Transponder itself; remove it" + instead;
    }
    if (known.stream().anyMatch(name::equalsIgnoreCase)) {
      return "the header " + shown + " is here twice";
    }
    return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))
        ? null
        : "the header " + shown + " may hold only ASCII characters in one line";
  }
}
