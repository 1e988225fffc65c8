package dev.transponder.store;

import dev.transponder.model.FeedHead;
import dev.transponder.model.KnownEntry;
import dev.transponder.model.Plan;
import dev.transponder.model.RobotsCopy;
import dev.transponder.model.RobotsMemory;
import dev.transponder.model.Settings.Pace;
import dev.transponder.model.Settings.Retention;
import dev.transponder.model.Source;
import dev.transponder.model.SourceState;
import dev.transponder.model.StoredEntry;
import dev.transponder.model.Verdicts;
import dev.transponder.model.WaitingEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered. Every method is one transaction and throws {@link StoreException} when
 * the database fails; asking for the state of an unknown source is a bug of the caller. Instants
 * are kept to the microsecond. Thread safe; several processes may share one PostgreSQL.
 */
public final class Store implements RobotsMemory, AutoCloseable {
  private static final int MOST_TITLES = 5_000;

  private final Database database;

  private Store(Database database) {
    this.database = database;
  }

  /**
   * Opens the store, creates or migrates it where needed. When that fails, an existing store is as
   * it was.
   *
   * @param jdbcUrl {@code jdbc:h2:file:PATH} or {@code jdbc:postgresql://HOST/NAME}; parameters
   *     that could run code or weaken the store are refused
   * @throws StoreException of any kind
   */
  public static Store open(String jdbcUrl) {
    return new Store(Database.open(jdbcUrl));
  }

  /**
   * Looks at the URL alone, and opens nothing.
   *
   * @throws StoreException if it is refused
   */
  public static void check(String jdbcUrl) {
    Address.parse(jdbcUrl);
  }

  /**
   * The file that opening would create; null if there is one, or no file is needed.
   *
   * @throws StoreException if the URL is refused
   */
  public static @Nullable Path missing(String jdbcUrl) {
    return Address.parse(jdbcUrl) instanceof Address.H2 h2 ? H2File.missing(h2) : null;
  }

  /**
   * Why the store cannot be opened, if that is because another process has it; else null. Never so
   * where several may share one.
   *
   * @throws StoreException if the URL is refused
   */
  public static @Nullable StoreException taken(String jdbcUrl) {
    return Address.parse(jdbcUrl) instanceof Address.H2 h2 ? H2File.taken(h2) : null;
  }

  /**
   * Takes over the list of feeds.yml. A new source is due now. A known one keeps its state, but a
   * new URL is read afresh, now, and a source that is no longer paused is due, unless its site
   * asked for silence (throttled) or said goodbye (gone). A source no longer listed is kept with
   * its entries, and is neither claimed nor shown until it is listed again. If the rules of a
   * source have changed, its entries stay as they are shown until they are judged, see {@link
   * Revisits#unjudged()}.
   */
  public void sync(List<Source> sources, Instant now) {
    database.write(handle -> new Listing(handle, now).sync(sources));
  }

  /** Up to {@code max} sources that are due and that nobody holds, the longest due first. */
  public List<Due> due(Instant now, int max) {
    return database.call(handle -> new Claims(handle).due(now, max));
  }

  /** How many of the given sources ask each host. */
  public Map<String, Integer> hosts(Collection<String> ids) {
    return ids.isEmpty() ? Map.of() : database.call(handle -> new Claims(handle).hosts(ids));
  }

  /**
   * Takes due sources for a node. Nobody else gets them before the lease runs out, {@link #apply}
   * or {@link #release}.
   *
   * @return those that nobody else has taken in the meantime
   */
  public List<String> claim(String node, Collection<String> ids, Instant now, Duration lease) {
    return database.call(handle -> new Claims(handle).claim(node, ids, now, lease));
  }

  /** Prolongs the leases of a node on sources that it is still refreshing. */
  public void renew(String node, Collection<String> ids, Instant until) {
    if (!ids.isEmpty()) {
      database.write(
          handle -> {
            // It locks many rows, as taking over feeds.yml does: one after the other, no deadlock.
            new Publication(handle).lock();
            new Claims(handle).renew(node, ids, until);
          });
    }
  }

