package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.FeedHead;
import dev.transponder.model.Guid;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AtomIdsTest {
  private static final String SOURCE = "https://e.org/feed";

  @Test
  void theOriginsOwnAtomIdIsKeptByteForByte() {
    Entry entry = withGuid("TAG:e.org,2026:ÄÖ%2f", Guid.Kind.ATOM_ID);
    assertThat(id(SOURCE, "guid TAG:e.org,2026:ÄÖ%2f", entry)).isEqualTo("TAG:e.org,2026:ÄÖ%2f");
  }

  @Test
  void anAtomIdThatIsNoIriIsNotPublished() {
    Entry entry = withGuid("17", Guid.Kind.ATOM_ID);
    assertThat(id(SOURCE, "guid 17", entry)).startsWith("urn:uuid:");
  }

  @Test
  void anAtomIdThatSeveralEntriesShareIsNotPublished() {
    Entry entry = withGuid("tag:e.org,2026:1", Guid.Kind.ATOM_ID);
    assertThat(id(SOURCE, "link https://e.org/1", entry)).startsWith("urn:uuid:");
  }

  @Test
  void otherEntriesGetAnIdMadeOfSourceAndKey() {
    Entry entry = withGuid("https://e.org/1", Guid.Kind.TEXT);
    String id = id(SOURCE, "guid https://e.org/1", entry);
    assertThat(id)
        .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isEqualTo(id(SOURCE, "guid https://e.org/1", entry))
        .isNotEqualTo(id("https://other.org/feed", "guid https://e.org/1", entry));
  }

  /**
   * Published ids are for ever: this one was computed by another program, and must never change.
   */
  @Test
  void mintedIdsStayAsTheyAre() {
    assertThat(AtomIds.mint("https://e.org/feed\nguid 1"))
        .isEqualTo("urn:uuid:90c3be4d-ef08-579e-af54-587028e0d5fa");
  }

  @Test
  void anIdThatNamesTheSiteOfSomebodyElseIsNotTaken() {
    Site site = site("https://thief.example/feed", "https://thief.example/");
    for (String id : List.of("tag:victim.example,2026:1", "https://www.victim.example/?p=1")) {
      Entry entry = withGuid(id, Guid.Kind.ATOM_ID);
      assertThat(AtomIds.of(SOURCE, "guid " + id, entry, site, Set.of())).startsWith("urn:uuid:");
    }
    Entry unnamed = withGuid("urn:uuid:1", Guid.Kind.ATOM_ID);
    assertThat(AtomIds.of(SOURCE, "guid urn:uuid:1", unnamed, site, Set.of()))
        .isEqualTo("urn:uuid:1");
  }

  @Test
  void aSiteThatIsOnlyClaimedIsNotBelievedIfAnotherSourceComesFromThere() {
    Site site = site("https://feeds.example.net/1", "https://blog.example/");
    Entry entry = withGuid("tag:blog.example,2026:1", Guid.Kind.ATOM_ID);
    String key = "guid tag:blog.example,2026:1";
    assertThat(AtomIds.of(SOURCE, key, entry, site, Set.of())).isEqualTo("tag:blog.example,2026:1");
    assertThat(AtomIds.of(SOURCE, key, entry, site, Set.of("blog.example")))
        .startsWith("urn:uuid:");
    Site itself = site("https://blog.example/feed", "https://blog.example/");
    assertThat(AtomIds.of(SOURCE, key, entry, itself, Set.of("blog.example")))
        .isEqualTo("tag:blog.example,2026:1");
  }

  private static Site site(String url, String home) {
    FeedHead head =
        new FeedHead(null, null, home, null, null, null, List.of(), null, null, null, List.of());
    return Site.of(Stream.of(url), head);
  }

  private static String id(String firstUrl, String key, Entry entry) {
    return AtomIds.of(firstUrl, key, entry, Site.of(Stream.of(SOURCE), FeedHead.EMPTY), Set.of());
  }

  private static Entry withGuid(String text, Guid.Kind kind) {
    return Entry.builder().guid(new Guid(text, kind)).build();
  }
}
