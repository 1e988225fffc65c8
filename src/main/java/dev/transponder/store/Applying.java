package dev.transponder.store;

import dev.transponder.model.Plan;
import dev.transponder.model.SourceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Carries out one plan inside one transaction. */
final class Applying {
  private record Row(boolean listed, boolean outdated, @Nullable String claimedBy) {}

  private final Handle handle;
  private final String node;
  private final Plan plan;
  private final SourceState state;

  Applying(Handle handle, String node, Plan plan) {
    this.handle = handle;
    this.node = node;
    this.plan = plan;
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
    Updating updating = new Updating(handle, state.sourceId());
    long moreLeading = inserting.insert(inserts, lastNumber);
    moreLeading += updating.update(plan.updates());
    remember(newHead, inserts.size());
    int texts = new FullTexts(handle, state.sourceId()).write(plan.texts());
    Applied applied = new Applied(inserts.size(), updating.updated() + texts);
    if (newHead != null || applied.inserted() + applied.updated() > 0) {
      publication.advance(lastNumber + inserts.size(), moreLeading);
    }
    return applied;
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
        .createQuery("select listed, outdated, claimed_by from source where id = :id for update")
        .bind("id", state.sourceId())
        .map(
            (row, context) ->
                new Row(
                    row.getBoolean("listed"),
                    row.getBoolean("outdated"),
                    row.getString("claimed_by")))
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
