package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Entry;
import dev.transponder.model.Guid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EntryKeysTest {
  @Test
  void aGuidThatNoOtherEntryHasIsTheKey() {
    assertThat(keys(entry("a", "https://e.org/1"), entry("b", "https://e.org/1")))
        .containsExactly("guid a", "guid b");
  }

  @Test
  void aRepeatedGuidGivesWayToTheLink() {
    assertThat(keys(entry("same", "https://e.org/1"), entry("same", "https://e.org/2")))
        .containsExactly("link https://e.org/1", "link https://e.org/2");
  }

  @Test
  void withoutGuidTheCanonicalLinkIsTheKey() {
    Entry entry = Entry.builder().link("HTTPS://e.org/1").build();
    assertThat(EntryKeys.of(List.of(entry), List.of("https://e.org/1")))
        .containsExactly("link https://e.org/1");
  }

  @Test
  void entriesThatShareGuidAndLinkAreToldApartByWhatTheySay() {
    Entry one = entry("same", "https://e.org/").toBuilder().title("One").build();
    Entry two = entry("same", "https://e.org/").toBuilder().title("Two").build();
    assertThat(keys(one, two)).doesNotHaveDuplicates();
    assertThat(keys(one, one)).hasSize(2).containsOnly(keys(one, one).getFirst());
  }

  @Test
  void guidAndLinkTogetherAreTheKeyIfOnlyTogetherTheyAreUnique() {
    List<String> keys =
        keys(
            entry("a", "https://e.org/1"),
            entry("a", "https://e.org/2"),
            entry("b", "https://e.org/2"));
    Entry edited = entry("a", "https://e.org/2").toBuilder().title("Edited").build();
    assertThat(keys.get(1)).isEqualTo("both a https://e.org/2");
    assertThat(keys(entry("a", "https://e.org/1"), edited, entry("c", "https://e.org/2")).get(1))
        .isEqualTo(keys.get(1));
  }

  @Test
  void anEntryThatIsThereTwiceInTheSameWordsKeepsItsGuidAsKey() {
    Entry entry = entry("a", "https://e.org/1");
    assertThat(keys(entry, entry)).containsExactly("guid a", "guid a");
  }

  @Test
  void theKeyDoesNotDependOnThePosition() {
    Entry old = Entry.builder().title("Old").content("<p>text</p>").build();
    Entry fresh = Entry.builder().title("New").content("<p>text</p>").build();
    assertThat(keys(fresh, old).get(1)).isEqualTo(keys(old).getFirst());
  }

  @Test
  void aLongGuidIsShortenedAndStaysUnique() {
    String guid = "x".repeat(5_000);
    List<String> keys = keys(entry(guid + "1", null), entry(guid + "2", null));
    assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.length() <= 400);
  }

  private static List<String> keys(Entry... entries) {
    List<@Nullable String> links = new ArrayList<>();
    for (Entry entry : entries) {
      links.add(entry.link());
    }
    return EntryKeys.of(List.of(entries), links);
  }

  private static Entry entry(String guid, @Nullable String link) {
    return Entry.builder().guid(new Guid(guid, Guid.Kind.TEXT)).link(link).build();
  }
}
