package dev.transponder.publish;

import dev.transponder.model.Rules.Replace;
import dev.transponder.model.Settings;
import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import dev.transponder.render.Format;
import dev.transponder.render.Output;
import dev.transponder.store.SourceRow;
import dev.transponder.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private volatile @Nullable Edition edition;
  private @Nullable Look last;
  private @Nullable Basis basis;
  private Instant modified = Instant.MIN;

  public Publisher(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
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
    Edition before = edition;
    if (before != null && last != null && last.covers(look)) {
      return before;
    }
    Edition after = edition(look, before);
    last = look;
    edition = after;
    return after;
  }

  private Edition edition(Look look, @Nullable Edition before) {
    List<SourceRow> rows = store.sources();
    Map<String, Origin> origins =
        rows.stream()
            .map(Origin::of)
            .collect(Collectors.toMap(Origin::sourceId, Function.identity()));
    Map<String, Integer> limits =
        look.sources().stream().collect(Collectors.toMap(Source::id, Source::limit, Math::max));
    Map<String, List<Replace>> replaces = Rewriting.rules(look.sources());
    Basis now = new Basis(look.revision(), look.settings(), origins, limits, replaces);
    if (before != null && now.equals(basis) && rows.equals(before.sources())) {
      return before;
    }
    Rewriting rewriting = Rewriting.by(replaces);
    Renditions atom =
        before != null && now.equals(basis) ? before.atom() : atom(now, rewriting, before);
    Edition after =
        new Edition(
            before == null ? 1 : before.number() + 1,
            look.settings(),
            atom,
            store.totals(),
            rows,
            origins,
            rewriting);
    basis = now;
    return after;
  }

  /** The entries of a page of updates, newest first; pages count from 1. */
  public List<Shown> page(Edition edition, int number) {
    int size = edition.settings().pageEntries();
    return store.newest((number - 1L) * size, size).stream()
        .map(entry -> shown(edition.origins(), edition.rewriting(), entry, null))
        .toList();
  }

  /** One entry, null if there is none with that number. */
  public @Nullable Shown entry(Edition edition, long number) {
    StoredEntry entry = store.entry(number);
    return entry == null
        ? null
        : shown(edition.origins(), edition.rewriting(), entry, store.droppedBy(number));
  }

  private Renditions atom(Basis basis, Rewriting rewriting, @Nullable Edition before) {
    Settings settings = basis.settings();
    Collection<StoredEntry> selected =
        Selection.of(store, settings.feedEntries(), basis.limits(), basis.origins().keySet());
    Output output =
        CombinedFeed.of(
            settings,
            selected.stream()
                .map(entry -> shown(basis.origins(), rewriting, entry, null))
                .toList());
    byte[] bytes = Format.ATOM.render(output);
    if (before != null && Arrays.equals(bytes, before.atom().identity().bytes())) {
      return before.atom();
    }
    return Renditions.of(
        "application/atom+xml; charset=utf-8", bytes, lastModified(before == null));
  }

  /**
   * When the bytes changed: now, because an entry may arrive with an old date and still is news to
   * those who ask by date only. Null for a second version within one second, and for the first
   * edition: nobody knows whether its bytes are those of the last one before the start.
   */
  private @Nullable Instant lastModified(boolean first) {
    Instant second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!second.isAfter(modified)) {
      return null;
    }
    modified = second;
    return first ? null : second;
  }

  private static Shown shown(
      Map<String, Origin> origins,
      Rewriting rewriting,
      StoredEntry entry,
      @Nullable String dropped) {
    Origin origin = origins.get(entry.sourceId());
    return new Shown(
        rewriting.of(entry), origin == null ? Origin.forgotten(entry.sourceId()) : origin, dropped);
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

  /** Everything on which the bytes of the feed depend. */
  private record Basis(
      long revision,
      Settings settings,
      Map<String, Origin> origins,
      Map<String, Integer> limits,
      Map<String, List<Replace>> replaces) {}
}