  /**
   * For a clock that was set back: what was stored while it ran ahead counts as stored now, and
   * each wait stays as long as it was, so that nobody waits until the clock has caught up.
   *
   * @param lease no claim lasts longer from now on, nor waits a source longer that was never read
   */
  public void rebase(Instant now, Duration lease) {
    database.write(
        handle -> {
          new Publication(handle).lock();
          new Claims(handle).rebase(now, lease);
          new Hosts(handle).rebase(now);
        });
  }

  /**
   * Takes one listed source whether due or not, paused or not. A claim that was left behind by a
   * process that died is no obstacle where that can be known (H2: one process has the file).
   *
   * @return false if somebody holds it (this node too), or it is not listed
   */
  public boolean claimNow(String node, String sourceId, Instant now, Duration lease) {
    return database.call(handle -> new Claims(handle).claimNow(node, sourceId, now, lease));
  }

  /** Gives a claim back without a result; nothing happens if the node does not hold it. */
  public void release(String node, String sourceId) {
    database.write(handle -> new Claims(handle).release(node, sourceId));
  }

  /**
   * What is remembered of a source, listed or not.
   *
   * @throws IllegalArgumentException if it was never listed
   */
  public SourceState state(String sourceId) {
    return database.call(handle -> new Sources(handle).state(sourceId));
  }

  /** What the source's last document said of itself, null before the first. */
  public @Nullable FeedHead head(String sourceId) {
    return database.find(handle -> new Sources(handle).head(sourceId)).orElse(null);
  }

  /**
   * By each of the names that an entry of the source has, as its key or as an alias, the entries
   * that have it, with what recognising them needs; purged ones too.
   */
  public Map<String, List<KnownEntry>> known(String sourceId, Collection<String> names) {
    return database.call(handle -> new Names(handle, sourceId).known(names));
  }

  /** The titles of the newest entries of the source. */
  public List<String> titles(String sourceId) {
    return database.call(handle -> new Entries(handle).titles(sourceId, MOST_TITLES));
  }

  /** Those of the hosts, without {@code www.}, that listed sources other than this one ask. */
  public Set<String> hostsOfOthers(String sourceId, Collection<String> hosts) {
    return hosts.isEmpty()
        ? Set.of()
        : database.call(handle -> new Sources(handle).hostsOfOthers(sourceId, hosts));
  }

  /** Entries of the source that wait for the text of their own page, the newest first. */
  public List<WaitingEntry> waiting(String sourceId, int most) {
    return database.call(handle -> new FullTexts(handle, sourceId).waiting(most));
  }

  /**
   * Remembers what came of a refresh, all of it or nothing, and ends the claim. An insert whose key
   * the source has already is left out; one whose Atom id any entry has already gets another.
   *
   * <p>The whole plan is left out if the URL of the source was changed since it was claimed: it
   * speaks of another place, and the new one is due. So it is if the node does not hold the claim
   * any more: after its lease somebody else has taken the source over, and knows better.
   *
   * @param verdicts what the rules of the source say of its entries; if the rules were changed
   *     since, all entries of the source are judged anew
   * @param teller what the entries tell; asked while the store is locked for what is published, so
   *     that nothing is published between an entry and its story
   */
  public Applied apply(String node, Plan plan, Verdicts verdicts, StoryTeller teller) {
    return database.call(handle -> new Applying(handle, node, plan, verdicts, teller).apply());
  }

  /** The same for entries of which only the links are compared, of a source without rules. */
  public Applied apply(String node, Plan plan) {
    return apply(node, plan, Verdicts.NONE, StoryTeller.LINKS);
  }

  /** What is to be done again to entries that are stored. */
  public Revisits revisits() {
    return new Revisits(database);
  }

  /**
   * Puts a source back into the state before a refresh, but for its next check; nothing happens if
   * it has been refreshed again since, or is being refreshed.
   *
   * @param at when that refresh ended, see {@link SourceState#lastAt()}
   */
  public void takeBack(SourceState before, Instant at, Instant nextCheck, String reason) {
    database.write(handle -> new Sources(handle).takeBack(before, at, nextCheck, reason));
  }

  /** Whether a daily work is to be done now; who is told so, among all nodes, does it. */
  public boolean beginDaily(String name, Instant now) {
    return database.call(handle -> new Daily(handle).begin(name, now));
  }

