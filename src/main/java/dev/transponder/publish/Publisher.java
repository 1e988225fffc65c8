package dev.transponder.publish;

import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.render.Output;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new {@link Edition} when something has changed, and hands out the one in force. Thread
 * safe: one thread renders, the others go on with the edition before.
 *
 * <p>If the store fails, {@link #publish} throws and the last edition stays in force.
 */
public final class Publisher {
  /** How old the states of sources may be that are published. */
  private static final Duration STALE = Duration.ofSeconds(10);

  private final Store store;
  private final InstantSource clock;
  private final KeptFeeds kept;
  private volatile @Nullable Edition edition;
  private @Nullable Look last;

  public Publisher(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.kept = new KeptFeeds(store, clock);
  }

  /** The edition in force; null before the first {@link #publish}. */
  public @Nullable Edition edition() {
    return edition;
  }

  /**
   * Brings the edition up to date: called before the server starts, and then each second. Costs one
   * row of the store if nothing has changed, however many sources there are: the revision tells of
   * every change but that of a source's state, for which the sources are read again when ten
   * seconds have passed.
   */
  public synchronized Edition publish(Settings settings, List<Source> sources) {
    Look look = new Look(store.revision(), settings, List.copyOf(sources), clock.instant());
    Edition current = edition;
    if (current == null || last == null || !last.covers(look)) {
      current = edition(look, current);
      last = look;
      edition = current;
    }
    kept.refresh(current);
    return current;
  }

  private Edition edition(Look look, @Nullable Edition before) {
    List<SourceRow> rows = store.sources();
    Basis now = Basis.of(look.revision(), look.settings(), rows, look.sources());
    Edition same = before != null && now.equals(before.basis()) ? before : null;
    if (same != null && rows.equals(same.sources())) {
      return same;
    }
    Basis basis = same == null ? now : same.basis();
    Rewriting rewriting = same == null ? Rewriting.by(basis.replaces()) : same.rewriting();
    return new Edition(
        before == null ? 1 : before.number() + 1,
        basis,
        same == null ? combined(basis, rewriting, before) : same.feed(),
        same == null ? opml(basis, rows, before) : same.opml(),
        store.totals(),
        rows,
        rewriting);
  }

  /** The entries of a page of updates, newest first; pages count from 1. */
  public List<Shown> page(Edition edition, int number) {
    int size = edition.settings().pageEntries();
    List<StoredEntry> entries = store.newest((number - 1L) * size, size);
    return showing(edition.basis(), edition.rewriting()).all(entries);
  }

  /** One entry, null if there is none with that number. */
  public @Nullable Shown entry(Edition edition, long number) {
    StoredEntry entry = store.entry(number);
    if (entry == null) {
      return null;
    }
    String dropped = store.droppedBy(number);
    return showing(edition.basis(), edition.rewriting()).one(entry, dropped);
  }

  /** A document of a feed, or the list of sources; null if that path is of none. */
  public @Nullable Renditions document(Edition edition, String path) {
    if (path.equals("sources.opml")) {
      return edition.opml().renditions();
    }
    Scope scope = Scope.at(path);
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (scope != null) {
      Feed feed = kept.feed(edition, scope);
      return feed == null ? null : feed.document(file);
    }
    return path.equals(file) ? edition.feed().document(file) : null;
  }

  private Feed combined(Basis basis, Rewriting rewriting, @Nullable Edition before) {
    Settings settings = basis.settings();
    Collection<StoredEntry> selected =
        Selection.of(store, settings.feedEntries(), basis.limits(), basis.origins().keySet());
    List<Shown> entries = showing(basis, rewriting).all(selected);
    Output output = Outputs.combined(settings, entries);
    return Feed.of(output, before == null ? null : before.feed(), clock.instant());
  }

  private Showing showing(Basis basis, Rewriting rewriting) {
    return new Showing(store, basis.origins(), rewriting);
  }

  private Version opml(Basis basis, List<SourceRow> rows, @Nullable Edition before) {
    byte[] opml = Subscriptions.opml(basis.settings(), rows);
    Version last = before == null ? null : before.opml();
    return Version.of(Subscriptions.TYPE, opml, last, clock.instant());
  }

  /** What can be seen at a moment without reading the sources. */
  private record Look(long revision, Settings settings, List<Source> sources, Instant at) {
    /** Whether nothing else can be found now; a clock that was set back proves nothing. */
    boolean covers(Look now) {
      return revision == now.revision
          && settings.equals(now.settings)
          && sources.equals(now.sources)
          && !now.at.isBefore(at)
          && now.at.isBefore(at.plus(STALE));
    }
  }
}
