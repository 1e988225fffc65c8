package dev.transponder.refresh;

import dev.transponder.model.FeedHead;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.store.Applied;
import dev.transponder.store.Store;
import dev.transponder.store.StoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refreshes a source, once.
 *
 * <pre>
 *   source ─ look ─▶ entries ─ identify ─▶ arrivals ─ decide ─▶ plan ─ apply ─▶ store
 *            fetch, feed|page, clean         story       (pure)        one transaction
 * </pre>
 *
 * <p>The pipeline: it decides nothing. Whatever a source does ends here; another source never
 * notices. The caller holds the claim on the source; storing the plan gives it back. Thread safe.
 */
public final class Refresher {
  private static final Logger log = LoggerFactory.getLogger(Refresher.class);

  private final Store store;
  private final SourceReader reader;
  private final InstantSource clock;

  public Refresher(Store store, Exchange exchange, InstantSource clock) {
    this.store = store;
    this.reader = new SourceReader(exchange, clock);
    this.clock = clock;
  }

  /**
   * Looks at the source and stores what came of it.
   *
   * @throws dev.transponder.store.StoreException if the store cannot be read or written
   */
  public RefreshResult refresh(Source source) throws InterruptedException {
    SourceState old = store.state(source.id());
    FeedHead head = store.head(source.id());
    Plan plan;
    try {
      plan = plan(source, old, head);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError bug) {
      plan = failed(source, old, head, bug);
    }
    return told(plan.state(), store.apply(plan));
  }

  private Plan plan(Source source, SourceState old, @Nullable FeedHead head)
      throws InterruptedException {
    Look look = reader.look(source, old);
    List<Arrival> arrivals =
        look instanceof Look.Seen seen ? Arrival.of(source, old, seen) : List.of();
    Map<String, KnownEntry> known =
        store.known(source.id(), arrivals.stream().map(Arrival::key).toList());
    return new Decider(source, old, head, clock.instant()).decide(look, arrivals, known);
  }

  /** A bug met by one source's document is that source's failure, with back-off like any other. */
  private Plan failed(Source source, SourceState old, @Nullable FeedHead head, Throwable bug) {
    log.error("refresh {}: unexpected, please report it", source.id(), bug);
    String message = "internal error: " + bug.getClass().getSimpleName();
    Look look = new Look.Missed(new Outcome.Failed(Outcome.Failure.UNUSABLE, 0, message));
    return new Decider(source, old, head, clock.instant()).decide(look, List.of(), Map.of());
  }

  private static RefreshResult told(SourceState state, Applied applied) {
    return new RefreshResult(
        state.sourceId(),
        state.state() == State.OK,
        applied.inserted(),
        applied.updated(),
        String.valueOf(state.lastResult()),
        state.nextCheck(),
        state.reason());
  }
}
