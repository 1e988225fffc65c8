package dev.transponder.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to this version with the scripts of {@code db/migration}. */
final class Migrations {
  private static final String HISTORY = "schema_history";

  /** The version of the last script: to be raised with each new one. */
  static final int VERSION = 1;

  private Migrations() {}

  /** Looks whether scripts have run that we do not have; changes nothing. */
  static void refuseNewer(Connection connection) throws SQLException {
    boolean migrated;
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
      migrated = tables.next();
    }
    if (!migrated) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select max(cast(\"version\" as integer)) from \"" + HISTORY + "\"")) {
      if (row.next() && row.getInt(1) > VERSION) {
        throw Causes.newer(null);
      }
    }
  }

  static void migrate(DataSource dataSource) {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .table(HISTORY)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw Causes.using(e);
    }
  }
}
