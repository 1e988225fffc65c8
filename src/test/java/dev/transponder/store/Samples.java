package dev.transponder.store;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Habits;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Validators;
import dev.transponder.model.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sources, plans and entries for the tests, with as little in them as can be. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123456Z");
  static final Duration HOUR = Duration.ofHours(1);
  static final String NODE = "test";

  private Samples() {}

  static Source source(String id) {
    return Source.of(id, "https://" + id + ".example/feed");
  }

  static List<Source> sources(String... ids) {
    return Stream.of(ids).map(Samples::source).toList();
  }

  static Source paused(Source source) {
    return new Source(
        source.id(),
        source.url(),
        null,
        null,
        1,
        null,
        null,
        0,
        source.dedupe(),
        source.headers(),
        false,
        true);
  }

  /** A source that was read without trouble and is due again in an hour. */
  static SourceState ok(String id) {
    return state(id, State.OK, NOW.plus(HOUR));
  }

  static SourceState failing(String id, int failures) {
    return state(id, State.FAILING, NOW.plus(HOUR), failures);
  }

  static SourceState state(String id, State state, Instant nextCheck) {
    return state(id, state, nextCheck, 2);
  }

  private static SourceState state(String id, State state, Instant nextCheck, int failures) {
    return new SourceState(
        id,
        source(id).url(),
        "https://" + id + ".example/found",
        "discovered",
        state,
        new Validators("W/\"1\"", "Sat, 1 Jan 2022 0:00:00 GMT"),
        "https://" + id + ".example/found",
        "0a1b",
        nextCheck,
        "as usual",
        NOW,
        "3 new",
        failures,
        Habits.NONE);
  }

  static Plan plan(String id, Plan.Insert... inserts) {
    return new Plan(ok(id), null, List.of(inserts), List.of());
  }

  static Plan plan(String id, @Nullable FeedHead head, Plan.Update... updates) {
    return new Plan(ok(id), head, List.of(), List.of(updates));
  }

  /** Claims the source, whoever holds it, and applies the plan as the node that holds it now. */
  static Applied apply(Store store, Plan plan) {
    return apply(store, plan, Verdicts.NONE);
  }

  /** The same with what rules say of the entries. */
  static Applied apply(Store store, Plan plan, Verdicts verdicts) {
    store.claimNow(NODE, plan.state().sourceId(), NOW.plus(Duration.ofDays(999)), HOUR);
    return store.apply(NODE, plan, verdicts, StoryTeller.LINKS);
  }

  /** An entry that tells a story of its own. */
  static Plan.Insert insert(String key) {
    return insert(key, "story of " + key, NOW);
  }

  static Plan.Insert insert(String key, String story, Instant rank) {
    return new Plan.Insert(
        key, "urn:test:" + key, story, NOW, rank, rank, "hash of " + key, entry(key));
  }

  static Plan.Update update(StoredEntry entry, String story, String title) {
    return new Plan.Update(entry.number(), story, NOW.plus(HOUR), "hash of " + title, entry(title));
  }

  /** Claims the longest due sources, whichever their hosts. */
  static List<String> claim(Store store, String node, Instant now, Duration lease, int max) {
    List<String> due = store.due(now, max).stream().map(Due::id).toList();
    return store.claim(node, due, now, lease);
  }

  static Entry entry(String title) {
    return Entry.builder()
        .title(title)
        .link("https://example.org/" + title)
        .summary("<p>" + title + "</p>")
        .content("<p>All of " + title + "</p>")
        .build();
  }

  static FeedHead head(String title) {
    FeedHead empty = FeedHead.EMPTY;
    return new FeedHead(
        empty.id(), title, null, null, null, null, empty.authors(), null, null, null, empty.hubs());
  }
}
