package dev.transponder.store;

import dev.transponder.model.Settings.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The manners towards hosts, as all nodes share them: who holds a turn, who asked for silence. */
final class Hosts {
  /** How soon a node asks again whether another one's request has ended. */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  /** Whom nobody has asked for so long is forgotten. */
  private static final Duration UNWANTED = Duration.ofDays(90);

  private record Row(Instant heldUntil, Instant nextStart) {}

  private final Handle handle;

  Hosts(Handle handle) {
    this.handle = handle;
  }

  void hold(String host, Instant now, Instant until) {
    ensure(host, now);
    handle
        .createUpdate(
            """
            update host set held_at = :now, held_until = :until
            where name = :name and held_until < :until
            """)
        .bind("name", host)
        .bind("now", Micros.of(now))
        .bind("until", Micros.of(until))
        .execute();
  }

  void rebase(Instant now) {
    handle
        .createUpdate(
            """
            update host set held_until = :now + held_until - held_at, held_at = :now
            where held_at > :now
            """)
        .bind("now", Micros.of(now))
        .execute();
  }

  Map<String, Instant> held(Instant now) {
    Map<String, Instant> held = new HashMap<>();
    handle
        .createQuery("select name, held_until from host where held_until > :now")
        .bind("now", Micros.of(now))
        .map((row, context) -> Map.entry(row.getString("name"), row.getLong("held_until")))
        .forEach(row -> held.put(row.getKey(), Micros.toInstant(row.getValue())));
    return held;
  }

  HostTurn take(String host, Pace pace, InstantSource clock, Duration longest) {
    ensure(host, clock.instant());
    Row row = lock(host);
    // As exact as it will be kept: else the next turn could come parts of a microsecond too early.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (row.heldUntil().isAfter(now)) {
      return new HostTurn.Held(row.heldUntil());
    }
    // A clock that was set back, here or on another node, costs one gap at most.
    Instant start = earlier(row.nextStart(), now.plus(pace.gap()));
    if (start.isAfter(now)) {
      return new HostTurn.Later(start);
    }
    if (running(host, now) >= pace.parallel()) {
      return new HostTurn.Later(now.plus(PATIENCE));
    }
    long id =
        handle
            .createUpdate("insert into host_turn (host, until) values (:host, :until)")
            .bind("host", host)
            .bind("until", Micros.of(now.plus(longest)))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate("update host set next_start = :start where name = :name")
        .bind("start", Micros.of(now.plus(pace.gap())))
        .bind("name", host)
        .execute();
    return new HostTurn.Taken(id, now);
  }

  void giveBack(long turn, Instant next) {
    handle
        .createUpdate(
            """
            update host set next_start = greatest(next_start, :next)
            where name = (select host from host_turn where id = :id)
            """)
        .bind("next", Micros.of(next))
        .bind("id", turn)
        .execute();
    handle.createUpdate("delete from host_turn where id = :id").bind("id", turn).execute();
  }

  /** Under the lock of the publication, so that no two nodes make the same row. */
  private void ensure(String host, Instant now) {
    if (isKnown(host)) {
      return;
    }
    new Publication(handle).lock();
    if (!isKnown(host)) {
      forget(now.minus(UNWANTED));
      handle
          .createUpdate(
              """
              insert into host (name, held_at, held_until, next_start)
              values (:name, :longAgo, :longAgo, :now)
              """)
          .bind("name", host)
          .bind("longAgo", Micros.of(Instant.EPOCH))
          .bind("now", Micros.of(now))
          .execute();
    }
  }

  private void forget(Instant longAgo) {
    handle
        .createUpdate("delete from host where held_until < :longAgo and next_start < :longAgo")
        .bind("longAgo", Micros.of(longAgo))
        .execute();
    handle
        .createUpdate("delete from host_turn where until < :longAgo")
        .bind("longAgo", Micros.of(longAgo))
        .execute();
  }

  private boolean isKnown(String host) {
    return handle
        .createQuery("select 1 from host where name = :name")
        .bind("name", host)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Row lock(String host) {
    return handle
        .createQuery("select held_until, next_start from host where name = :name for update")
        .bind("name", host)
        .map(
            (row, context) ->
                new Row(
                    Micros.toInstant(row.getLong("held_until")),
                    Micros.toInstant(row.getLong("next_start"))))
        .one();
  }

  private int running(String host, Instant now) {
    handle
        .createUpdate("delete from host_turn where host = :host and until <= :now")
        .bind("host", host)
        .bind("now", Micros.of(now))
        .execute();
    return handle
        .createQuery("select count(*) from host_turn where host = :host")
        .bind("host", host)
        .mapTo(Integer.class)
        .one();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
