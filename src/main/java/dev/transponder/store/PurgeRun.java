package dev.transponder.store;

import dev.transponder.model.Settings.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One purge in many small transactions, see {@link Store#purge}. */
record PurgeRun(Database database, Instant now, BooleanSupplier goesOn) {
  /** How long a tombstone stays whose entry its source does not show any more. */
  private static final Duration REMEMBERED = Duration.ofDays(365);

  long purge(Retention retention) {
    long purged = purge(now.minus(retention.age()), Long.MAX_VALUE);
    long excess = database.call(handle -> new Purging(handle).excess(retention.entries()));
    purged += purge(now, excess);
    boolean more = true;
    while (more && goesOn.getAsBoolean()) {
      more = database.call(handle -> new Purging(handle).forget(now.minus(REMEMBERED)));
    }
    return purged;
  }

  private long purge(Instant before, long most) {
    Purging.Place place = Purging.Place.START;
    long purged = 0;
    while (purged < most && goesOn.getAsBoolean()) {
      Purging.Place after = place;
      long left = most - purged;
      List<Purging.Place> next =
          database.call(handle -> new Purging(handle).next(after, before, left));
      if (next.isEmpty()) {
        break;
      }
      purged += database.call(handle -> new Purging(handle).purge(next, now));
      place = next.getLast();
    }
    return purged;
  }
}
