package dev.transponder.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Outcome;
import dev.transponder.model.Outcome.Failed;
import dev.transponder.model.Outcome.Failure;
import dev.transponder.model.Outcome.Fetched;
import dev.transponder.model.Outcome.NotModified;
import dev.transponder.model.Source;
import dev.transponder.model.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalFilesTest {
  @TempDir private Path outside;
  private Path folder = Path.of("");
  private Path feed = Path.of("");

  @BeforeEach
  void write() throws IOException {
    folder = Files.createDirectory(outside.resolve("conf"));
    feed = Files.writeString(folder.resolve("my feed.xml"), "<feed/>");
    Files.writeString(outside.resolve("secret.xml"), "secret");
  }

  private Outcome fetch(String url, Validators validators) {
    return new LocalFiles(folder, Bench.QUICK)
        .fetch(Source.of("a", "file:whatever"), url, validators);
  }

  @Test
  void aFileIsReadByItsUrl() {
    Fetched fetched = (Fetched) fetch(feed.toUri().toString(), Validators.NONE);
    assertThat(fetched.document().bytes()).asString().isEqualTo("<feed/>");
    assertThat(fetched.document().url()).isEqualTo(feed.toUri().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:my%20feed.xml", "file:my feed.xml", "file:./x/../my%20feed.xml"})
  void aRelativeUrlIsBesideFeedsYml(String url) {
    assertThat(fetch(url, Validators.NONE)).isInstanceOf(Fetched.class);
  }

  @Test
  void anUnchangedFileIsNotReadAgainAndAChangedOneIs() throws IOException {
    String url = feed.toUri().toString();
    Validators first = ((Fetched) fetch(url, Validators.NONE)).validators();
    assertThat(fetch(url, first)).isEqualTo(new NotModified(first, null));
    Files.setLastModifiedTime(feed, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(fetch(url, first)).isInstanceOf(Fetched.class);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(fetch("file:none.xml", Validators.NONE))
        .isEqualTo(new Failed(Failure.UNUSABLE, 0, "no such file: none.xml"));
    assertThat(fetch(folder.resolve("sub/none.xml").toUri().toString(), Validators.NONE))
        .isEqualTo(new Failed(Failure.UNUSABLE, 0, "no such file: sub/none.xml"));
  }

  @Test
  void aFolderIsNotAFile() {
    assertThat(fetch(folder.toUri().toString(), Validators.NONE)).isInstanceOf(Failed.class);
  }

  @Test
  void whatLiesOutsideIsRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.xml"), outside.resolve("secret.xml"));
    Files.createSymbolicLink(folder.resolve("up"), outside);
    assertRefused(outside.resolve("secret.xml").toUri().toString());
    assertRefused("file:../secret.xml");
    assertRefused("file:%2e%2e/secret.xml");
    assertRefused("file:link.xml");
    assertRefused("file:up/secret.xml");
    assertRefused(folder.toUri() + "../secret.xml");
    assertRefused("file:///etc/passwd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:", "file://host/share/x", "file:///%00", "file:%"})
  void oddUrlsAreFailures(String url) {
    assertThat(fetch(url, Validators.NONE)).isInstanceOf(Failed.class);
  }

  @Test
  void aSourceOnTheWebMayNotLeadToFiles() {
    assertThat(
            new LocalFiles(folder, Bench.QUICK)
                .fetch(
                    Source.of("a", "https://example.org/"),
                    feed.toUri().toString(),
                    Validators.NONE))
        .isEqualTo(
            new Failed(
                Failure.REFUSED, 0, "only a source that is a file itself may lead to files"));
  }

  @Test
  void aFileThatIsTooLargeIsAFailure() throws IOException {
    Files.write(feed, new byte[Bench.QUICK.decodedBytes() + 1]);
    assertThat(fetch(feed.toUri().toString(), Validators.NONE))
        .isEqualTo(new Failed(Failure.UNUSABLE, 0, "larger than 2 MB: my feed.xml"));
  }

  private void assertRefused(String url) {
    assertThat(fetch(url, Validators.NONE))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(Failure.REFUSED);
              assertThat(failed.message())
                  .as("people on the web read this")
                  .doesNotContain(String.valueOf(outside.getFileName()), "/etc");
            });
  }
}
