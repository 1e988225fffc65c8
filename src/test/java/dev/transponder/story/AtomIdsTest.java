package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import org.junit.jupiter.api.Test;

final class AtomIdsTest {
  private static final String SOURCE = "https://e.org/feed";

  @Test
  void theOriginsOwnAtomIdIsKeptByteForByte() {
    Entry entry = withGuid("TAG:e.org,2026:ÄÖ%2f", Guid.Kind.ATOM_ID);
    assertThat(AtomIds.of(SOURCE, "guid TAG:e.org,2026:ÄÖ%2f", entry))
        .isEqualTo("TAG:e.org,2026:ÄÖ%2f");
  }

  @Test
  void anAtomIdThatIsNoIriIsNotPublished() {
    Entry entry = withGuid("17", Guid.Kind.ATOM_ID);
    assertThat(AtomIds.of(SOURCE, "guid 17", entry)).startsWith("urn:uuid:");
  }

  @Test
  void anAtomIdThatSeveralEntriesShareIsNotPublished() {
    Entry entry = withGuid("tag:e.org,2026:1", Guid.Kind.ATOM_ID);
    assertThat(AtomIds.of(SOURCE, "link https://e.org/1", entry)).startsWith("urn:uuid:");
  }

  @Test
  void otherEntriesGetAnIdMadeOfSourceAndKey() {
    Entry entry = withGuid("https://e.org/1", Guid.Kind.TEXT);
    String id = AtomIds.of(SOURCE, "guid https://e.org/1", entry);
    assertThat(id)
        .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isEqualTo(AtomIds.of(SOURCE, "guid https://e.org/1", entry))
        .isNotEqualTo(AtomIds.of("https://other.org/feed", "guid https://e.org/1", entry));
  }

  /**
   * Published ids are for ever: this one was computed by another program, and must never change.
   */
  @Test
  void mintedIdsStayAsTheyAre() {
    assertThat(AtomIds.mint("https://e.org/feed\nguid 1"))
        .isEqualTo("urn:uuid:90c3be4d-ef08-579e-af54-587028e0d5fa");
  }

  private static Entry withGuid(String text, Guid.Kind kind) {
    return Entry.builder().guid(new Guid(text, kind)).build();
  }
}
