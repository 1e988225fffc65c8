package dev.transponder.store;

import dev.transponder.model.Habits;
import dev.transponder.model.SourceState.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Who refreshes which source just now: leases on the rows of the sources. */
final class Claims {
  private final Handle handle;

  Claims(Handle handle) {
    this.handle = handle;
  }

  List<Due> due(Instant now, int max) {
    return handle
        .createQuery(
            """
            select id, host, state from source
            where next_check <= :now and listed and not paused
              and (claimed_until is null or claimed_until <= :now)
            order by next_check, id
            fetch first :max rows only
            """)
        .bind("now", Micros.of(now))
        .bind("max", max)
        .map(
            (row, context) ->
                new Due(
                    row.getString("id"),
                    row.getString("host"),
                    row.getString("state").equals(State.NEW.name())))
        .list();
  }

  Map<String, Integer> hosts(Collection<String> ids) {
    Map<String, Integer> hosts = new HashMap<>();
    handle
        .createQuery(
            "select host, count(*) as sources from source where id = any(:ids) group by host")
        .bindArray("ids", String.class, ids)
        .map((row, context) -> Map.entry(row.getString("host"), row.getInt("sources")))
        .forEach(host -> hosts.put(host.getKey(), host.getValue()));
    return hosts;
  }

  List<String> claim(String node, Collection<String> wanted, Instant now, Duration lease) {
    List<String> ids =
        handle
            .createQuery(
                """
                select id from source
                where id = any(:wanted) and next_check <= :now and listed and not paused
                  and (claimed_until is null or claimed_until <= :now)
                order by next_check, id
                for update skip locked
                """)
            .bindArray("wanted", String.class, wanted)
            .bind("now", Micros.of(now))
            .mapTo(String.class)
            .list();
    if (!ids.isEmpty()) {
      handle
          .createUpdate(
              """
              update source set claimed_by = :node, claimed_until = :until, outdated = false
              where id = any(:ids)
              """)
          .bind("node", node)
          .bind("until", Micros.of(now.plus(lease)))
          .bindArray("ids", String.class, ids)
          .execute();
    }
    return ids;
  }

  void renew(String node, Collection<String> ids, Instant until) {
    handle
        .createUpdate(
            """
            update source set claimed_until = :until
            where claimed_by = :node and id = any(:ids)
            """)
        .bind("node", node)
        .bindArray("ids", String.class, ids)
        .bind("until", Micros.of(until))
        .execute();
  }

  void rebase(Instant now, Duration lease) {
    long latest = Micros.of(now.plus(lease));
    rebaseHabits(now);
    handle
        .createUpdate(
            """
            update source set
              next_check = case when next_check = :never then next_check
                else :now + greatest(0, next_check - last_at) end,
              last_at = :now
            where last_at > :now
            """)
        .bind("never", Micros.of(Instant.MAX))
        .bind("now", Micros.of(now))
        .execute();
    handle
        .createUpdate(
            """
            update source set next_check = :latest
            where last_at is null and next_check > :latest and next_check <> :never
            """)
        .bind("never", Micros.of(Instant.MAX))
        .bind("latest", latest)
        .execute();
    handle
        .createUpdate("update source set claimed_until = :latest where claimed_until > :latest")
        .bind("latest", latest)
        .execute();
  }

  private void rebaseHabits(Instant now) {
    record Learned(String id, Habits habits, Instant at) {}
    List<Learned> ahead =
        handle
            .createQuery(
                """
                select id, habits, last_at from source
                where last_at > :now and habits is not null order by id for update
                """)
            .bind("now", Micros.of(now))
            .map(
                (row, context) ->
                    new Learned(
                        row.getString("id"),
                        HabitsJson.habits(row.getString("habits")),
                        Micros.toInstant(row.getLong("last_at"))))
            .list();
    for (Learned learned : ahead) {
      handle
          .createUpdate("update source set habits = :habits where id = :id")
          .bind("habits", HabitsJson.of(learned.habits().rebased(learned.at(), now)))
          .bind("id", learned.id())
          .execute();
    }
  }

  boolean claimNow(String node, String sourceId, Instant now, Duration lease) {
    return handle
            .createUpdate(
                """
                update source set claimed_by = :node, claimed_until = :until, outdated = false
                where id = :id and listed
                  and (claimed_by is null or claimed_until <= :now)
                """)
            .bind("node", node)
            .bind("until", Micros.of(now.plus(lease)))
            .bind("id", sourceId)
            .bind("now", Micros.of(now))
            .execute()
        == 1;
  }

  /**
   * Ends all claims: nobody is alive who could hold one. Their leases go on as the next check, so
   * that a program which dies of a source again and again does not ask its site at each start.
   */
  void orphan() {
    handle.execute(
        """
        update source set next_check = greatest(next_check, claimed_until),
          reason = 'the program ended in the middle of reading it',
          claimed_by = null, claimed_until = null
        where claimed_by is not null
        """);
  }

  void release(String node, String sourceId) {
    handle
        .createUpdate(
            """
            update source set claimed_by = null, claimed_until = null, outdated = false
            where id = :id and claimed_by = :node
            """)
        .bind("id", sourceId)
        .bind("node", node)
        .execute();
  }
}
