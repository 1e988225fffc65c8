package dev.transponder.store;

import dev.transponder.model.RobotsCopy;
import dev.transponder.model.Validators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The robots.txt of each origin; those that nobody has wanted for long are forgotten. */
final class RobotsCopies {
  private static final Duration UNWANTED = Duration.ofDays(90);

  private final Handle handle;

  RobotsCopies(Handle handle) {
    this.handle = handle;
  }

  Optional<RobotsCopy> find(String origin) {
    return handle
        .createQuery("select * from robots where origin = :origin")
        .bind("origin", origin)
        .map((row, context) -> copy(row))
        .findOne();
  }

  void remember(RobotsCopy copy) {
    if (!update(copy)) {
      // Another node may meet the origin at the same moment.
      new Publication(handle).lock();
      if (!update(copy)) {
        insert(copy);
      }
    }
  }

  private boolean update(RobotsCopy copy) {
    return write(
            """
            update robots set asked_at = :askedAt, next_look = :nextLook,
              failing_since = :failingSince, problem = :problem, body = :body, etag = :etag,
              last_modified = :lastModified, validators_url = :validatorsUrl
            where origin = :origin
            """,
            copy)
        == 1;
  }

  private void insert(RobotsCopy copy) {
    handle
        .createUpdate("delete from robots where asked_at < :longAgo")
        .bind("longAgo", Micros.of(copy.askedAt().minus(UNWANTED)))
        .execute();
    write(
        """
        insert into robots (origin, asked_at, next_look, failing_since, problem, body, etag,
          last_modified, validators_url)
        values (:origin, :askedAt, :nextLook, :failingSince, :problem, :body, :etag,
          :lastModified, :validatorsUrl)
        """,
        copy);
  }

  private int write(String sql, RobotsCopy copy) {
    return handle
        .createUpdate(sql)
        .bind("origin", copy.origin())
        .bind("askedAt", Micros.of(copy.askedAt()))
        .bind("nextLook", Micros.of(copy.nextLook()))
        .bind("failingSince", Micros.ofNullable(copy.failingSince()))
        .bind("problem", copy.problem())
        .bind("body", copy.text())
        .bind("etag", copy.validators().etag())
        .bind("lastModified", copy.validators().lastModified())
        .bind("validatorsUrl", copy.validatorsUrl())
        .execute();
  }

  private static RobotsCopy copy(ResultSet row) throws SQLException {
    long since = row.getLong("failing_since");
    @Nullable Long failingSince = row.wasNull() ? null : since;
    return new RobotsCopy(
        row.getString("origin"),
        Micros.toInstant(row.getLong("asked_at")),
        Micros.toInstant(row.getLong("next_look")),
        failingSince == null ? null : Micros.toInstant(failingSince),
        row.getString("problem"),
        row.getString("body"),
        new Validators(row.getString("etag"), row.getString("last_modified")),
        row.getString("validators_url"));
  }
}
