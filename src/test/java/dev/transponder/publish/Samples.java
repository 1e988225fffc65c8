package dev.transponder.publish;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Habits;
import dev.transponder.model.Settings;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.PacingRules;
import dev.transponder.model.Settings.Retention;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.StoredEntry;
import dev.transponder.store.SourceRow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Sources, entries and settings for tests of what is published. */
public final class Samples {
  /** Midnight before all times of the samples. */
  public static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");

  private Samples() {}

  public static Settings settings() {
    return settings(100, true);
  }

  public static Settings settings(int feedEntries, boolean fullContent) {
    return new Settings(
        "INCOMING TRANSMISSION",
        "Latest updates",
        "http://localhost:8080/",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        null,
        "jdbc:h2:mem:",
        feedEntries,
        fullContent,
        12,
        350,
        new Retention(Duration.ofDays(365), 1_000_000),
        new PacingRules(Pace.DEFAULT, Map.of()));
  }

  public static Source source(String id, int limit) {
    Source of = Source.of(id, "https://" + id + ".example.org/atom.xml");
    return new Source(
        of.id(), of.url(), null, null, 1, null, null, limit, of.dedupe(), Map.of(), false, false);
  }

  /** The source of a row, as feeds.yml describes it. */
  static Source source(SourceRow row) {
    Source of = Source.of(row.id(), row.url());
    return new Source(
        of.id(),
        of.url(),
        row.name(),
        row.category(),
        1,
        null,
        null,
        0,
        of.dedupe(),
        Map.of(),
        false,
        false);
  }

  /** The same under a heading. */
  public static SourceRow row(String id, String category) {
    SourceRow row = row(id);
    return new SourceRow(
        row.id(), row.url(), null, category, row.head(), row.state(), row.entries(), 0);
  }

  /** A source that is read without trouble and calls itself "Notes of ID". */
  public static SourceRow row(String id) {
    FeedHead head =
        new FeedHead(
            "urn:feed:" + id,
            "Notes of " + id,
            "https://" + id + ".example.org/",
            "https://" + id + ".example.org/atom.xml",
            null,
            null,
            List.of(),
            "en",
            null,
            null,
            List.of());
    return row(id, head, State.OK, "3 new");
  }

  public static SourceRow row(String id, FeedHead head, State state, String result) {
    SourceState fresh = SourceState.fresh(source(id, 0), DAY.plus(Duration.ofMinutes(860)));
    SourceState known =
        new SourceState(
            id,
            fresh.firstUrl(),
            null,
            "feed",
            state,
            fresh.validators(),
            null,
            null,
            fresh.nextCheck(),
            "the site asked for 12 h (max-age)",
            DAY.plus(Duration.ofMinutes(800)),
            result,
            0,
            Habits.NONE);
    return new SourceRow(id, fresh.firstUrl(), null, null, head, known, 3, 0);
  }

  /** An entry with title, text and date; the number says how new it is. */
  public static StoredEntry entry(long number, String sourceId) {
    return stored(
        number,
        sourceId,
        Entry.builder()
            .title("Entry " + number)
            .link("https://" + sourceId + ".example.org/" + number)
            .published(DAY.plus(Duration.ofMinutes(number)))
            .content("<p>Text of <b>" + number + "</b> &amp; more.</p>")
            .build());
  }

  /** The entry as one that tells this story. */
  public static StoredEntry telling(String story, StoredEntry entry) {
    return new StoredEntry(
        entry.number(),
        entry.sourceId(),
        entry.key(),
        entry.atomId(),
        story,
        entry.firstSeen(),
        entry.rank(),
        entry.updated(),
        entry.hash(),
        entry.entry());
  }

  public static StoredEntry stored(long number, String sourceId, Entry entry) {
    Instant moment = DAY.plus(Duration.ofMinutes(number));
    return new StoredEntry(
        number,
        sourceId,
        "key-" + number,
        "urn:entry:" + number,
        "story-" + number,
        moment,
        moment,
        moment,
        "v1:" + number,
        entry);
  }
}
