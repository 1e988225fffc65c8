package dev.transponder.schedule;

import dev.transponder.model.Settings.Retention;
import dev.transponder.store.Store;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges what is older or more than {@code retention} allows, once a day, by one node of all.
 * Publishing goes on meanwhile.
 *
 * @param retention in force
 * @param goesOn false once the program stops: the rest is purged another day
 */
public record Expunge(
    Store store, Supplier<Retention> retention, InstantSource clock, BooleanSupplier goesOn)
    implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Expunge.class);

  /** Does the work of the day, if nobody has done it yet. */
  @Override
  public void run() {
    if (store.beginDaily("expunge", clock.instant())) {
      long purged = store.purge(retention.get(), clock.instant(), goesOn);
      if (purged > 0) {
        log.info("{} old entries purged", purged);
      }
    }
  }
}
