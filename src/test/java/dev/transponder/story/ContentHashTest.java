package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Enclosure;
import dev.transponder.model.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContentHashTest {
  private static final Entry ENTRY =
      Entry.builder().title("Title").link("https://e.org/1").content("<p>text</p>").build();

  @Test
  void otherMarkupAroundTheSameTextIsNoChange() {
    Entry other = ENTRY.toBuilder().content("<div><p>text</p></div>").build();
    assertThat(ContentHash.of(other, "text")).isEqualTo(ContentHash.of(ENTRY, "text"));
  }

  @Test
  void anotherTitleTextLinkOrEnclosureIsAChange() {
    String hash = ContentHash.of(ENTRY, "text");
    Enclosure enclosure = new Enclosure("https://e.org/a.mp3", null, null);
    assertThat(ContentHash.of(ENTRY, "other text")).isNotEqualTo(hash);
    assertThat(ContentHash.of(ENTRY.toBuilder().title("Other").build(), "text")).isNotEqualTo(hash);
    assertThat(ContentHash.of(ENTRY.toBuilder().link(null).build(), "text")).isNotEqualTo(hash);
    Entry podcast = ENTRY.toBuilder().enclosures(List.of(enclosure)).build();
    assertThat(ContentHash.of(podcast, "text")).isNotEqualTo(hash);
  }

  @Test
  void partsAreKeptApart() {
    Entry one = Entry.builder().title("ab").link("c").build();
    Entry two = Entry.builder().title("a").link("bc").build();
    assertThat(ContentHash.of(one, "")).isNotEqualTo(ContentHash.of(two, ""));
  }
}
