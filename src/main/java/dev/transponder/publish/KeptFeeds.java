package dev.transponder.publish;

import dev.transponder.model.StoredEntry;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the feeds of categories and of single sources in memory and up to date. Those of categories
 * are there from the start; that of a source is made when it is first asked for, and kept until
 * nobody has asked for a day. All together take a bounded share of memory: what was not asked for
 * longest goes first, and is made anew when it is asked for. Thread safe.
 */
final class KeptFeeds {
  private static final long MOST_BYTES = 64_000_000;
  private static final Duration IDLE = Duration.ofDays(1);

  /** How long one round may take, so that the combined feed stays as fresh as it should be. */
  private static final Duration ROUND = Duration.ofMillis(500);

  /**
   * How long the feed of a source stays as it is while only other sources change: they can change
   * no more of it than what it says of other feeds.
   */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private record Kept(Feed feed, Basis basis, @Nullable SourceRow row, Instant made) {}

  private final Store store;
  private final InstantSource clock;
  private final Map<Scope, Kept> kept = new ConcurrentHashMap<>();
  private final Map<Scope, Instant> asked = new ConcurrentHashMap<>();

  KeptFeeds(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The feed, made now if it is not kept; null if there is no such category or source. */
  @Nullable Feed feed(Edition edition, Scope scope) {
    if (name(edition, scope) == null) {
      return null;
    }
    asked.put(scope, clock.instant());
    Kept known = kept.get(scope);
    return known == null ? make(edition, scope, row(edition, scope), false).feed() : known.feed();
  }

  /**
   * Makes what has changed, the oldest first; what there is no time for waits for the next call.
   */
  void refresh(Edition edition) {
    Instant start = clock.instant();
    asked.keySet().removeIf(scope -> idle(scope, start) || name(edition, scope) == null);
    kept.keySet().retainAll(asked.keySet());
    for (Category category : edition.categories()) {
      Scope scope = new Scope.OfCategory(category.slug());
      if (!kept.containsKey(scope) && bytes() < MOST_BYTES / 2 && goesOn(start)) {
        asked.put(scope, start);
        make(edition, scope, null, false);
      }
    }
    if (kept.values().stream().allMatch(each -> each.basis().equals(edition.basis()))) {
      return;
    }
    Map<String, SourceRow> rows =
        edition.sources().stream().collect(Collectors.toMap(SourceRow::id, Function.identity()));
    List<Scope> oldestFirst =
        kept.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.comparing(Kept::made)))
            .map(Map.Entry::getKey)
            .toList();
    for (Scope scope : oldestFirst) {
      SourceRow row = scope instanceof Scope.OfSource(String id) ? rows.get(id) : null;
      if (goesOn(start) && isStale(scope, edition, row, start)) {
        make(edition, scope, row, true);
      }
    }
  }

  private boolean goesOn(Instant start) {
    return clock.instant().isBefore(start.plus(ROUND));
  }

  private boolean idle(Scope scope, Instant now) {
    Instant last = asked.get(scope);
    return scope instanceof Scope.OfSource && last != null && last.plus(IDLE).isBefore(now);
  }

  private boolean isStale(Scope scope, Edition edition, @Nullable SourceRow row, Instant now) {
    Kept known = kept.get(scope);
    if (known == null || known.basis().equals(edition.basis())) {
      return false;
    }
    return switch (scope) {
      case Scope.OfCategory category -> true;
      case Scope.OfSource source ->
          row == null
              || !row.equals(known.row())
              || !known.basis().settings().equals(edition.settings())
              || !known.basis().replaces().equals(edition.basis().replaces())
              || !now.isBefore(known.made().plus(PAUSE));
    };
  }

  /** One at a time: whoever asks for many makes nobody else wait for a core. */
  private synchronized Kept make(
      Edition edition, Scope scope, @Nullable SourceRow row, boolean anew) {
    Kept before = kept.get(scope);
    if (before != null && !anew) {
      return before;
    }
    Basis basis = edition.basis();
    List<Shown> entries =
        new Showing(store, basis.origins(), edition.rewriting()).all(select(basis, scope));
    Feed feed =
        Feed.of(
            Outputs.of(basis.settings(), scope, String.valueOf(name(edition, scope)), entries),
            before == null ? null : before.feed(),
            clock.instant());
    Kept made = new Kept(feed, basis, row, clock.instant());
    kept.put(scope, made);
    shrink(scope);
    return made;
  }

  private List<StoredEntry> select(Basis basis, Scope scope) {
    int most = basis.settings().feedEntries();
    return switch (scope) {
      case Scope.OfSource(String id) -> store.newestAmong(Map.of(id, most), most, true);
      case Scope.OfCategory(String slug) -> {
        Category category = basis.categories().get(slug);
        List<String> sources = category == null ? List.of() : category.sources();
        yield store.newestAmong(
            sources.stream().collect(Collectors.toMap(id -> id, basis::share)), most, false);
      }
    };
  }

  /** Forgets feeds until the others fit; never the one that was just made. */
  private void shrink(Scope latest) {
    while (bytes() > MOST_BYTES && kept.size() > 1) {
      kept.keySet().stream()
          .filter(scope -> !scope.equals(latest))
          .min(Comparator.comparing(scope -> asked.getOrDefault(scope, Instant.MIN)))
          .ifPresent(kept::remove);
    }
  }

  private long bytes() {
    return kept.values().stream().mapToLong(each -> each.feed().bytes()).sum();
  }

  private static @Nullable SourceRow row(Edition edition, Scope scope) {
    return edition.sources().stream()
        .filter(row -> scope instanceof Scope.OfSource(String id) && row.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** What the scope is called, null if there is none such. */
  private static @Nullable String name(Edition edition, Scope scope) {
    return switch (scope) {
      case Scope.OfSource(String id) -> {
        Origin origin = edition.origins().get(id);
        yield origin == null ? null : origin.name();
      }
      case Scope.OfCategory(String slug) -> {
        Category category = edition.basis().categories().get(slug);
        yield category == null ? null : category.name();
      }
    };
  }
}
