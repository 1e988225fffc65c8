package dev.transponder.store;

import static dev.transponder.store.Samples.NOW;
import static dev.transponder.store.Samples.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.transponder.store.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be opened, and what an opening that fails leaves behind: nothing. */
final class OpeningIT {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x",
        "jdbc:h2:tcp://localhost/x",
        "jdbc:h2:file:nio:/x",
        "jdbc:h2:file:/x;INIT=RUNSCRIPT FROM 'http://example.org/'",
        "jdbc:h2:file:/x;init=select 1",
        "jdbc:h2:file:/x;CACHE_SIZE=1\\;INIT=select 1;TRACE_LEVEL_FILE=3",
        "jdbc:h2:file:/x;WRITE_DELAY=500",
        "jdbc:postgresql://h/x?socketFactory=java.lang.Object",
        "jdbc:postgresql://h/x?user=a&loggerFile=/tmp/x",
        "jdbc:mysql://h/x",
        ""
      })
  void aUrlThatCouldDoMoreThanOpenAStoreIsRefused(String url) {
    assertThatThrownBy(() -> Store.open(url))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNUSABLE))
        .hasMessageStartingWith("Change the database URL: ")
        .hasMessageEndingWith(".");
  }

  @Test
  void theFileIsForItsOwnerAloneAndItsFolderIsMade() throws IOException {
    try (Store store = Store.open("jdbc:h2:file:" + folder.resolve("new/sub/store"))) {
      store.ping();
    }

    assertThat(files(folder.resolve("new/sub"))).containsExactly("store.mv.db");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("new/sub/store.mv.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aStoreOpensOnceAtATime() throws IOException {
    String url = TestDatabase.H2.freshUrl(folder);
    try (Store store = Store.open(url)) {
      assertRefused(url, Kind.LOCKED);
      store.ping();
      assertThat(files(folder)).containsExactly("store.mv.db");
    }
    Store.open(url).close();
  }

  @Test
  void aStoreOfAnotherProcessIsLeftAlone() throws IOException {
    try (ChildProcess child =
        ChildProcess.start(StoreChild.class, TestDatabase.H2.freshUrl(folder))) {
      child.line();
      assertRefused(TestDatabase.H2.freshUrl(folder), Kind.LOCKED);
      assertThat(child.line()).isNotEmpty();
      assertThat(files(folder)).containsExactly("store.mv.db");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoreOfANewerVersionIsLeftAsItIs(TestDatabase database) throws IOException, SQLException {
    String url = database.freshUrl(folder);
    Store.open(url).close();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into "schema_history" ("installed_rank", "version", "description", "type",
            "script", "installed_by", "execution_time", "success")
          values (99, '99', 'future', 'SQL', 'V99__future.sql', 'x', 1, true)
          """);
    }
    List<byte[]> before = contents();

    assertRefused(url, Kind.NEWER);

    assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseOfSomethingElseIsLeftAsItIs(TestDatabase database)
      throws IOException, SQLException {
    String url = database.freshUrl(folder);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table their_own (x integer)");
    }
    List<byte[]> before = contents();

    assertRefused(url, Kind.UNUSABLE);

    assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAsItIs() throws IOException {
    Files.writeString(folder.resolve("store.mv.db"), "not a database".repeat(1000));
    List<byte[]> before = contents();

    assertRefused(TestDatabase.H2.freshUrl(folder), Kind.UNUSABLE);

    assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aServerThatDoesNotAnswerIsNamed() {
    assertThatThrownBy(
            () -> Store.open("jdbc:postgresql://127.0.0.1:1/none?user=u&password=secret"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("127.0.0.1:1/none")
        .hasMessageContaining("see that the database server runs")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @EnumSource
  void aClosedStoreSaysSo(TestDatabase database) {
    Store store = Store.open(database.freshUrl(folder));
    store.sync(sources("a"), NOW);
    store.close();

    assertThatThrownBy(store::ping).isInstanceOf(StoreException.class);
  }

  private static void assertRefused(String url, Kind kind) {
    assertThatThrownBy(() -> Store.open(url))
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageEndingWith(".");
  }

  private List<byte[]> contents() throws IOException {
    Path file = folder.resolve("store.mv.db");
    return Files.exists(file) ? List.of(Files.readAllBytes(file)) : List.of();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
