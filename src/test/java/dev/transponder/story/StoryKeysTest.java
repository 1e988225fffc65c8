package dev.transponder.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StoryKeysTest {
  private static final String LINK = "e.org/1";

  @Test
  void entriesOfTwoSourcesWithOneLinkTellOneStory() {
    String here = new StoryKeys(List.of(LINK)).of("id:a", LINK, "e.org");
    String there = new StoryKeys(List.of(LINK)).of("id:b", LINK, "f.org");
    assertThat(here).isEqualTo(there);
  }

  @Test
  void aLinkThatEntriesOfOneDocumentShareTellsNothing() {
    StoryKeys stories = new StoryKeys(List.of(LINK, LINK));
    assertThat(stories.of("id:a", LINK, null)).isNotEqualTo(stories.of("id:b", LINK, null));
  }

  @Test
  void aLinkToTheSiteItselfTellsNothing() {
    StoryKeys stories = new StoryKeys(List.of(LINK));
    assertThat(stories.of("id:a", LINK, LINK)).isNotEqualTo(stories.of("id:a", LINK, null));
  }
}
