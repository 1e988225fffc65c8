package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.transponder.model.Dedupe;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoryKeysTest {
  private static final String LINK = "e.org/1";

  @Test
  void entriesOfTwoSourcesWithOneLinkTellOneStory() {
    String here = new StoryKeys(List.of(LINK)).of(Dedupe.NEAR, "id:a", LINK, "e.org");
    String there = new StoryKeys(List.of(LINK)).of(Dedupe.EXACT, "id:b", LINK, "f.org");
    assertThat(here).isEqualTo(there);
  }

  @Test
  void aLinkThatEntriesOfOneDocumentShareTellsNothing() {
    StoryKeys stories = new StoryKeys(List.of(LINK, LINK));
    assertThat(stories.of(Dedupe.NEAR, "id:a", LINK, null))
        .isNotEqualTo(stories.of(Dedupe.NEAR, "id:b", LINK, null));
  }

  @Test
  void aLinkToTheSiteItselfTellsNothing() {
    StoryKeys stories = new StoryKeys(List.of(LINK));
    assertThat(stories.of(Dedupe.NEAR, "id:a", LINK, LINK))
        .isNotEqualTo(stories.of(Dedupe.NEAR, "id:a", LINK, null));
  }

  @Test
  void withDedupeOffEachEntryIsItsOwnStory() {
    StoryKeys stories = new StoryKeys(List.of(LINK));
    assertThat(stories.of(Dedupe.OFF, "id:a", LINK, null))
        .isNotEqualTo(stories.of(Dedupe.OFF, "id:b", LINK, null));
  }
}
