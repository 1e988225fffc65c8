package dev.transponder.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Which entries lead their story: all those of one source. That is, among the listed ones, the one
 * to whose own site the link of the story leads, so that nobody who links to an entry, or copies
 * it, hides it by being read first; where that tells nothing, the one that told it first. Entries
 * that rules drop do not count. Kept as a column, so that the newest stories cost what is read of
 * them. All of this needs {@link Publication#lock}.
 */
final class Leads {
  private final Handle handle;

  Leads(Handle handle) {
    this.handle = handle;
  }

  /** Those of the stories that a source other than this one leads. */
  Set<UUID> ledByOthers(Collection<UUID> stories, String sourceId) {
    Set<UUID> led = new HashSet<>();
    for (List<UUID> batch : Batches.of(stories)) {
      handle
          .createQuery(
              """
              select distinct story_hash from entry
              where story_hash = any(:stories) and leads and source_id <> :source
              """)
          .bindArray("stories", UUID.class, batch)
          .bind("source", sourceId)
          .map((row, context) -> row.getObject(1, UUID.class))
          .forEach(led::add);
    }
    return led;
  }

  /** How many entries lead one of the stories. */
  long count(Collection<UUID> stories) {
    long leading = 0;
    for (List<UUID> batch : Batches.of(stories)) {
      leading +=
          handle
              .createQuery("select count(*) from entry where story_hash = any(:stories) and leads")
              .bindArray("stories", UUID.class, batch)
              .mapTo(Long.class)
              .one();
    }
    return leading;
  }

  /**
   * Puts the leads of stories right after their entries have changed.
   *
   * @return how many entries lead one of them now
   */
  long settle(Collection<UUID> stories) {
    long leading = 0;
    for (List<UUID> batch : Batches.of(stories)) {
      leading += settleBatch(batch);
    }
    return leading;
  }

  private int settleBatch(List<UUID> stories) {
    // Two statements instead of a nested one: H2 would read the whole table for "in (select ...)".
    List<Long> leading =
        handle
            .createQuery(
                """
                select number from (
                    select e.number, e.source_id, first_value(e.source_id)
                      over (partition by e.story_hash order by e.home desc, e.told, e.number) as leader
                    from entry e join source s on s.id = e.source_id
                    where s.listed and e.dropped_by is null and e.story_hash = any(:stories)) told
                where source_id = leader
                """)
            .bindArray("stories", UUID.class, stories)
            .mapTo(Long.class)
            .list();
    handle
        .createUpdate("update entry set leads = false where story_hash = any(:stories) and leads")
        .bindArray("stories", UUID.class, stories)
        .execute();
    for (List<Long> batch : Batches.of(leading)) {
      handle
          .createUpdate("update entry set leads = true where number = any(:leading)")
          .bindArray("leading", Long.class, batch)
          .execute();
    }
    feed(stories);
    return leading.size();
  }

  /**
   * Lets stories into the feeds one of whose entries is no backlog: whichever leads, what one
   * source has brought as news stays news.
   */
  void feed(Collection<UUID> stories) {
    for (List<UUID> batch : Batches.of(stories)) {
      List<UUID> fed =
          handle
              .createQuery(
                  """
                  select distinct story_hash from entry
                  where story_hash = any(:stories) and backlog = false
                  """)
              .bindArray("stories", UUID.class, batch)
              .map((row, context) -> row.getObject(1, UUID.class))
              .list();
      handle
          .createUpdate(
              """
              update entry set backlog = false
              where story_hash = any(:stories) and leads and backlog
              """)
          .bindArray("stories", UUID.class, fed)
          .execute();
    }
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
