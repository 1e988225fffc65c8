package dev.transponder.store;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for this test run alone: made by the machine's own binaries in a temporary
 * folder, on a free port of the loopback address, stopped when the JVM ends.
 */
final class PostgreSqlServer {
  private static final String MISSING =
      "PostgreSQL is not installed, its tests are skipped: apt-get install postgresql";

  private final Path binaries;
  private final Path folder;
  private final int port;
  private final AtomicInteger schemas = new AtomicInteger();

  /** Started by the first who asks. */
  private static final class Holder {
    static final Optional<PostgreSqlServer> SERVER = binaries().map(PostgreSqlServer::start);
  }

  private PostgreSqlServer(Path binaries, Path folder, int port) {
    this.binaries = binaries;
    this.folder = folder;
    this.port = port;
  }

  /** The server; aborts the test, visibly, where PostgreSQL is not installed. */
  static PostgreSqlServer running() {
    return Holder.SERVER.orElseGet(() -> abort(MISSING));
  }

  /** A URL with a schema that nobody else uses. */
  String freshSchema() {
    String schema = "s" + schemas.incrementAndGet();
    execute("create schema " + schema);
    return url() + "&currentSchema=" + schema;
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=store";
  }

  void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Optional<Path> binaries() {
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(versions)) {
      return folders
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PostgreSqlServer start(Path binaries) {
    try {
      Path folder = Files.createTempDirectory("postgresql");
      PostgreSqlServer server = new PostgreSqlServer(binaries, folder, freePort());
      if (asRoot()) {
        Files.setOwner(
            folder,
            folder
                .getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName("postgres"));
      }
      server.run("initdb", "--username=store", "--auth=trust", "--encoding=UTF8", "--no-sync");
      server.run(
          "pg_ctl",
          "--wait",
          "--log=" + folder.resolve("log"),
          "--options=-p "
              + server.port
              + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
              + folder,
          "start");
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    run("pg_ctl", "--mode=immediate", "stop");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a program of PostgreSQL on the folder; not as root, which PostgreSQL refuses. */
  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (asRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(binaries.resolve(program).toString());
    command.add("--pgdata=" + folder.resolve("data"));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("postgresql", ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int code = process.waitFor();
      String said = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      if (code != 0) {
        throw new IllegalStateException(command + " ended with " + code + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
