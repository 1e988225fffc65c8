package dev.transponder.store;

import dev.transponder.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.LogFactory;

/** Brings the tables to this version with the scripts of {@code db/migration}. */
final class Migrations {
  private static final String HISTORY = "schema_history";
  // H2 says "BASE TABLE".
  private static final String[] TABLES = {"TABLE", "BASE TABLE"};

  /** The version of the last script: to be raised with each new one. */
  static final int VERSION = 8;

  private Migrations() {}

  /** Looks whether these are our tables and not newer than we are; changes nothing. */
  static void check(Connection connection) throws SQLException {
    Set<String> tables = tables(connection);
    if (tables.isEmpty()) {
      return;
    }
    if (!tables.contains(HISTORY)) {
      throw new StoreException(
          Kind.UNUSABLE,
          "The database holds something else (" + tables + "): choose an empty one.",
          null);
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

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (ResultSet rows =
        connection.getMetaData().getTables(null, connection.getSchema(), "%", TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  /** Runs the scripts that have not run yet. */
  static void migrate(DataSource dataSource) throws SQLException {
    LogFactory.setLogCreator(FlywayLog::new);
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .table(HISTORY)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw Causes.sql(e);
    }
  }
}
