package dev.transponder.cli;

import dev.transponder.config.Secrets;
import dev.transponder.config.YamlValue;
import dev.transponder.model.Entry;
import dev.transponder.model.LearnedList;
import dev.transponder.model.Reading.Parsed;
import dev.transponder.model.Render;
import dev.transponder.model.Selectors;
import dev.transponder.model.Source;
import dev.transponder.refresh.Found;
import dev.transponder.refresh.NamedFeed;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was found at a URL in words, and the lines to paste into feeds.yml. */
final class FoundText {
  private static final int SHOWN = 10;
  private static final int TITLE = 70;

  private final Terminal terminal;

  FoundText(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints it.
   *
   * @param typed the URL as it was typed
   * @param url with the scheme that was taken for meant
   * @param source as which it was looked at
   */
  void print(Found found, String typed, String url, Source source) {
    Parsed parsed = found.parsed();
    print(found, typed, url);
    if (!found.broken()) {
      line("");
      Selectors scrape = found.list() == null ? source.scrape() : found.list().rule();
      yaml(url, parsed == null, source.render(), scrape);
    }
  }

  /** Prints what was found, without lines to paste. */
  void print(Found found, String typed, String url) {
    Parsed parsed = found.parsed();
    if (parsed != null) {
      entries(found.kind() + confidence(found.list()), parsed, found);
    }
    if (!found.feeds().isEmpty()) {
      line("Feeds that the page names:");
      found.feeds().forEach(feed -> line(named(feed, found.feed())));
    }
    if (found.often() != null) {
      line("When it is read again: " + Plain.line(found.often()) + ".");
    }
    if (parsed == null) {
      String asked = typed.strip().equals(url) ? "" : Secrets.hidden(Plain.line(url)) + ": ";
      terminal.complain(asked + (found.problem() == null ? "nothing found" : found.problem()));
    }
  }

  private static String named(NamedFeed feed, @Nullable String read) {
    String problem = feed.problem() == null ? "" : " (" + feed.problem() + ")";
    return (feed.url().equals(read) ? "* " : "  ") + Plain.line(feed.url() + problem);
  }

  private static String confidence(@Nullable LearnedList list) {
    return list == null ? "" : ", " + Math.round(100 * list.confidence()) + " % sure";
  }

  private void entries(String kind, Parsed parsed, Found found) {
    String title = parsed.head().title() == null ? "" : ", " + quoted(parsed.head().title());
    int count = parsed.entries().size();
    line(
        kind
            + " ("
            + Plain.line(parsed.format(), TITLE)
            + ")"
            + title
            + ": "
            + entries(count)
            + dropped(found));
    if (parsed.damaged()) {
      line("The document is damaged; entries at its end may be missing.");
    }
    Table table = new Table();
    for (int i = 0; i < Math.min(SHOWN, count); i++) {
      Entry entry = parsed.entries().get(i);
      table.add(" ", date(entry), Plain.line(name(entry), TITLE));
      if (entry.link() != null) {
        table.add(" ", "", Plain.line(entry.link()));
      }
      String rule = found.dropped().get(found.keys().get(i));
      if (rule != null) {
        table.add(" ", "", "dropped by " + Plain.line(rule));
      }
    }
    table.lines().forEach(this::line);
    if (count > SHOWN) {
      line("  and " + (count - SHOWN) + " more");
    }
    if (parsed.next() != null) {
      line("Next page: " + Plain.line(parsed.next()));
    }
  }

  private static String dropped(Found found) {
    long dropped = found.keys().stream().filter(found.dropped()::containsKey).count();
    return dropped == 0 ? "" : ", " + dropped + " dropped by rules";
  }

  private static String entries(int count) {
    return count == 1 ? "1 entry" : count + " entries";
  }

  private String date(Entry entry) {
    Instant said = entry.published() == null ? entry.updated() : entry.published();
    return said == null ? "no date" : said.atZone(terminal.zone()).toLocalDate().toString();
  }

  private static String name(Entry entry) {
    if (entry.title() != null) {
      return entry.title();
    }
    String text = entry.summary() == null ? entry.content() : entry.summary();
    return text == null ? "(no title)" : text.replaceAll("<[^>]*>", " ");
  }

  private void yaml(String url, boolean nothing, Render render, @Nullable Selectors scrape) {
    line("For feeds.yml:");
    line("");
    line("sources:");
    boolean plain = !nothing && scrape == null;
    if (plain && render == Render.NONE) {
      line("  - " + scalar(url));
      return;
    }
    line("  - url: " + scalar(url));
    if (render != Render.NONE) {
      line("    render: " + render.name().toLowerCase(Locale.ROOT));
    }
    if (plain) {
      return;
    }
    line("    scrape:");
    if (scrape == null) {
      line("      entry: article   # selector of one entry; see docs/CONFIGURATION.md");
      return;
    }
    selector("entry", scrape.entry());
    selector("link", scrape.link());
    selector("title", scrape.title());
    selector("date", scrape.date());
    selector("summary", scrape.summary());
    selector("author", scrape.author());
    selector("category", scrape.category());
    selector("image", scrape.image());
    selector("next", scrape.next());
  }

  private void selector(String key, @Nullable String value) {
    if (value != null) {
      line("      " + key + ": " + YamlValue.of(Plain.line(value)));
    }
  }

  private static String scalar(String text) {
    return YamlValue.of(Secrets.hidden(Plain.line(text)));
  }

  private static String quoted(String text) {
    return "\"" + Plain.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void line(String text) {
    terminal.out().println(text);
  }
}
