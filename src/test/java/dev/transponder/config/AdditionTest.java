package dev.transponder.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the texts below, {@code >>} and {@code <<} stand around what an addition inserts. */
final class AdditionTest {
  private static final String NEW = "https://new.example.org/feed";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("feeds.yml");
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("a list", "sources:\n  - https://a.example/\n>>  - NEW\n<<"),
        Arguments.of(
            "a list at the margin", "sources:\n- https://a.example/\n>>- NEW\n<<title: T\n"),
        Arguments.of("a wide list", "sources:\n      - https://a.example/\n>>      - NEW\n<<"),
        Arguments.of("no line end at the end", "sources:\n  - https://a.example/>>\n  - NEW\n<<"),
        Arguments.of("lines of Windows", "sources:\r\n  - https://a.example/\r\n>>  - NEW\r\n<<"),
        Arguments.of("Windows, open", "sources:\r\n  - https://a.example/>>\r\n  - NEW\r\n<<"),
        Arguments.of("a mark of order", "\uFEFFsources:\n  - https://a.example/\n>>  - NEW\n<<"),
        Arguments.of(
            "comments",
            "# 😀 top\nsources: # all\n  # one\n  - https://a.example/ # why\n>>  - NEW\n<<"
                + "  # - https://old.example/\n\n# end"),
        Arguments.of(
            "keys below",
            "sources:\n  - https://a.example/\n>>  - NEW\n<<\n# of the feed\ntitle: T\n"),
        Arguments.of(
            "a source of many lines",
            "sources:\n  - url: https://a.example/\n    scrape:\n      entry: li # each\n>>  - NEW\n<<\ntitle: T\n"),
        Arguments.of(
            "a source that ends in a list of words",
            "sources:\n  - url: https://a.example/\n    scrape: {entry: li,\n      link: a}\n>>  - NEW\n<<"),
        Arguments.of(
            "a folded text at the end",
            "sources:\n  - url: https://a.example/\n    name: >\n      Long\n      name\n>>  - NEW\n<<# end\n"),
        Arguments.of("brackets", "sources: [https://a.example/>>, NEW<<] # all\n"),
        Arguments.of("brackets, 😀", "title: 😀\nsources: [ 'https://a.example/😀'>>, NEW<< ]\n"),
        Arguments.of(
            "brackets of many lines",
            "sources: [\n  https://a.example/, # one\n  https://b.example/>>, NEW<<, # two\n]\n"),
        Arguments.of("empty brackets", "sources: [>>NEW<<]\n"),
        Arguments.of(
            "nothing in the list",
            "title: T\nsources: # to come\n>>  - NEW\n<<page:\n  entries: 5\n"),
        Arguments.of("nothing, open", "sources:>>\n  - NEW\n<<"),
        Arguments.of("no list", "title: T\n>>sources:\n  - NEW\n<<"),
        Arguments.of("no list, open", "title: T>>\nsources:\n  - NEW\n<<"),
        Arguments.of("all keys indented", "  title: T\n>>  sources:\n    - NEW\n<<"),
        Arguments.of("only comments", "# mine\n>>sources:\n  - NEW\n<<"),
        Arguments.of("no word", ">>sources:\n  - NEW\n<<"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void theFileStaysAsItIsButForTheNewSource(String name, String text) throws Exception {
    String before = text.replaceAll("(?s)>>.*<<", "");
    String after = text.replaceAll("[<>]{2}", "").replace("NEW", NEW);
    Files.writeString(file, before);
    Addition addition = Addition.of(file, NEW, Map.of(), Checked.PATTERNS);
    addition.write();
    assertThat(Files.readString(file)).as(name).isEqualTo(after);
    assertThat(FeedsFile.load(file, Map.of(), Checked.PATTERNS).sources().getLast().url())
        .isEqualTo(NEW);
    assertThat(after.lines().toList().get(addition.line() - 1)).contains(NEW);
    assertThat(addition.source().id()).isEqualTo("new-example-org-feed");
    assertThat(files()).containsExactly("feeds.yml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{sources: [https://a.example/]}\n",
        "sources: &all\n  - https://a.example/\n...\n# and nothing more\n---\n",
        "title: T\n...\n",
        "list: &l [https://a.example/]\n",
        "- https://a.example/\n",
        "sources: https://a.example/\n",
        "sources: ~\n",
        "sources:\n  - https://a.example/\n  - name: without a URL\n",
      })
  void aFormToWhichNothingCanBeAddedIsRefusedAndLeftAlone(String text) throws IOException {
    Files.writeString(file, text);
    assertThatThrownBy(() -> Addition.of(file, NEW, Map.of(), Checked.PATTERNS))
        .isInstanceOfAny(NotAdded.class, ConfigException.class);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void bracketsAroundEverythingAreForThePersonToFill() throws IOException {
    Files.writeString(file, "{sources: [https://a.example/]}\n");
    NotAdded refusal = refused(NEW);
    assertThat(refusal.byHand()).isTrue();
    assertThat(refusal).hasMessageContaining("nothing can be added safely");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/notes",
        "https://a.example/notes/",
        "http://A.example:80/notes/#top",
        "https://a.example:443/notes",
      })
  void aUrlThatIsFollowedIsRefusedWithItsId(String url) throws IOException {
    Files.writeString(file, "sources:\n  - {url: https://a.example/notes/, id: notes}\n");
    assertThat(refused(url).followed()).isEqualTo("notes");
  }

  @Test
  void anotherPlaceWhoseIdWouldBeTheSameIsAMistakeThatIsTold() throws Exception {
    Files.writeString(file, "sources:\n  - https://a.example/a-b\n");
    assertThatThrownBy(() -> Addition.of(file, "https://a.example/a/b", Map.of(), Checked.PATTERNS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("feeds.yml:3:5: its id would be")
        .hasMessageContaining("line 2");
  }

  @Test
  void whatYamlOrTheEnvironmentWouldReadOtherwiseIsQuoted() throws Exception {
    Files.writeString(file, "sources:\n  - https://a.example/\n");
    String url = "https://b.example/${NAME}?q=[\"#'x,y";
    Addition.of(file, url, Map.of(), Checked.PATTERNS).write();
    assertThat(FeedsFile.load(file, Map.of(), Checked.PATTERNS).sources().getLast().url())
        .isEqualTo(url);
  }

  @Test
  void defaultsHoldForTheNewSource() throws Exception {
    Files.writeString(file, "defaults: {every: 3h}\nsources: []\n");
    assertThat(Addition.of(file, NEW, Map.of(), Checked.PATTERNS).source().every()).hasHours(3);
  }

  @Test
  void aFileThatIsNotThereIsMade() throws Exception {
    Addition addition = Addition.of(file, NEW, Map.of(), Checked.PATTERNS);
    assertThat(addition.isNewFile()).isTrue();
    assertThat(file).doesNotExist();
    addition.write();
    assertThat(Files.readString(file))
        .isEqualTo(
            "# What Transponder receives. All keys: docs/CONFIGURATION.md\nsources:\n  - "
                + NEW
                + "\n");
  }

  @Test
  void aFileThatWasChangedMeanwhileIsLeftAlone() throws Exception {
    Files.writeString(file, "sources:\n  - https://a.example/\n");
    Addition addition = Addition.of(file, NEW, Map.of(), Checked.PATTERNS);
    Files.writeString(file, "sources:\n  - https://b.example/\n");
    assertThatThrownBy(addition::write).hasMessageContaining("changed by somebody else");
    assertThat(Files.readString(file)).isEqualTo("sources:\n  - https://b.example/\n");
  }

  @Test
  void permissionsStayAndALinkStaysALink() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("list.yml");
    Files.writeString(real, "sources:\n  - https://a.example/\n");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(file, Path.of("real/list.yml"));
    Addition.of(file, NEW, Map.of(), Checked.PATTERNS).write();
    assertThat(file).isSymbolicLink();
    assertThat(Files.readString(real)).endsWith(NEW + "\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkToNothingIsRefused() throws IOException {
    Files.createSymbolicLink(file, Path.of("nowhere.yml"));
    assertThat(refused(NEW)).hasMessageContaining("a link to a file that does not exist");
  }

  @Test
  void mistakesOfTheFileAreToldFirst() throws IOException {
    Files.writeString(file, "titel: T\nsources:\n  - https://a.example/\n");
    assertThatThrownBy(() -> Addition.of(file, NEW, Map.of(), Checked.PATTERNS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("feeds.yml:1:1: unknown key \"titel\"");
  }

  @Test
  void textThatIsNotUtf8IsAMistakeAndLeftAlone() throws IOException {
    byte[] bytes = "title: caf\u00e9\nsources: []\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, bytes);
    assertThatThrownBy(() -> Addition.of(file, NEW, Map.of(), Checked.PATTERNS))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("not UTF-8");
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void aHostAloneIsMeantAsHttpsUnlessItIsAFileHere() throws IOException {
    Files.writeString(folder.resolve("notes.html"), "");
    assertThat(FeedsFile.typed(" example.org/feed ", folder)).isEqualTo("https://example.org/feed");
    assertThat(FeedsFile.typed("localhost:8000/x", folder)).isEqualTo("http://localhost:8000/x");
    assertThat(FeedsFile.typed("notes.html", folder)).isEqualTo("notes.html");
    assertThat(FeedsFile.typed("file:notes.html", folder)).isEqualTo("file:notes.html");
    assertThat(FeedsFile.typed("gopher://example.org", folder)).isEqualTo("gopher://example.org");
  }

  private NotAdded refused(String url) {
    return catchThrowableOfType(
        NotAdded.class, () -> Addition.of(file, url, Map.of(), Checked.PATTERNS));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
