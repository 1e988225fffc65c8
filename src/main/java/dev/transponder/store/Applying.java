package dev.transponder.store;

import dev.transponder.model.Fingerprint;
import dev.transponder.model.Plan;
import dev.transponder.model.SourceState;
import dev.transponder.model.Verdicts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Carries out one plan inside one transaction. */
final class Applying {
  private record Row(
      boolean listed,
      boolean outdated,
      @Nullable String claimedBy,
      @Nullable String rules,
      boolean judging,
      long dropped) {}

  private final Handle handle;
  private final String node;
  private final Plan plan;
  private final Verdicts verdicts;
  private final StoryTeller teller;
  private final SourceState state;
  private boolean moved;

  Applying(Handle handle, String node, Plan plan, Verdicts verdicts, StoryTeller teller) {
    this.handle = handle;
    this.node = node;
    this.plan = plan;
    this.verdicts = verdicts;
    this.teller = teller;
    this.state = plan.state();
  }

  Applied apply() {
    String newHead = newHead();
    Publication publication = new Publication(handle);
    boolean mayChange =
        newHead != null
            || !plan.inserts().isEmpty()
            || !plan.updates().isEmpty()
            || !plan.texts().isEmpty();
    // The order of locks is the same for all: the publication, then the source.
    long lastNumber = mayChange ? publication.lock() : 0;
    Row row = lockSource();
    if (!node.equals(row.claimedBy())) {
      return Applied.LEFT_OUT;
    }
    if (row.outdated()) {
      endClaim();
      return Applied.LEFT_OUT;
    }
    List<Plan.Insert> inserts = newInserts();
    Inserting inserting = new Inserting(handle, state.sourceId(), row.listed());
    long moreLeading = inserting.insert(inserts, lastNumber);
    Set<Long> updated = new Updating(handle, state.sourceId()).update(plan.updates());
    remember(newHead, inserts.size());
    int texts = new FullTexts(handle, state.sourceId()).write(plan.texts());
    call(inserts, lastNumber);
    moreLeading += tell(inserts, updated, lastNumber);
    moreLeading += judge(row, inserts, lastNumber, updated.size() + texts > 0);
    Applied applied = new Applied(inserts.size(), updated.size() + texts);
    if (newHead != null
        || applied.inserted() + applied.updated() > 0
        || moreLeading != 0
        || moved) {
      publication.advance(lastNumber + inserts.size(), moreLeading);
    }
    return applied;
  }

  /** Takes note of what the document holds and how it calls it. */
  private void call(List<Plan.Insert> inserts, long lastNumber) {
    if (plan.roll().equals(Plan.Roll.NONE)) {
      return;
    }
    List<Plan.Alias> aliases = new ArrayList<>(plan.roll().aliases());
    long number = lastNumber;
    for (Plan.Insert insert : inserts) {
      number++;
      for (String alias : insert.aliases()) {
        aliases.add(new Plan.Alias(number, alias));
      }
    }
    new Names(handle, state.sourceId()).remember(aliases);
    Instant now = state.lastAt() == null ? Instant.EPOCH : state.lastAt();
    new Present(handle, state.sourceId()).note(plan.roll(), lastNumber, inserts.size(), now);
  }

  /** Finds the stories of entries that are new or changed; how many more lead theirs by that. */
  private long tell(List<Plan.Insert> inserts, Set<Long> updated, long lastNumber) {
    Set<Long> numbers = new LinkedHashSet<>(updated);
    Map<Long, Fingerprint> prints = new LinkedHashMap<>();
    new Entries(handle)
        .numbersAmong(state.sourceId(), teller.known().keySet())
        .forEach(known -> prints.put(known, Objects.requireNonNull(teller.known().get(known))));
    long number = lastNumber;
    for (Plan.Insert insert : inserts) {
      number++;
      numbers.add(number);
      Fingerprint print = teller.inserts().get(insert.key());
      if (print != null) {
        prints.put(number, print);
      }
    }
    numbers.addAll(prints.keySet());
    Stories stories = new Stories(handle, state.sourceId(), teller);
    stories.note();
    long more = stories.settle(numbers, updated, prints, lastNumber + inserts.size());
    moved = stories.moved();
    return more;
  }