  /**
   * Purges entries that are too old or too many, the oldest first, in many small transactions; none
   * that the last document of a listed source holds. A purged entry does not come back when its
   * source shows it again, until that has not happened for a year.
   *
   * @param goesOn asked between two transactions
   * @return how many entries were purged
   */
  public long purge(Retention retention, Instant now, BooleanSupplier goesOn) {
    return new PurgeRun(database, now, goesOn).purge(retention);
  }

  /** Lets nobody ask the host before that moment; a later moment counts. */
  public void hold(String host, Instant now, Instant until) {
    database.write(handle -> new Hosts(handle).hold(host, now, until));
  }

  /** The hosts that are to be left alone, and until when. */
  public Map<String, Instant> held(Instant now) {
    return database.call(handle -> new Hosts(handle).held(now));
  }

  /** Whether other processes may use this store at the same time. */
  public boolean isShared() {
    return database.isShared();
  }

  /**
   * Takes a turn of a host among all nodes.
   *
   * @param clock is read once the turns of all nodes wait for this one
   * @param longest after that the turn ends by itself if it is not given back
   */
  public HostTurn takeTurn(String host, Pace pace, InstantSource clock, Duration longest) {
    return database.call(handle -> new Hosts(handle).take(host, pace, clock, longest));
  }

  /**
   * Gives a turn back that was taken; nothing happens if it has ended.
   *
   * @param next when the next request to the host may start
   */
  public void giveTurnBack(long turn, Instant next) {
    database.write(handle -> new Hosts(handle).giveBack(turn, next));
  }

  /** The listed sources in the order of feeds.yml. */
  public List<SourceRow> sources() {
    return database.call(handle -> new Sources(handle).listed());
  }

  /**
   * A page of the entries of the listed sources, by rank and then by number, the newest first. An
   * entry is left out if a rule drops it, or if the first entry of its story that is not dropped,
   * that with the lowest number, is of another listed source.
   */
  public List<StoredEntry> newest(long offset, int count) {
    return database.call(handle -> new Entries(handle).newest(offset, count));
  }

  /** The same of what belongs into feeds: without entries that were old when they came. */
  public List<StoredEntry> newestFed(long offset, int count) {
    return database.call(handle -> new Entries(handle).newestFed(offset, count));
  }

  /**
   * The newest entries of some sources, by rank and then by number; none that a rule drops, and
   * each story from one of these sources: the one that leads it, else the first that had it.
   *
   * @param shares how many entries at most, by source id
   * @param backlog whether what was old when it came belongs to them
   */
  public List<StoredEntry> newestAmong(Map<String, Integer> shares, int count, boolean backlog) {
    return database.call(handle -> new NewestAmong(handle, shares, backlog).read(count));
  }

  public Totals totals() {
    return database.call(handle -> new Entries(handle).totals());
  }

  /** One entry of a listed source, null if there is none. */
  public @Nullable StoredEntry entry(long number) {
    return database.find(handle -> new Entries(handle).entry(number)).orElse(null);
  }

  /** Those of the entries that are of this source, listed or not, by number. */
  public Map<Long, StoredEntry> entries(String sourceId, Collection<Long> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : database.call(handle -> new Entries(handle).entries(sourceId, numbers));
  }

  /** Which entries tell one story, and why. */
  public StoryBook stories() {
    return new StoryBook(database);
  }

  /** The rule that drops an entry, in words; null if none does. */
  public @Nullable String droppedBy(long number) {
    return database.find(handle -> new Entries(handle).droppedBy(number)).orElse(null);
  }

  /**
   * A number that grows with every committed change that outputs can show: entries, heads, the list
   * of sources. What is read after it is at least as new as it. Costs one row.
   */
  public long revision() {
    return database.call(handle -> new Publication(handle).revision());
  }

  @Override
  public @Nullable RobotsCopy robots(String origin) {
    return database.find(handle -> new RobotsCopies(handle).find(origin)).orElse(null);
  }

  @Override
  public void remember(RobotsCopy copy) {
    database.write(handle -> new RobotsCopies(handle).remember(copy));
  }

  /**
   * Asks the database for an answer.
   *
   * @throws StoreException if there is none
   */
  public void ping() {
    database.write(handle -> handle.execute("select 1"));
  }

  @Override
  public void close() {
    database.close();
  }
}
