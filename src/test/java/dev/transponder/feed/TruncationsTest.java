package dev.transponder.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.transponder.model.Document;
import dev.transponder.model.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A document that breaks off anywhere is read to where it breaks off. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class TruncationsTest {
  private static final String CORPORA = "TRANSPONDER_CORPORA";

  private final FeedReader reader = new FeedReader();

  @Test
  void everyFixtureCutAtEachTenthIsReadToAnEnd() throws IOException {
    List<byte[]> fixtures = new ArrayList<>();
    for (Fixture fixture : Fixture.all()) {
      fixtures.add(fixture.document().bytes());
    }
    assertThat(readings(fixtures)).isEqualTo(fixtures.size() * 10L);
  }

  @Test
  void entriesBeforeTheCutAreKept() {
    StringBuilder feed = new StringBuilder("<rss version='2.0'><channel><title>T</title>");
    for (int i = 0; i < 10; i++) {
      feed.append("<item><title>Entry ").append(i).append("</title><guid>").append(i);
      feed.append("</guid></item>");
    }
    String cut = feed.substring(0, feed.indexOf("Entry 7") + 3);
    Reading reading = reader.read(document(cut.getBytes(StandardCharsets.UTF_8)), () -> {});
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Parsed.class,
            parsed -> {
              assertThat(parsed.damaged()).isTrue();
              assertThat(parsed.entries()).hasSizeGreaterThanOrEqualTo(7);
              assertThat(parsed.entries().get(6).title()).isEqualTo("Entry 6");
            });
  }

  /** The collections of others are not part of the project; whoever has them sets the variable. */
  @Test
  void everyDocumentOfTheCollectionsCutAtEachTenthIsReadToAnEnd() throws IOException {
    String folder = System.getenv(CORPORA);
    assumeThat(folder).as("set %s to a folder of feed collections", CORPORA).isNotNull();
    List<byte[]> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(String.valueOf(folder)))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        documents.add(Files.readAllBytes(file));
      }
    }
    assertThat(documents).isNotEmpty();
    assertThat(readings(documents)).isEqualTo(documents.size() * 10L);
  }

  /** Reads each whole and cut; how many readings came back. */
  private long readings(List<byte[]> documents) {
    long count = 0;
    for (byte[] bytes : documents) {
      for (int tenths = 1; tenths <= 10; tenths++) {
        byte[] cut = Arrays.copyOf(bytes, (int) (bytes.length * (long) tenths / 10));
        Reading reading = reader.read(document(cut), () -> {});
        count +=
            switch (reading) {
              case Reading.Parsed _, Reading.NotAFeed _ -> 1;
              case Reading.Unreadable unreadable -> unreadable.reason().isBlank() ? 0 : 1;
            };
      }
    }
    return count;
  }

  private static Document document(byte[] bytes) {
    return new Document("https://feeds.test/feed.xml", Map.of(), bytes);
  }
}