  /** The text of the head if it is to be stored, null if the known one stays. */
  private @Nullable String newHead() {
    if (plan.head() == null) {
      return null;
    }
    String text = Details.of(plan.head());
    boolean known = new Sources(handle).headText(state.sourceId()).filter(text::equals).isPresent();
    return known ? null : text;
  }

  private Row lockSource() {
    return handle
        .createQuery(
            """
            select listed, outdated, claimed_by, rules, judged_to is not null as judging, dropped
            from source where id = :id for update
            """)
        .bind("id", state.sourceId())
        .map(
            (row, context) ->
                new Row(
                    row.getBoolean("listed"),
                    row.getBoolean("outdated"),
                    row.getString("claimed_by"),
                    row.getString("rules"),
                    row.getBoolean("judging"),
                    row.getLong("dropped")))
        .findOne()
        .orElseThrow(() -> Sources.unknown(state.sourceId()));
  }

  private void endClaim() {
    handle
        .createUpdate(
            """
            update source set claimed_by = null, claimed_until = null, outdated = false
            where id = :id
            """)
        .bind("id", state.sourceId())
        .execute();
  }

  private List<Plan.Insert> newInserts() {
    Map<UUID, Plan.Insert> byKey = new LinkedHashMap<>();
    plan.inserts().forEach(insert -> byKey.putIfAbsent(TextHash.of(insert.key()), insert));
    new Entries(handle).keysAmong(state.sourceId(), byKey.keySet()).forEach(byKey::remove);
    return List.copyOf(byKey.values());
  }

  /**
   * Notes what the rules say of the entries of this plan.
   *
   * @param rewritten whether known entries have changed
   * @return how many entries more, or fewer, lead their story by that
   */
  private long judge(Row row, List<Plan.Insert> inserts, long lastNumber, boolean rewritten) {
    List<Long> numbers = new ArrayList<>();
    Map<Long, String> dropped = new HashMap<>(verdicts.known());
    for (Plan.Insert insert : inserts) {
      long number = lastNumber + 1 + numbers.size();
      numbers.add(number);
      String rule = verdicts.inserts().get(insert.key());
      if (rule != null) {
        dropped.put(number, rule);
      }
    }
    plan.updates().forEach(update -> numbers.add(update.number()));
    plan.texts().stream()
        .filter(text -> text.content() != null)
        .forEach(text -> numbers.add(text.number()));
    boolean otherRules = !Objects.equals(row.rules(), Judging.hash(verdicts.rules()));
    if ((otherRules && (rewritten || !inserts.isEmpty())) || (row.judging() && rewritten)) {
      // By former rules, or while somebody else may be judging what these entries were before.
      Walk.judging(handle).start(state.sourceId());
    }
    return dropped.isEmpty() && row.dropped() == 0
        ? 0
        : new Dropping(handle, state.sourceId()).write(numbers, dropped);
  }

  private void remember(@Nullable String newHead, int inserted) {
    Sources.bind(
            handle.createUpdate(
                """
                update source set feed_url = :feedUrl, kind = :kind, state = :state, etag = :etag,
                  last_modified = :lastModified, validators_url = :validatorsUrl,
                  body_hash = :bodyHash, next_check = :nextCheck, reason = :reason,
                  last_at = :lastAt, last_result = :lastResult, failures = :failures,
                  host = coalesce(:host, host), habits = :habits,
                  head = coalesce(:head, head), entries = entries + :inserted,
                  claimed_by = null, claimed_until = null
                where id = :id
                """),
            state)
        .bind("head", newHead)
        .bind("inserted", inserted)
        .execute();
  }
}
