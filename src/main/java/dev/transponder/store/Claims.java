package dev.transponder.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who refreshes which source just now: leases on the rows of the sources. */
final class Claims {
  private final Handle handle;

  Claims(Handle handle) {
    this.handle = handle;
  }

  List<String> claim(String node, Instant now, Duration lease, int max) {
    // H2 takes the first rows and then skips the locked ones among them, so that a second claimer
    // may get fewer than there are. It gets the others the next time it asks.
    List<String> ids =
        handle
            .createQuery(
                """
                select id from source
                where next_check <= :now and listed and not paused
                  and (claimed_until is null or claimed_until <= :now)
                order by next_check, id
                fetch first :max rows only
                for update skip locked
                """)
            .bind("now", Micros.of(now))
            .bind("max", max)
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
   * Takes the names off all claims: nobody is alive who could hold one. Their leases go on, so that
   * a program which dies of a source again and again does not ask its site at each start.
   */
  void orphan() {
    handle.execute("update source set claimed_by = null where claimed_by is not null");
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
