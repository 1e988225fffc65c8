package dev.transponder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The open database: a small pool of connections, and transactions as callbacks, so that no
 * connection can be left behind.
 */
final class Database implements AutoCloseable {
  // Transactions are short and those that write go one after the other: more would only wait.
  private static final int CONNECTIONS = 6;
  private static final long PATIENCE_MILLIS = 60_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final ExecutorService workers;
  private final @Nullable H2File file;

  private Database(HikariDataSource pool, @Nullable H2File file) {
    this.pool = pool;
    this.file = file;
    this.jdbi = Jdbi.create(pool);
    this.workers =
        Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().daemon().name("store-", 1).factory());
    jdbi.registerArgument(new Text());
    jdbi.registerArrayType(UUID.class, "uuid");
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(String.class, "varchar");
  }

  static Database open(String jdbcUrl) {
    return switch (Address.parse(jdbcUrl)) {
      case Address.H2 h2 -> openFile(h2);
      case Address.PostgreSql postgres -> openServer(postgres);
    };
  }

  private static Database openFile(Address.H2 address) {
    H2File file = H2File.take(address);
    try {
      if (file.existed()) {
        try (Connection connection = connect(file.readOnlyUrl(), address)) {
          Migrations.check(connection);
        }
      }
      return start(file.url(), address, file);
    } catch (SQLException e) {
      file.giveBack();
      throw Causes.opening(file.path(), e);
    } catch (RuntimeException e) {
      file.giveBack();
      throw e;
    }
  }

  private static Database openServer(Address.PostgreSql address) {
    try {
      try (Connection connection = connect(address.url(), address)) {
        Migrations.check(connection);
      }
      return start(address.url(), address, null);
    } catch (SQLException e) {
      throw Causes.opening(address.place(), e);
    }
  }

  private static Connection connect(String url, Address address) throws SQLException {
    return DriverManager.getConnection(url, address.properties());
  }

  private static Database start(String url, Address address, @Nullable H2File file)
      throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setJdbcUrl(url);
    config.setDataSourceProperties(address.properties());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw Causes.sql(e);
    }
    try {
      Migrations.migrate(pool);
      Database database = new Database(pool, file);
      if (file != null) {
        file.opened();
        database.write(handle -> new Claims(handle).orphan());
      }
      return database;
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Runs one transaction on a thread of the store and waits for it, however often the caller is
   * interrupted: an interrupt in the middle of it would close the file of H2 for everybody, and the
   * connection to PostgreSQL.
   */
  <T> T call(HandleCallback<T, RuntimeException> work) {
    Future<T> result = submit(work);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw Causes.using(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> Future<T> submit(HandleCallback<T, RuntimeException> work) {
    try {
      return workers.submit(() -> jdbi.inTransaction(work));
    } catch (RejectedExecutionException e) {
      throw Causes.closed(e);
    }
  }

  /** Runs one transaction that may find nothing. */
  <T> Optional<T> find(HandleCallback<Optional<T>, RuntimeException> work) {
    return call(work);
  }

  /** Runs one transaction that answers nothing. */
  void write(HandleConsumer<RuntimeException> work) {
    call(
        (Handle handle) -> {
          work.useHandle(handle);
          return true;
        });
  }

  /** Whether other processes may use it at the same time. */
  boolean isShared() {
    return file == null;
  }

  /** Binds strings as they can be stored. */
  private static final class Text extends AbstractArgumentFactory<String> {
    Text() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setString(position, StorableText.of(value));
    }
  }

  @Override
  public void close() {
    workers.close();
    pool.close();
    if (file != null) {
      file.giveBack();
    }
  }
}
