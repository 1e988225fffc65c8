package dev.transponder.refresh;

import dev.transponder.model.Budget;
import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Outcome;
import dev.transponder.model.Plan;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.SourceState.State;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Verdicts;
import dev.transponder.store.Applied;
import dev.transponder.store.Store;
import dev.transponder.store.StoreException;
import dev.transponder.store.StoryTeller;
import dev.transponder.story.Names;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refreshes a source, once.
 *
 * <pre>
 *   source ─ look ─▶ entries ─ identify ─▶ arrivals ─ decide ─▶ plan ─ fill ─▶ plan ─ judge ─ apply ─▶ store
 *            fetch, feed|page, clean         story       (pure)       fetch, page,      rules     one
 *                                                                     clean                   transaction
 * </pre>
 *
 * <p>Only a plan of a source with {@code full-text} is filled: with the texts of the pages of its
 * new entries; and only one of a source with {@code keep} or {@code drop} is judged. Which entries
 * of other sources tell the same is found in the transaction, see {@link StoryTeller}.
 *
 * <p>The pipeline: it decides nothing. Whatever a source does ends here; another source never
 * notices. The caller holds the claim on the source; storing the plan gives it back. Thread safe.
 */
public final class Refresher {
  private static final Logger log = LoggerFactory.getLogger(Refresher.class);

  private final Store store;
  private final SourceReader reader;
  private final EntryPages pages;
  private final Workshop workshop;
  private final InstantSource clock;
  private final Outage outage;

  public Refresher(Store store, Exchange exchange, Workshop workshop, InstantSource clock) {
    this.store = store;
    this.reader = new SourceReader(exchange, workshop, clock);
    this.pages = new EntryPages(exchange, workshop, clock);
    this.workshop = workshop;
    this.clock = clock;
    this.outage = new Outage(store, clock);
  }

  /** Where all refreshes tell whether they have reached anybody. */
  Outage outage() {
    return outage;
  }

  /**
   * Looks at a source that is due, unless it names this hour or day as one to be left alone.
   *
   * @param node which holds the claim
   * @throws dev.transponder.store.StoreException if the store cannot be read or written
   */
  RefreshResult refreshDue(Source source, String node) throws InterruptedException {
    SourceState state = store.state(source.id());
    Instant now = clock.instant();
    NextCheck allowed = new NextCheck(now, state.reason()).outside(state.habits().quiet());
    if (allowed.at().isAfter(now)) {
      Plan plan = new Decider(source, state, null, now).postponed(allowed);
      return told(plan.state(), store.apply(node, plan));
    }
    return refresh(source, node);
  }

  /**
   * Looks at the source and stores what came of it.
   *
   * @param node which holds the claim
   * @throws dev.transponder.store.StoreException if the store cannot be read or written
   */
  RefreshResult refresh(Source source, String node) throws InterruptedException {
    SourceState old = store.state(source.id());
    FeedHead head = store.head(source.id());
    Look look;
    Plan plan;
    try {
      look = reader.look(source, old);
      plan = plan(source, old, head, look);
    } catch (StoreException e) {
      throw e;
    } catch (Budget.Spent e) {
      look = missed(e.reason());
      plan = plan(source, old, head, look);
    } catch (RuntimeException | StackOverflowError bug) {
      look = failed(source, bug);
      plan = plan(source, old, head, look);
    }
    if (source.fullText()) {
      plan = filled(source, plan);
    }
    Map<Long, StoredEntry> stored = store.entries(source.id(), Planned.needed(plan));
    Judged judged = judged(source, plan, stored);
    StoryTeller stories = stories(source, look, Planned.of(plan, stored));
    Applied applied = store.apply(node, judged.plan(), judged.verdicts(), stories);
    SourceState now = judged.plan().state();
    boolean forgiven = outage.judge(source, old, look, now.lastAt());
    return told(forgiven ? store.state(source.id()) : now, applied);
  }

  private Plan plan(Source source, SourceState old, @Nullable FeedHead head, Look look)
      throws InterruptedException {
    Identified entries =
        look instanceof Look.Seen seen ? identify(source, old, seen) : Identified.NOTHING;
    return new Decider(source, old, head, clock.instant()).decide(look, entries);
  }

  /** Which of the entries are known, by whatever name. */
  private Identified identify(Source source, SourceState old, Look.Seen seen)
      throws InterruptedException {
    Set<String> others = store.hostsOfOthers(source.id(), Arrival.sites(seen.parsed().entries()));
    List<Arrival> arrivals = workshop.work(budget -> Arrival.of(source, old, seen, others, budget));
    List<String> names =
        arrivals.stream().flatMap(arrival -> arrival.names().all()).distinct().toList();
    Map<String, List<KnownEntry>> known = store.known(source.id(), names);
    Identified entries = workshop.work(_ -> Identified.of(arrivals, known, old.firstUrl()));
    return Backlog.of(old).isFlood(entries)
        ? entries.with(Names.titles(store.titles(source.id())))
        : entries;
  }

  /** The plan with the full texts that could be had. */
  private Plan filled(Source source, Plan plan) throws InterruptedException {
    FullTextPlan texts = new FullTextPlan(plan, store.waiting(source.id(), FullTextPlan.MOST));
    FeedHead head = plan.head();
    List<String> homes =
        head == null || head.link() == null
            ? List.of(source.url())
            : List.of(source.url(), head.link());
    return texts.with(pages.read(source, homes, texts.wanted()), clock.instant());
  }

  /** The plan with what the rules of the source say of its entries. */
  private Judged judged(Source source, Plan plan, Map<Long, StoredEntry> stored)
      throws InterruptedException {
    return source.rules().judging() == null
        ? new Judged(plan, Verdicts.NONE)
        : workshop.work(_ -> Judged.of(source.rules(), plan, stored));
  }

  /** What the entries of the plan tell; if that takes too long, their links tell it. */
  private StoryTeller stories(Source source, Look look, Planned planned)
      throws InterruptedException {
    if (planned.isEmpty()) {
      return StoryTeller.LINKS;
    }
    List<Entry> document = look instanceof Look.Seen seen ? seen.parsed().entries() : List.of();
    try {
      return workshop.work(budget -> NearStories.of(planned, document, budget));
    } catch (Budget.Spent e) {
      log.warn("{}: its entries are compared by their links alone: {}", source.id(), e.reason());
      return NearStories.UNREAD;
    }
  }

  /** A bug met by one source's document is that source's failure, with back-off like any other. */
  private static Look failed(Source source, Throwable bug) {
    log.error("refresh {}: unexpected, please report it", source.id(), bug);
    String message = "internal error: " + bug.getClass().getSimpleName();
    return missed(message);
  }

  private static Look missed(String message) {
    return new Look.Missed(new Outcome.Failed(Outcome.Failure.UNUSABLE, 0, message));
  }

  private RefreshResult told(SourceState state, Applied applied) {
    if (!applied.stored()) {
      SourceState now = store.state(state.sourceId());
      String why = "not stored: it was taken over or its URL was changed in the meantime";
      return new RefreshResult(now.sourceId(), false, 0, 0, why, now.nextCheck(), now.reason());
    }
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
