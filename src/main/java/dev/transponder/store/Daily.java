package dev.transponder.store;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Sees to it that what is to be done once a day is done once, however many nodes there are. */
final class Daily {
  /** A little less than a day, so that hourly looks do not make it a day and an hour. */
  private static final Duration DAY = Duration.ofMinutes(23 * 60 + 30);

  private final Handle handle;

  Daily(Handle handle) {
    this.handle = handle;
  }

  /** Whether it is to be done now; who is told so does it. A clock that was set back counts. */
  boolean begin(String name, Instant now) {
    boolean due =
        handle
                .createUpdate(
                    """
                    update daily set done_at = :now
                    where name = :name and (done_at <= :before or done_at > :now)
                    """)
                .bind("name", name)
                .bind("now", Micros.of(now))
                .bind("before", Micros.of(now.minus(DAY)))
                .execute()
            == 1;
    return due
        || handle
                .createUpdate(
                    """
                    insert into daily (name, done_at)
                    select cast(:name as varchar), cast(:now as bigint)
                    where not exists (select 1 from daily where name = :name)
                    """)
                .bind("name", name)
                .bind("now", Micros.of(now))
                .execute()
            == 1;
  }
}
