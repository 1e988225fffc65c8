package dev.transponder.publish;

import dev.transponder.model.Entry;
import dev.transponder.model.StoredEntry;
import dev.transponder.text.Dates;
import dev.transponder.text.Excerpt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its source, and what outputs show of it.
 *
 * @param stored with what rules put in place of what it says
 * @param also the other sources that tell its story
 * @param dropped the rule that keeps it out of feeds and lists, in words; null if it is shown there
 */
public record Shown(
    StoredEntry stored, Origin origin, List<AlsoIn> also, @Nullable String dropped) {
  /** How many characters of its text stand for a missing title. */
  private static final int TITLE = 80;

  public Shown {
    also = List.copyOf(also);
  }

  /** Our number of it, the ID of {@code /entry/ID}. */
  public long number() {
    return stored.number();
  }

  /** Its title; if it has none, the first words of its text. Plain text, never empty. */
  public String title() {
    Entry entry = stored.entry();
    if (entry.title() != null && !entry.title().isBlank()) {
      return entry.title();
    }
    String words = Excerpt.ofHtml(html(), TITLE);
    if (!words.isBlank()) {
      return words;
    }
    String link = link();
    return link == null ? origin.name() : link.replaceFirst("(?i)^https?://(www\\.)?", "");
  }

  /** Whether the title is its own. */
  public boolean titled() {
    String title = stored.entry().title();
    return title != null && !title.isBlank();
  }

  /** Where the original is; null if the document does not say. */
  public @Nullable String link() {
    return followed(stored.entry().link());
  }

  /** The link if it is one that readers can follow, else null. */
  static @Nullable String followed(@Nullable String link) {
    return link != null && link.matches("(?is)https?://.+") ? link : null;
  }

  /** The date that the document gave, within [1990, first seen]; null if it gave none. */
  public @Nullable Instant published() {
    Instant written = stored.entry().published();
    if (written == null) {
      return null;
    }
    Instant latest = stored.firstSeen();
    return written.isAfter(latest)
        ? latest
        : written.isBefore(Dates.EARLIEST) ? Dates.EARLIEST : written;
  }

  /** All that we have of it as clean HTML: its content, else its summary, else nothing. */
  public String html() {
    Entry entry = stored.entry();
    if (entry.content() != null && !entry.content().isBlank()) {
      return entry.content();
    }
    return entry.summary() == null ? "" : entry.summary();
  }

  /** The text that a page of updates shows: of the summary, else of the content. */
  public String excerpt(int most) {
    String summary = stored.entry().summary();
    return Excerpt.ofHtml(summary == null || summary.isBlank() ? html() : summary, most);
  }
}
