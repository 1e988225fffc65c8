package dev.transponder.store;

import dev.transponder.store.StoreException.Kind;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what an error of a database means for the user. */
final class Causes {
  // H2's own numbers; its SQL states are too coarse.
  private static final int H2_ALREADY_OPEN = 90020;
  private static final int H2_FORMAT = 90048;

  private Causes() {}

  static StoreException opening(String place, SQLException e) {
    if (e.getErrorCode() == H2_ALREADY_OPEN) {
      return taken(place, e);
    }
    if (e.getErrorCode() == H2_FORMAT && String.valueOf(e.getMessage()).contains("larger")) {
      return newer(e);
    }
    return unusable("The store " + place + " cannot be opened", e);
  }

  static StoreException taken(String place, @Nullable Throwable cause) {
    return new StoreException(
        Kind.LOCKED, "Another process has the store " + place + ": stop it first.", cause);
  }

  static StoreException newer(@Nullable Throwable cause) {
    return new StoreException(
        Kind.NEWER,
        "A newer version of the program made this store: use that version, or another store.",
        cause);
  }

  /** What a transaction ended with: a failure of the database, or a bug as it is. */
  static RuntimeException using(ExecutionException e) {
    return switch (e.getCause()) {
      case JdbiException failure -> unusable("The store does not answer", failure);
      case RuntimeException bug -> bug;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(e);
    };
  }

  static StoreException closed(RejectedExecutionException e) {
    return new StoreException(Kind.UNUSABLE, "The store is closed: open it again.", e);
  }

  /** The error of the database inside another one; the other one itself if there is none. */
  static SQLException sql(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    throw e;
  }

  private static StoreException unusable(String what, Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String detail = String.valueOf(deepest.getMessage()).strip().lines().findFirst().orElse("");
    return new StoreException(Kind.UNUSABLE, what + " (" + detail + "): " + advice(state(e)), e);
  }

  /** The SQL state of the outermost error of the database; the deepest cause may be a socket's. */
  private static String state(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static String advice(String sqlState) {
    return switch (sqlState.length() < 2 ? "" : sqlState.substring(0, 2)) {
      case "08" -> "see that the database server runs and can be reached.";
      case "28" -> "see that user and password in the database URL are right.";
      case "3D" -> "create the database first.";
      case "42" -> "see that the user may create tables there.";
      default -> "see that the disk has space and the database is whole.";
    };
  }
}
