package dev.transponder.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which entry leads its story: the one with the lowest number among those of listed sources. Kept
 * as a column, so that the newest stories cost what is read of them. All of this needs {@link
 * Publication#lock}.
 */
final class Leads {
  private final Handle handle;

  Leads(Handle handle) {
    this.handle = handle;
  }

  /** Those of the stories that have a leading entry. */
  Set<UUID> led(Collection<UUID> stories) {
    Set<UUID> led = new HashSet<>();
    for (List<UUID> batch : Batches.of(stories)) {
      handle
          .createQuery("select story_hash from entry where story_hash = any(:stories) and leads")
          .bindArray("stories", UUID.class, batch)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(led::add);
    }
    return led;
  }

  /**
   * Puts the leads of stories right after their entries have changed.
   *
   * @return how many of the stories have one now
   */
  long settle(Collection<UUID> stories) {
    long led = 0;
    for (List<UUID> batch : Batches.of(stories)) {
      led += settleBatch(batch);
    }
    return led;
  }

  private int settleBatch(List<UUID> stories) {
    handle
        .createUpdate("update entry set leads = false where story_hash = any(:stories) and leads")
        .bindArray("stories", UUID.class, stories)
        .execute();
    return handle
        .createUpdate(
            """
            update entry set leads = true where number in (
              select min(e.number) from entry e join source s on s.id = e.source_id
              where s.listed and e.story_hash = any(:stories) group by e.story_hash)
            """)
        .bindArray("stories", UUID.class, stories)
        .execute();
  }

  /** The stories of a source, to be settled when it was listed or is no longer. */
  List<UUID> storiesOf(String sourceId) {
    return handle
        .createQuery("select distinct story_hash from entry where source_id = :source")
        .bind("source", sourceId)
        .map((row, context) -> row.getObject(1, UUID.class))
        .list();
  }
}
