package dev.transponder.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Source;
import dev.transponder.model.StoredEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source that copies another's ids, links and texts gets nothing of what is the other's. */
final class ThiefIT {
  private static final Source VICTIM = Source.of("victim", "https://victim.example/atom.xml");
  private static final Source THIEF = Source.of("thief", "https://thief.example/atom.xml");
  private static final String ENTRY =
      """
      <entry><id>tag:victim.example,2026:1</id><link href="https://victim.example/1"/>
      <title>The ferry</title><updated>2026-11-21T10:00:00Z</updated>
      <content type="html">The ferry to the island will not run on Sunday.</content></entry>
      """;

  @TempDir private Path folder;
  private Received received;

  @BeforeEach
  void open() {
    received = new Received(folder);
    received.follow(VICTIM);
    received.follow(THIEF);
  }

  @AfterEach
  void close() {
    received.close();
  }

  /** Even one that says that it is the other. */
  @ParameterizedTest
  @ValueSource(strings = {"https://thief.example/", "https://victim.example/"})
  void aThiefThatIsReadFirstTakesNeitherIdNorPlace(String home) {
    received.refresh(THIEF, feed(home, ENTRY));
    assertThat(received.ids()).doesNotContain("tag:victim.example,2026:1");
    received.refresh(VICTIM, feed("https://victim.example/", ENTRY));
    StoredEntry shown = received.entries().getFirst();
    assertThat(received.entries()).as("one story").hasSize(1);
    assertThat(shown.sourceId()).isEqualTo("victim");
    assertThat(shown.atomId()).isEqualTo("tag:victim.example,2026:1");
  }

  @Test
  void aThiefThatIsReadLaterChangesNothing() {
    received.refresh(VICTIM, feed("https://victim.example/", ENTRY));
    List<StoredEntry> before = received.entries();
    received.refresh(THIEF, feed("https://victim.example/", ENTRY));
    received.refresh(
        THIEF, feed("https://victim.example/", ENTRY.replace("will not run", "has sunk")));
    received.refresh(VICTIM, feed("https://victim.example/", ENTRY + "<!-- -->"));
    assertThat(received.entries()).isEqualTo(before);
  }

  /** Not by the link of an entry that it had long before. */
  @Test
  void aThiefThatEditsAnOldEntryIntoACopyTakesNoStory() {
    String own =
        ENTRY
            .replace("tag:victim.example,2026:1", "tag:thief.example,2026:9")
            .replace("https://victim.example/1", "https://thief.example/9");
    received.refresh(
        THIEF,
        feed(
            "https://thief.example/",
            own.replace("The ferry to the island will not run on Sunday.", "Buy our carpets now!")
                .replace("The ferry", "Carpets")));
    received.refresh(VICTIM, feed("https://victim.example/", ENTRY));
    assertThat(received.ids()).hasSize(2);
    received.refresh(THIEF, feed("https://thief.example/", own));
    assertThat(received.ids()).contains("tag:victim.example,2026:1");
    received.refresh(
        THIEF,
        feed(
            "https://thief.example/",
            own.replace("https://thief.example/9", "https://victim.example/1")));
    assertThat(received.ids()).contains("tag:victim.example,2026:1");
  }

  /** Nobody can tell whose a UUID is; whoever comes later gets another one, and stays as it is. */
  @Test
  void anIdThatNamesNobodyIsKeptByWhoHasIt() {
    String unnamed = ENTRY.replace("tag:victim.example,2026:1", "urn:uuid:0").replace("/1", "/2");
    received.refresh(VICTIM, feed("https://victim.example/", unnamed));
    received.refresh(
        THIEF,
        feed("https://thief.example/", unnamed.replace("victim.example/", "thief.example/")));
    StoredEntry first = Objects.requireNonNull(received.store().entry(1));
    StoredEntry second = Objects.requireNonNull(received.store().entry(2));
    assertThat(first.sourceId()).isEqualTo("victim");
    assertThat(first.atomId()).isEqualTo("urn:uuid:0");
    assertThat(second.atomId()).isNotEqualTo("urn:uuid:0");
    assertThat(received.ids()).as("one story").containsExactly("urn:uuid:0");
  }

  @Test
  void whoPassesOnWhatOthersWriteDoesNotTakeTheirIds() {
    received.refresh(THIEF, feed("https://thief.example/", ENTRY.replace("victim", "unknown")));
    assertThat(received.ids()).singleElement().asString().startsWith("urn:uuid:");
  }

  private static String feed(String home, String entries) {
    return """
        <feed xmlns="http://www.w3.org/2005/Atom"><id>%1$s</id><title>Feed</title>
        <link href="%1$s"/><updated>2026-11-21T10:00:00Z</updated>%2$s</feed>
        """
        .formatted(home, entries);
  }
}
